import { describe, expect, test } from 'vitest';
import {
  type ActionsView,
  countByAgency,
  countByTeam,
  countOutcomes,
  firstActionsView,
  groupOf,
  groupTitle,
  lookAtActions,
} from '../../../../renderer/screens/actions/actions-view';
import type { ActionRow } from '../../../../shared/views/actions';

const today = '2026-03-03';
const lookup = {
  agencyName: (id: string | null) => `Agency ${id}`,
  personName: (id: string | null) => (id === null ? '' : `Person ${id}`),
  teamOf: (id: string | null) => (id === null ? '' : `Team of ${id}`),
};
let made = 0;
const action = (part: Partial<ActionRow>): ActionRow => ({
  id: `action-${made++}`,
  reference: `26-${String(made).padStart(3, '0')}`,
  text: 'Visit in pairs',
  caseId: 'case-1',
  caseName: 'CARTERWICK, Dean',
  colour: 'R',
  agencyId: 'police',
  personId: null,
  kind: 'enforcement',
  priority: 'normal',
  setOn: '2026-02-24',
  dueOn: '2026-03-10',
  outcome: null,
  closedOn: null,
  closingNote: '',
  meetingId: null,
  carried: 0,
  ...part,
});
const look = (rows: readonly ActionRow[], view: Partial<ActionsView> = {}) =>
  lookAtActions(rows, { ...firstActionsView, ...view }, today, lookup);

describe('the list of actions', () => {
  test('begins with the agency that has most overdue, and in it with what is longest overdue', () => {
    const rows = [
      action({ agencyId: 'police' }),
      action({ agencyId: 'housing', dueOn: '2026-03-02', text: 'second' }),
      action({ agencyId: 'housing', dueOn: '2026-02-25', text: 'first' }),
      action({ agencyId: 'police', dueOn: '2026-03-01' }),
    ];
    const { entries } = look(rows);
    expect(entries.map((entry) => (entry.kind === 'head' ? entry.key : entry.row.text))).toEqual([
      'group:housing',
      'first',
      'second',
      'group:police',
      'Visit in pairs',
      'Visit in pairs',
    ]);
  });

  test('by due date goes from the earliest day to those without one', () => {
    const { entries } = look([action({ dueOn: null }), action({ dueOn: '2026-04-01' }), action({ dueOn: '2026-02-01' })], {
      grouping: 'due',
    });
    expect(entries.flatMap((entry) => (entry.kind === 'head' ? [entry.key] : []))).toEqual([
      'group:2026-02-01',
      'group:2026-04-01',
      'group:',
    ]);
  });

  test('shows open, overdue or closed ones, never two of them mixed', () => {
    const rows = [
      action({ text: 'open' }),
      action({ text: 'late', dueOn: '2026-03-02' }),
      action({ text: 'done', outcome: 'done', dueOn: '2026-03-02', closedOn: '2026-03-02' }),
    ];
    const texts = (state: ActionsView['state']) => look(rows, { state }).rows.map(({ text }) => text);
    expect(texts('open')).toEqual(['late', 'open']);
    expect(texts('overdue')).toEqual(['late']);
    expect(texts('closed')).toEqual(['done']);
  });

  test('keeps teams of one name apart by their agency, and shows those of one team', () => {
    const rows = [
      action({ personId: 'farthing' }),
      action({ personId: 'farthing', agencyId: 'housing', text: 'elsewhere' }),
      action({ personId: 'quill' }),
      action({ personId: null }),
    ];
    const heads = look(rows, { grouping: 'team' }).entries.flatMap((entry) => (entry.kind === 'head' ? [groupOf(entry.key)] : []));
    expect(new Set(heads.map((value) => `${value.split('\n')[0]}: ${groupTitle(value, 'team', rows, lookup)}`))).toEqual(
      new Set(['police: Team of farthing', 'housing: Team of farthing', 'police: Team of quill', ': No team']),
    );
    expect(look(rows, { agencyId: 'housing', team: 'Team of farthing' }).rows.map(({ text }) => text)).toEqual(['elsewhere']);
    expect(look(rows, { text: 'team of quill' }).rows).toHaveLength(1);
  });

  test('due today is not overdue', () => {
    expect(look([action({ dueOn: today })], { state: 'overdue' }).rows).toEqual([]);
  });

  test('finds by words of the action, the case, the reference and the owner, whatever their case and accents', () => {
    const rows = [action({ text: 'Ring the café', personId: 'quillby' })];
    for (const text of ['CAFE', 'carterwick', rows[0]?.reference ?? '', 'person quill'])
      expect(look(rows, { text }).rows, text).toHaveLength(1);
    expect(look(rows, { text: 'nobody' }).rows).toHaveLength(0);
  });

  test('keeps the head of a closed group and leaves out its rows', () => {
    expect(look([action({})], { closed: new Set(['group:police']) }).entries).toEqual([
      { kind: 'head', key: 'group:police', count: 1, isOpen: false },
    ]);
  });
});

test('counts open and overdue actions an agency', () => {
  expect(
    countByAgency([action({}), action({ dueOn: '2026-03-01' }), action({ agencyId: 'housing' }), action({ outcome: 'done' })], today),
  ).toEqual([
    { agencyId: 'police', open: 2, overdue: 1 },
    { agencyId: 'housing', open: 1, overdue: 0 },
  ]);
});

test('counts the teams of one agency in the order of the alphabet', () => {
  const rows = [
    action({ personId: 'quill', dueOn: '2026-03-01' }),
    action({ personId: 'farthing' }),
    action({ personId: 'quill' }),
    action({ personId: null }),
    action({ personId: 'quill', agencyId: 'housing' }),
    action({ personId: 'quill', outcome: 'done' }),
  ];
  expect(countByTeam(rows, 'police', today, lookup)).toEqual([
    { team: 'Team of farthing', open: 1, overdue: 0 },
    { team: 'Team of quill', open: 2, overdue: 1 },
  ]);
});

test('counts the four outcomes apart, since a day', () => {
  const closed = (outcome: ActionRow['outcome'], closedOn: string) => action({ outcome, closedOn });
  const rows = [closed('done', '2026-03-01'), closed('done', '2025-03-01'), closed('agency-did-not-act', '2026-02-01'), action({})];
  expect(countOutcomes(rows, '2026-01-01')).toEqual({ done: 1, 'circumstances-changed': 0, 'agency-did-not-act': 1, withdrawn: 0 });
});
