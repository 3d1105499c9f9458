import type { Content, Margins } from 'pdfmake/interfaces';
import { caseId, heading, subheading } from './layout/headings';
import { outcomeMark } from './layout/marks';
import { fitted } from './layout/printable';
import { lineBreak, quiet, type Span, span, strong } from './layout/spans';
import { type HeadedTable, type Row, table, tableParts } from './layout/tables';
import { inner } from './layout/tokens';
import type { DocumentAction, ListedAction, MinutesView, PrintedCorrection } from './views';
import { type ChangedWords, changedWords, dueDay, instantWords, joined } from './words';

/** What later versions changed: where, what it said, and what it says now. */
export function corrections({ corrections: changes }: MinutesView): Content[] {
  if (changes.length === 0) return [];
  const columns = [
    { head: 'Version', width: 32 },
    { head: 'Where', width: 88 },
    { head: 'It said', width: 'rest' },
    { head: 'It says now', width: 'rest' },
    { head: 'Why', width: 82 },
  ] as const;
  const all = changes.map((change): Correction => ({ ...change, words: changedWords(change.said, change.says) }));
  const rows = all
    .filter(({ words }) => !isLongCorrection(words))
    .map(
      ({ version, what, words: [said, says], reason }): Row => ({
        cells: [String(version), strong(what), changedSpans(said), changedSpans(says), reason],
      }),
    );
  const list = rows.length === 0 ? [] : [table(columns, rows)];
  return [
    heading('Corrections', { room: 120, above: list[0] }),
    ...list,
    ...all.filter(({ words }) => isLongCorrection(words)).flatMap(longCorrection),
  ];
}

interface Correction extends PrintedCorrection {
  readonly words: ReturnType<typeof changedWords>;
}

/** Letters that columns beside each other hold with ease. */
const mostInColumn = 900;
/** Whether what changed is too much to stand in columns, in either edition. */
export const isLongCorrection = (words: readonly ChangedWords[]) => words.some(({ changed }) => changed.length > mostInColumn);

/** What changed at length is set across the page, the old words over the new ones. */
function longCorrection({ version, what, words: [said, says], reason }: Correction): Content[] {
  const columns = [
    { head: '', width: 72 },
    { head: '', width: 'rest' },
  ] as const;
  const rows: Row[] = [
    { cells: [quiet('Why'), reason] },
    { cells: [quiet('It said'), changedSpans(said)] },
    { cells: [quiet('It says now'), changedSpans(says)] },
  ];
  const list = table(columns, rows);
  return [subheading(`Version ${version}: ${what}`, { above: list }), list];
}

/** The words that are not the same are the bold ones. */
function changedSpans({ before, changed, after }: ChangedWords): Span[] {
  if (before + changed + after === '') return [quiet('nothing')];
  return [span(before), strong(changed), span(after)].filter(({ text }) => text !== '');
}

export function lastActions({ lastActions: actions, meeting }: MinutesView): Content[] {
  const outcomeWidth = 84;
  const columns = [
    { head: 'Ref', width: 34 },
    { head: 'Action', width: 'rest' },
    { head: 'Owner', width: 82 },
    { head: 'Due', width: 46 },
    { head: 'Outcome', width: outcomeWidth },
    { head: 'What happened', width: 86 },
  ] as const;
  const rows = actions.map(
    (action): Row => ({
      cells: [
        quiet(action.reference),
        action.caseName === '' ? action.text : [{ text: action.text }, lineBreak, quiet(action.caseName)],
        ownerSpans(action, 0),
        dueDay(action.dueOn, meeting.heldOn),
        { draw: outcomeMark(action.outcome, outcomeWidth) },
        action.note,
      ],
    }),
  );
  const list = rows.length === 0 ? undefined : table(columns, rows);
  return [heading('Actions from last time', { room: 120, above: list }), list ?? { text: 'No action was open from earlier conferences.' }];
}

/** The agency, and whoever it is there: beside it where both are short, else below, so that no name is parted. */
export function ownerSpans({ agency, person }: DocumentAction, most: number): readonly Span[] {
  if (person === '') return [strong(agency)];
  if (agency.length + person.length <= most) return [strong(`${agency}  `), span(person)];
  return [strong(agency), lineBreak, span(person)];
}

