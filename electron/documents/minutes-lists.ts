import type { Content, ContentTable } from 'pdfmake/interfaces';
import { caseId, heading } from './layout/headings';
import { outcomeMark } from './layout/marks';
import { fitted } from './layout/printable';
import { quiet, strong } from './layout/spans';
import { type Row, table, tableParts } from './layout/tables';
import { inner } from './layout/tokens';
import type { DocumentAction, ListedAction, MinutesView } from './views';
import { counted, dueDay, instantWords, joined } from './words';

/** What later versions changed: where, what it said, and what it says now. */
export function corrections({ corrections: changes }: MinutesView): Content[] {
  if (changes.length === 0) return [];
  const columns = [
    { head: 'Version', width: 34 },
    { head: 'Where', width: 96 },
    { head: 'It said', width: 128 },
    { head: 'It says now', width: 'rest' },
    { head: 'Why', width: 92 },
  ] as const;
  const rows = changes.map(
    ({ version, what, said, says, reason }): Row => ({
      cells: [String(version), strong(what), said === '' ? quiet('nothing') : said, says === '' ? quiet('nothing') : says, reason],
    }),
  );
  return [heading('Corrections', { room: 120 }), table(columns, rows)];
}

export function lastActions({ lastActions: actions, meeting }: MinutesView): Content[] {
  const outcomeWidth = 88;
  const columns = [
    { head: 'Ref', width: 36 },
    { head: 'Action', width: 'rest' },
    { head: 'Owner', width: 68 },
    { head: 'Due', width: 46 },
    { head: 'Outcome', width: outcomeWidth },
    { head: 'What happened', width: 96 },
  ] as const;
  const rows = actions.map(
    (action): Row => ({
      cells: [
        quiet(action.reference),
        action.caseName === '' ? action.text : [{ text: `${action.text}  ` }, quiet(action.caseName)],
        [strong(`${action.agency}  `), { text: action.person }],
        dueDay(action.dueOn, meeting.heldOn),
        { draw: outcomeMark(action.outcome, outcomeWidth) },
        action.note,
      ],
    }),
  );
  return [
    heading('Actions from last time', { room: 120 }),
    rows.length === 0 ? { text: 'No action was open from earlier conferences.' } : table(columns, rows),
  ];
}

/** Actions as they stand at their case: who owns what, by when. As tables that each fit into one unbreakable row. */
export function ownedActions(actions: readonly DocumentAction[], heldOn: string, within: number): ContentTable[] {
  const columns = [
    { head: 'Ref', width: 40 },
    { head: 'Action', width: 'rest' },
    { head: 'Owner', width: 122 },
    { head: 'Due', width: 48 },
  ] as const;
  const rows = actions.map(
    (action): Row => ({
      cells: [
        quiet(action.reference),
        action.text,
        [strong(`${action.agency}  `), { text: action.person }],
        strong(dueDay(action.dueOn, heldOn)),
      ],
    }),
  );
  return tableParts(columns, rows, { within });
}

export function generalActions({ generalActions: actions, meeting }: MinutesView): Content[] {
  if (actions.length === 0) return [];
  return [heading('General actions'), ...ownedActions(actions, meeting.heldOn, inner)];
}

export function actionsByAgency({ actionsByAgency: agencies, meeting }: MinutesView): Content[] {
  return [
    heading('All actions by agency'),
    ...(agencies.length === 0
      ? [{ text: 'No action was set.' }]
      : agencies.map((one) => agencyActions(one.agency, one.actions, meeting.heldOn))),
  ];
}

function agencyActions(agency: string, actions: readonly ListedAction[], heldOn: string): Content {
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
  return table(columns, rows, { heading: `${fitted(agency, 88)} (${actions.length})`, margin: [0, 0, 0, 9] });
}

export const notSentYet = (cases: number) =>
  cases === 0 ? 'Nobody has been sent this record yet.' : `Nobody has been sent this record of ${counted(cases, 'case')} yet.`;

export function distribution({ distribution: entries, cases }: MinutesView): Content[] {
  const columns = [
    { head: 'Recipient', width: 150 },
    { head: 'What was sent', width: 'rest' },
    { head: 'Number', width: 96 },
    { head: 'When', width: 92 },
  ] as const;
  const rows = entries.map(
    (entry): Row => ({
      cells: [
        strong(entry.recipient),
        entry.what,
        entry.number,
        entry.sentAt === null ? quiet('not yet sent') : instantWords(entry.sentAt),
      ],
    }),
  );
  return [
    heading('Distribution', { room: 110 }),
    rows.length === 0
      ? { text: notSentYet(cases.length) }
      : { stack: [{ text: 'Each agency receives only the cases that concern it.', margin: [0, 0, 0, 4] }, table(columns, rows)] },
  ];
}
