import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { formatDay, formatDayWithYear, formatPlainDay } from '../../shared/language/dates';
import { badge, inlineBadge } from './badge';
import { cutToFit, oneLine, paragraphs, type Run, reversed, shortened, type Words } from './prose';
import { barred, table } from './tables';
import { ink, labelWidth, rule, size, soft, textWidth } from './tokens';
import type { MinutesAction, MinutesCase } from './views';

const width = textWidth - labelWidth;

export const caseTitle = (entry: MinutesCase) => `${entry.no}  ${entry.name}`;
export const dueOf = (day: string | null) => (day === null ? 'No date' : formatDay(day));

type Row = readonly [label: string, content: Content];

/** A row never breaks, so a long text is one row a paragraph; only the first carries the label and its rule. */
const group = (label: string, contents: readonly Content[]): Row[] => contents.map((content, index) => [index === 0 ? label : '', content]);

/** A name before what it leads; in pieces that fit, so that only the first carries the name. */
function led(lead: Run, text: string): Words[] {
  return paragraphs(text, width).map((piece, index) => (index === 0 ? [lead, { text: piece }] : piece));
}

const asText = (words: Words): Content => ({ text: words as Run[] });

function identity(entry: MinutesCase): Content[] {
  const born = entry.dob === null ? 'Born: not known' : `Born ${formatPlainDay(entry.dob)}${entry.age === null ? '' : ` (${entry.age})`}`;
  const facts = [born, entry.identifiers, entry.facts].filter((part) => part !== '').join(' · ');
  const risk: Words = entry.riskWarnings.length === 0 ? [] : [reversed('RISK'), { text: `  ${entry.riskWarnings.join('; ')}`, bold: true }];
  return [
    ...cutToFit([{ text: entry.position, bold: true }], textWidth).map(asText),
    ...cutToFit([{ text: facts, color: soft, fontSize: size.small }], textWidth).map(asText),
    ...(risk.length === 0 ? [] : cutToFit(risk, textWidth).map((piece): Content => ({ text: piece, margin: [0, 2, 0, 0] }))),
  ];
}

function colourLine({ colourBefore: before, colourAfter: after }: MinutesCase): Content {
  if (before === after) return { text: [inlineBadge(after), { text: after === null ? '' : ', unchanged' }] };
  return { text: [inlineBadge(before), ' → ', inlineBadge(after)] };
}

function decisionPieces(entry: MinutesCase): Words[] {
  const agreed = entry.agreedBy.join(', ');
  return [
    ...paragraphs(entry.decision, width).map((text): Words => [{ text, bold: true }]),
    ...led({ text: 'Why  ', color: soft }, entry.rationale),
    ...led({ text: 'Dissent recorded  ', color: soft, bold: true }, entry.dissent),
    ...led({ text: 'Agreed by  ', color: soft }, agreed),
  ];
}

/** One tinted box, or one a paragraph where together they might not fit on a page. */
function decision(entry: MinutesCase): Content[] {
  const pieces = decisionPieces(entry).map((words, index): Content => ({ text: words as Run[], margin: [0, index === 0 ? 0 : 2, 0, 0] }));
  const letters = entry.decision.length + entry.rationale.length + entry.dissent.length + entry.agreedBy.join(', ').length;
  if (pieces.length === 0) return [{ text: 'No decision recorded', color: soft }];
  return letters < 1800 && pieces.length < 14 ? [barred({ stack: pieces }, width)] : pieces.map((piece) => barred(piece, width));
}

const actionColumns = [
  { head: 'Ref', width: 40 },
  { head: 'Action', width: 'rest' },
  { head: 'Owner', width: 112 },
  { head: 'Due', width: 58 },
] as const;

const ownerOf = (action: MinutesAction): Words => [{ text: action.agency, bold: true }, { text: `  ${action.person}` }];

/** Who owns what. One table an action: a table of all of them inside one row could grow taller than the page. */
function actionTables(actions: readonly MinutesAction[], total: number): Content[] {
  return actions.flatMap((action, position) =>
    cutRows(action, total).map((row, index) =>
      table({ columns: actionColumns, total, hasHead: position === 0 && index === 0, rows: [row] }),
    ),
  );
}

function cutRows(action: MinutesAction, total: number) {
  const texts = cutToFit(action.text, total - 250);
  const owners = cutToFit(ownerOf(action), 112);
  return Array.from({ length: Math.max(texts.length, owners.length) }, (_, index) => [
    { words: index === 0 ? action.ref : '', color: soft },
    texts[index] ?? '',
    owners[index] ?? '',
    { words: index === 0 ? dueOf(action.due) : '', bold: true },
  ]);
}

/** The label column is as wide as the label; a rule stands above every label, and none between a label's own rows. */
const layout: CustomTableLayout = {
  hLineWidth: (index, node) => {
    if (index === 0) return 1.8;
    if (index === node.table.body.length) return 0.4;
    const first = node.table.body[index]?.[0];
    return first !== undefined && typeof first === 'object' && 'text' in first && first.text !== '' ? 0.4 : 0;
  },
  hLineColor: (index) => (index === 0 ? ink : rule),
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: (index) => (index === 0 ? 3 : 2.5),
  paddingBottom: (index) => (index === 0 ? 1 : 2.5),
};

/**
 * One case of the minutes. Its name and colour are the head of the table, so that they repeat on each page that the case
 * runs to and no page speaks of nobody. `id` is where links lead.
 */
export function caseBlock(entry: MinutesCase, id: string): Content {
  const mark = badge([entry.colourBefore, entry.colourAfter], 16);
  const markWidth = mark.width as number;
  const nameWidth = textWidth - markWidth - 8;
  const title = caseTitle(entry);
  const [first, ...others] = [...(oneLine(title).length > 150 ? cutToFit(title, textWidth).map(asText) : []), ...identity(entry)];
  const whole = (content: Content): TableCell[] => [{ colSpan: 2, stack: [content] }, {}];
  const anchor: Content = { text: '', id, outline: true, outlineText: shortened(title, 150), outlineParentId: 'Cases', fontSize: 0.1 };
  const review: Content = {
    text: [
      { text: 'Next review  ', color: soft },
      { text: entry.reviewDue === null ? 'no date set' : formatDayWithYear(entry.reviewDue), bold: true },
    ],
  };
  const views = entry.contributions.flatMap((view) =>
    led({ text: `${[view.agency, view.person].filter((part) => part !== '').join(', ')}  `, bold: true }, view.text),
  );
  const labelled = [
    ...group('Colour', [colourLine(entry)]),
    ...group('Views', views.map(asText)),
    ...group('Discussion', paragraphs(entry.discussion, width).map(asText)),
    ...group('Decision', decision(entry)),
    ...group('Actions', actionTables(entry.actions, width)),
    ...group('Review', [review]),
  ];
  return {
    table: {
      widths: [labelWidth, width],
      dontBreakRows: true,
      headerRows: 1,
      keepWithHeaderRows: 2,
      body: [
        [
          {
            colSpan: 2,
            columns: [
              { text: shortened(title, 150), style: 'caseName', width: nameWidth },
              { stack: [mark], width: markWidth },
            ],
            columnGap: 8,
          },
          {},
        ],
        whole({ stack: [anchor, ...(first === undefined ? [] : [first])] }),
        ...others.map(whole),
        ...labelled.map(([label, content]): TableCell[] => [{ text: label, style: 'label' }, { stack: [content] }]),
      ],
    },
    layout,
    margin: [0, 0, 0, 11],
  };
}