/** Letters that stand on one line of the column of owners. */
const mostBeside = 22;

/** Actions as they stand at their case: who owns what, by when. As tables that each fit into one unbreakable row. */
export function ownedActions(actions: readonly DocumentAction[], heldOn: string, within: number): HeadedTable[] {
  const columns = [
    { head: 'Ref', width: 40 },
    { head: 'Action', width: 'rest' },
    { head: 'Owner', width: 122 },
    { head: 'Due', width: 48 },
  ] as const;
  const rows = actions.map(
    (action): Row => ({
      cells: [quiet(action.reference), action.text, ownerSpans(action, mostBeside), strong(dueDay(action.dueOn, heldOn))],
    }),
  );
  return tableParts(columns, rows, { within });
}

export function generalActions({ generalActions: actions, meeting }: MinutesView): Content[] {
  if (actions.length === 0) return [];
  const lists = ownedActions(actions, meeting.heldOn, inner);
  return [heading('General actions', { above: lists[0] }), ...lists];
}

export function actionsByAgency({ actionsByAgency: agencies, meeting }: MinutesView): Content[] {
  const lists = agencies.map((one) => agencyActions(one.agency, one.actions, meeting.heldOn));
  return [heading('All actions by agency', { above: lists[0] }), ...(lists.length === 0 ? [{ text: 'No action was set.' }] : lists)];
}

function agencyActions(agency: string, actions: readonly ListedAction[], heldOn: string): HeadedTable {
  const columns = [
    { head: '', width: 40 },
    { head: '', width: 'rest' },
    { head: 'Case', width: 114 },
    { head: 'Owner', width: 86 },
    { head: 'Due', width: 48 },
  ] as const;
  const rows = actions.map(
    (action): Row => ({
      cells: [
        quiet(action.reference),
        action.text,
        action.casePosition === null
          ? joined([action.caseName]) || quiet('general')
          : { text: action.caseName, linkToDestination: caseId(action.casePosition) },
        action.person,
        strong(dueDay(action.dueOn, heldOn)),
      ],
    }),
  );
  // The agency stands in the head row, so that it repeats on the next page.
  return table(columns, rows, { heading: `${fitted(agency, 200)} (${actions.length})`, margin: [0, 0, 0, 9] });
}

/** Who is to read this record. An agency's copy is for that agency alone, so there is nobody to list. */
export function distributionWords({ ownAgency, distribution: entries }: MinutesView): string {
  if (ownAgency) {
    return `This copy is for ${ownAgency} alone and holds only the cases that concern it. Where something concerns every agency, people on other cases are not named.`;
  }
  return entries.length === 0
    ? 'Nobody has been sent this record yet.'
    : 'The core agencies receive this record in full. Each other agency receives only the cases that concern it.';
}

export const sentWords = (sentAt: string | null) => (sentAt === null ? 'to be sent' : instantWords(sentAt));

export function distribution(view: MinutesView): Content[] {
  const columns = [
    { head: 'Recipient', width: 150 },
    { head: 'What', width: 'rest' },
    { head: 'Number', width: 96 },
    { head: 'When', width: 92 },
  ] as const;
  const rows = view.distribution.map(
    ({ recipient, what, number, sentAt }): Row => ({
      cells: [strong(recipient), what, number, sentAt === null ? quiet(sentWords(sentAt)) : sentWords(sentAt)],
    }),
  );
  const words = { text: distributionWords(view) };
  return [
    heading('Distribution', { room: rows.length === 0 ? 30 : 110 }),
    ...(rows.length === 0 ? [words] : [{ stack: [{ ...words, margin: [0, 0, 0, 4] as Margins }, table(columns, rows)] }]),
  ];
}

/** An agency may be given the minutes of a conference that heard none of its cases. */
export const noCases = ({ ownAgency }: MinutesView) =>
  ownAgency ? 'None of the cases on the agenda concerns this agency.' : 'No case was on the agenda.';
