import type { Content } from 'pdfmake/interfaces';
import { formatDayWithYear } from '../../shared/language/dates';
import { schemeDecisionName } from '../../shared/language/meeting';
import { doAndDoNot, keyDates, needsTable, riskBox, titled } from './case-parts';
import { issuedPlan } from './issued-plan';
import { badge } from './layout/badge';
import { barBox } from './layout/boxes';
import type { DocumentPlan } from './layout/definition';
import { subheading } from './layout/headings';
import { masthead } from './layout/masthead';
import { pieces } from './layout/prose';
import { small, strong } from './layout/spans';
import { type Column, table } from './layout/tables';
import { inner, soft } from './layout/tokens';
import { ownedActions } from './minutes-lists';
import type { CaseSummaryView } from './views';
import { assessmentWords, identityWords, joined, labelled } from './words';

const leftColumn = 270;
const gap = 24;

/** One person on one or two pages: where they stand, what has been decided, and who does what. */
export function caseSummaryPlan(view: CaseSummaryView): DocumentPlan {
  const { scheme, document, person, today } = view;
  const rightColumn = inner - leftColumn - gap;
  const content: Content[] = [
    masthead(scheme, 'Case summary', formatDayWithYear(today), [
      ['Number', document.number],
      ['For', document.reader],
      ['Adopted', view.adoptedOn === null ? 'not yet' : formatDayWithYear(view.adoptedOn)],
      ['Review due', view.reviewDue === null ? 'not set' : formatDayWithYear(view.reviewDue)],
    ]),
    personHead(view),
    ...riskBox(person.riskWarnings),
    {
      columns: [
        { width: leftColumn, stack: titled('Needs and progress', needsTable(view.needs, leftColumn)) },
        { width: rightColumn, stack: titled('Key dates', keyDates(view.keyDates, rightColumn)) },
      ],
      columnGap: gap,
    },
    ...doAndDoNot(view.doAdvice, view.doNotAdvice),
    ...lastDecision(view),
    ...under(
      'Open actions',
      view.openActions.length === 0 ? [{ text: 'None.', color: soft }] : ownedActions(view.openActions, today, inner),
    ),
    ...under('Colour so far', [colourHistory(view)]),
    ...under('Agencies it concerns', [agencies(view)]),
  ];
  return issuedPlan(view, `Case summary: ${person.name}`, content);
}

const under = (title: string, parts: readonly Content[]): Content[] => [subheading(title, { above: parts[0] }), ...parts];

function personHead({ person, colour, colourSince, today }: CaseSummaryView): Content {
  const mark = badge([colour], 24);
  const colourWidth = 150;
  const facts = joined([
    identityWords(person, today),
    assessmentWords(person),
    labelled('Area', person.area),
    labelled('Lead:', person.lead),
  ]);
  const names = joined([labelled('Known as', person.knownAs), labelled('Also', person.aliases.join(', '))]);
  return {
    columns: [
      {
        width: inner - colourWidth - 12,
        stack: [
          { text: person.name, font: 'Heavy', fontSize: person.name.length > 60 ? 13 : 18, outline: true, id: 'person', headlineLevel: 2 },
          ...pieces(names).map((text) => ({ text })),
          { text: person.statutoryLine, bold: true, margin: [0, 2, 0, 1] },
          ...pieces(facts).map((text) => ({ text: [small(text)] })),
        ],
      },
      {
        width: colourWidth,
        stack: [
          {
            columns: [
              { text: '', width: colourWidth - mark.width },
              { stack: [mark.content], width: mark.width },
            ],
            columnGap: 0,
          },
          { text: colourSince === null ? '' : `since ${formatDayWithYear(colourSince)}`, alignment: 'right', margin: [0, 3, 0, 0] },
        ],
      },
    ],
    columnGap: 12,
    margin: [0, 0, 0, 11],
  };
}

function lastDecision({ lastDecision: last }: CaseSummaryView): Content[] {
  if (last === null) return [];
  const name = last.decision === null ? '' : `${schemeDecisionName[last.decision]}. `;
  return [
    subheading(`Decided on ${formatDayWithYear(last.on)}`),
    ...pieces(`${name}${last.text}`).map((text) => barBox({ text, bold: true }, inner)),
  ];
}

function colourHistory({ colourChanges }: CaseSummaryView): Content {
  if (colourChanges.length === 0) return { text: 'No colour has been set.', color: soft };
  const saysWho = colourChanges.some(({ decidedBy }) => decidedBy !== '');
  const columns: readonly Column[] = [
    { head: 'Colour', width: 72 },
    { head: 'From', width: 86 },
    { head: 'Reason', width: 'rest' },
    ...(saysWho ? [{ head: 'Decided by', width: 110 }] : []),
  ];
  return table(
    columns,
    colourChanges.map(({ colour, on, reason, decidedBy }) => ({
      cells: [{ draw: badge([colour]).content }, formatDayWithYear(on), reason, ...(saysWho ? [decidedBy] : [])],
    })),
  );
}

function agencies({ agencies: list }: CaseSummaryView): Content {
  if (list.length === 0) return { text: 'None yet.', color: soft };
  const columns = [
    { head: 'Agency', width: 150 },
    { head: 'Why', width: 'rest' },
  ] as const;
  return table(
    columns,
    list.map(({ agency, reason }) => ({ cells: [strong(agency), reason] })),
  );
}
