import type { Content, ContentTable, CustomTableLayout, TableCell } from 'pdfmake/interfaces';
import { formatDayWithYear } from '../../shared/language/dates';
import { schemeDecisionName } from '../../shared/language/meeting';
import { dissentsIn } from '../../shared/rules/dissent';
import { badge, badgeInText } from './layout/badge';
import { barBox } from './layout/boxes';
import { caseId, sectionId } from './layout/headings';
import { fitted } from './layout/printable';
import { mostInPiece, pieces } from './layout/prose';
import { quiet, reversed, type Span, small, strong } from './layout/spans';
import { besideLabel, hairline, ink, inner, labelColumn } from './layout/tokens';
import { ownedActions } from './minutes-lists';
import type { MinutesCase } from './views';
import { assessmentWords, identityWords, joined, labelled } from './words';

/** Room for the longest pair of badges at their size in the head of a case. */
const badgeColumn = 170;
const mostInHead = 90;

/**
 * A case of the minutes. Its name and badge are the head row of the table, so they repeat on each page that it runs to:
 * no page speaks of nobody. A row is the unit that never breaks, so a long text is one row a piece.
 */
export function caseBlock(entry: MinutesCase, heldOn: string, agencies: readonly string[]): ContentTable {
  const identity = identityRows(entry, heldOn);
  const body = [headRow(entry), ...identity, ...entryRows(entry, heldOn, agencies)];
  return {
    table: {
      widths: [labelColumn, besideLabel],
      dontBreakRows: true,
      headerRows: 1,
      keepWithHeaderRows: rowsWithHead(entry, identity.length),
      body,
    },
    layout: caseLayout,
    margin: [0, 0, 0, 11],
  };
}

/** Letters that surely stand on one page, however wide they are. */
const mostAtHead = 1800;

/** Who it is and the first that is said of them stay together, where that fits: a name at the foot of a page tells nobody anything. */
function rowsWithHead(entry: MinutesCase, identityCount: number): number {
  const letters = entry.name.length + entry.riskWarnings.join('').length + Math.min(entry.colourReason.length, mostInPiece);
  return identityCount <= 8 && letters <= mostAtHead ? identityCount + 1 : 2;
}

const caseLayout: CustomTableLayout = {
  hLineWidth: (line, node) => (line === 0 ? 1.8 : isLabelled(node.table.body[line]) ? 0.4 : 0),
  hLineColor: (line) => (line === 0 ? ink : hairline),
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: (row, node) => (row === 0 ? 3 : isLabelled(node.table.body[row]) ? 3.5 : 0),
  paddingBottom: (row) => (row === 0 ? 1 : 3.5),
};

const isLabelled = (row: TableCell[] | undefined) => {
  const first = row?.[0] as { text?: unknown; style?: unknown } | undefined;
  return first?.style === 'label' && first.text !== '';
};
const across = (content: object): TableCell[] => [{ colSpan: 2, ...content } as TableCell, {}];
const group = (label: string, blocks: readonly Content[]): TableCell[][] =>
  blocks.map((content, index) => [{ text: index === 0 ? label : '', style: 'label', headlineLevel: 4 }, content as TableCell]);

const caseTitle = (entry: MinutesCase) => `${entry.position} ${entry.name}`;

function headRow(entry: MinutesCase): TableCell[] {
  const title = { text: fitted(caseTitle(entry), mostInHead), style: 'caseName', headlineLevel: 3, width: inner - badgeColumn };
  const mark = badge([entry.colourBefore, entry.colourAfter], 16);
  // Drawn at its own width at the right edge: a stretching column would be widened by a long name.
  const gap = badgeColumn - mark.width;
  return across({ columns: [title, { stack: [mark.content], width: mark.width, margin: [gap, 0, 0, 0] }], columnGap: 0 });
}

/** Ids and the outline stand in a row that does not repeat. */
function identityRows(entry: MinutesCase, heldOn: string): TableCell[][] {
  const title = caseTitle(entry);
  const status = joined([entry.isDeferred ? 'Deferred to a later conference' : '', entry.statutoryLine]);
  const target = {
    id: caseId(entry.position),
    outline: true,
    outlineText: fitted(title, 120),
    outlineParentId: sectionId('Cases'),
  };
  const details = joined([identityWords(entry, heldOn), assessmentWords(entry), labelled('Lead:', entry.lead)]);
  return [
    across({
      stack: [{ text: status === '' ? 'Statutory position not recorded' : status, bold: true, ...target }, ...smallLines(details)],
    }),
    // A head is one line, so a name that is longer is given here in full.
    ...(fitted(title, mostInHead) === fitted(title, Number.MAX_SAFE_INTEGER)
      ? []
      : pieces(entry.name).map((text) => across({ text, bold: true }))),
    ...entry.riskWarnings.flatMap((warning) =>
      pieces(warning).map((text, index) =>
        across({ text: [...(index === 0 ? [reversed('RISK'), { text: '  ' }] : []), { text }], bold: true, margin: [2, 0, 0, 0] }),
      ),
    ),
  ];
}

const smallLines = (text: string): Content[] => pieces(text).map((piece) => ({ text: [small(piece)] }));

function entryRows(entry: MinutesCase, heldOn: string, agencies: readonly string[]): TableCell[][] {
  const said = [
    ...entry.contributions.flatMap(({ agency, person, text, question = '', missed }) => [
      ...(question === '' ? [] : namedPieces([strong(`${fitted(agency, 120)}  `), quiet(askedWords(missed))], question)),
      ...namedPieces([strong(`${fitted(agency, 120)}  `), quiet(person === '' ? '' : `${fitted(person, 80)}  `)], text),
    ]),
  ];
  const discussion = pieces(entry.discussion).map((text): Content => ({ text }));
  return [
    ...group('Colour', colourWords(entry)),
    ...group('Views', said),
    ...group('Discussion', discussion),
    ...group('Decision', decisionBoxes(entry, agencies)),
    ...group(entry.actions.length === 0 ? 'Review' : 'Actions', actionParts(entry, heldOn)),
  ];
}

/** Before what an agency was asked; an answer that came too late for its conference says for which. */
export const askedWords = (missed: string | undefined) =>
  missed === undefined ? 'was asked  ' : `was asked for ${formatDayWithYear(missed)} and answered too late for it  `;

function colourWords(entry: MinutesCase): Content[] {
  const { colourBefore, colourAfter, colourSince, colourReason } = entry;
  const isChanged = colourBefore !== null && colourBefore !== colourAfter;
  const mark: Span[] = isChanged ? [badgeInText(colourBefore), { text: ' → ' }, badgeInText(colourAfter)] : [badgeInText(colourAfter)];
  const since = colourSince === null ? '.' : ` ${isChanged ? 'from' : 'since'} ${formatDayWithYear(colourSince)}.`;
  const [first = '', ...more] = pieces(colourReason);
  return [{ text: [...mark, { text: `${since} ${first}` }] }, ...more.map((text) => ({ text }))];
}

/** An agency that is named and said no more dissents all the same. */
export const noReason = 'No reason was recorded.';

const namedPieces = (name: readonly Span[], text: string): Content[] =>
  pieces(text).map((piece, index) => ({ text: index === 0 ? [...name, { text: piece }] : piece }));

/** The decision is the only tinted box. Dissent stands in it under its own name. */
function decisionBoxes(entry: MinutesCase, agencies: readonly string[]): Content[] {
  const scheme = entry.decision === null ? '' : `${schemeDecisionName[entry.decision]}. `;
  const parts: Content[] = [
    ...pieces(`${scheme}${entry.decisionText}`).map((text): Content => ({ text, bold: true })),
    ...namedPieces([quiet('Why  ')], entry.rationale),
    ...dissentsIn(entry.dissent, agencies).flatMap(({ agency, text }) =>
      namedPieces(
        [strong('Dissent recorded  '), ...(agency === '' ? [] : [strong(`${fitted(agency, 120)}: `)])],
        text === '' ? noReason : text,
      ),
    ),
    ...namedPieces([quiet('Agreed by  ')], entry.agreedBy.join(', ')),
  ];
  if (parts.length === 0) return [{ text: 'No decision was recorded.' }];
  const spaced = parts.map((part, index): Content => ({ ...(part as object), ...(index > 0 ? { margin: [0, 2, 0, 0] } : {}) }) as Content);
  const letters = [entry.decisionText, entry.rationale, entry.dissent, ...entry.agreedBy].reduce((sum, text) => sum + text.length, 0);
  const isShort = letters < mostInPiece && parts.length < 8;
  return isShort ? [barBox({ stack: spaced }, besideLabel)] : parts.map((part) => barBox(part, besideLabel));
}

function actionParts(entry: MinutesCase, heldOn: string): Content[] {
  const review: Content = {
    text: [quiet('Next review  '), entry.nextReview === null ? quiet('not set') : strong(formatDayWithYear(entry.nextReview))],
    margin: [0, 3, 0, 0],
  };
  const lists = ownedActions(entry.actions, heldOn, besideLabel);
  if (lists.length === 0) return [review];
  // The review shares the last row, so that it is never alone at the head of a page.
  return lists.map((list, index): Content => ({ stack: index < lists.length - 1 ? [list] : [list, review], margin: [0, -3, 0, 0] }));
}
