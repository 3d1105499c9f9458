import { beforeEach, describe, expect, test } from 'vitest';
import { managersDay } from '../../../db/queries/day';
import { actions, cases, documentDeliveries, documents, meetings } from '../../../db/schema';
import { setReleaseCheck } from '../../../electron/services/cases/releases';
import { dayForManagers } from '../../../electron/services/day';
import { addCase } from '../../support/builders';
import { leastCpuMilliseconds } from '../../support/cpu';
import { plansOf, scans } from '../../support/query-plans';
import { openTestScheme, type TestSession } from '../../support/session';

/** Today is Tue 3 Mar 2026. */
let session: TestSession;
beforeEach(() => {
  session = openTestScheme();
});

const addAction = (fields: Partial<typeof actions.$inferInsert>) =>
  session.record('action set', (operation) => operation.put(actions, operation.newId(), { text: 'Ring the landlord', ...fields }));

describe('a manager’s day', () => {
  test('is empty where all is in order', () => {
    addCase(session, { reviewDue: '2026-06-01', area: 'Lowgate' });
    expect(dayForManagers(session)).toEqual({
      overdue: [],
      reviews: { late: 0, withoutDate: 0, due: 0, longestLate: [] },
      releases: [],
      packs: [],
      conflicts: 0,
      areas: ['Lowgate'],
      lastConference: null,
    });
  });

  test('counts overdue actions by agency, the most first, and nothing that is due today, settled or undated', () => {
    addAction({ agencyId: 'agency-housing', dueOn: '2026-03-02' });
    addAction({ agencyId: 'agency-police', dueOn: '2026-02-01' });
    addAction({ agencyId: 'agency-police', dueOn: '2026-02-20' });
    addAction({ agencyId: 'agency-police', dueOn: '2026-03-03' });
    addAction({ agencyId: 'agency-police', dueOn: '2026-02-01', outcome: 'done' });
    addAction({ agencyId: 'agency-police', dueOn: null });
    expect(dayForManagers(session).overdue).toEqual([
      { agencyId: 'agency-police', actions: 2, oldestDueOn: '2026-02-01' },
      { agencyId: 'agency-housing', actions: 1, oldestDueOn: '2026-03-02' },
    ]);
  });

  test('tells reviews that are late, undated and due within four weeks apart, of those on the scheme only', () => {
    const late = addCase(session, { surname: 'CARTERWICK', forenames: 'Owen', reviewDue: '2026-02-01' });
    addCase(session, { reviewDue: null });
    addCase(session, { reviewDue: '2026-03-03' });
    addCase(session, { reviewDue: '2026-03-31' });
    addCase(session, { reviewDue: '2026-04-01' });
    addCase(session, { reviewDue: '2026-02-01', state: 'left' });
    expect(dayForManagers(session).reviews).toEqual({
      late: 1,
      withoutDate: 1,
      due: 2,
      longestLate: [{ caseId: late, caseName: 'CARTERWICK, Owen', reviewDue: '2026-02-01' }],
    });
  });

  test('lists who comes out within a fortnight with what nobody has in hand (CAM 3.3.58)', () => {
    const soon = addCase(session, {
      surname: 'OAKENFELL',
      statutoryPosition: 'serving',
      custodyPlace: 'HMP Stonefold',
      releaseOn: '2026-03-17',
    });
    addCase(session, { statutoryPosition: 'serving', releaseOn: '2026-03-18' });
    addCase(session, { statutoryPosition: 'licence', releaseOn: '2026-03-02' });
    setReleaseCheck(session, { caseId: soon, item: 'accommodation', state: 'ready', agencyId: null, personId: null, note: '' });
    const { releases } = dayForManagers(session);
    expect(releases).toMatchObject([{ caseId: soon, releaseOn: '2026-03-17', place: 'HMP Stonefold', ready: 1, needed: 6 }]);
    expect(releases[0]?.gaps).toHaveLength(5);
    expect(releases[0]?.gaps).not.toContain('accommodation');
  });

  test('names whose pack of a recent conference is not issued, and whose was given to nobody', () => {
    session.record('conferences held', (operation) => {
      operation.put(meetings, 'recent', { heldOn: '2026-02-24', state: 'closed' });
      operation.put(meetings, 'old', { heldOn: '2026-01-06', state: 'final' });
      operation.put(meetings, 'coming', { heldOn: '2026-03-10', state: 'planned' });
    });
    for (const meetingId of ['recent', 'old']) addAction({ agencyId: 'agency-housing', meetingId });
    addAction({ agencyId: 'agency-police', meetingId: 'recent' });
    const pack = (id: string, agencyId: string, version: number, scope = '') =>
      session.record('pack issued', (operation) =>
        operation.put(documents, id, {
          number: `CW-${agencyId}${scope}`,
          version,
          kind: 'tasking-pack',
          meetingId: 'recent',
          agencyId,
          scope,
        }),
      );
    const waiting = () => dayForManagers(session).packs;
    expect(waiting()).toEqual([
      { meetingId: 'recent', heldOn: '2026-02-24', issued: 0, notIssued: ['agency-housing', 'agency-police'], notGiven: [] },
    ]);
    pack('police-1', 'agency-police', 1);
    // A pack of one area is not the agency's.
    pack('housing-area', 'agency-housing', 1, 'Lowgate');
    expect(waiting()).toMatchObject([{ issued: 1, notIssued: ['agency-housing'], notGiven: ['agency-police'] }]);
    session.record('handed over', (operation) =>
      operation.put(documentDeliveries, operation.newId(), { documentId: 'police-1', agencyId: 'agency-police', how: 'by-hand' }),
    );
    pack('housing-1', 'agency-housing', 1);
    expect(waiting()).toMatchObject([{ notIssued: [], notGiven: ['agency-housing'] }]);
    // Who was given the first version has not the second.
    pack('police-2', 'agency-police', 2);
    expect(waiting()).toMatchObject([{ notIssued: [], notGiven: ['agency-housing', 'agency-police'] }]);
    expect(dayForManagers(session).lastConference).toEqual({ id: 'recent', heldOn: '2026-02-24' });
  });

  test('goes by indexes, however large the scheme', () => {
    session.record('conference held', (operation) => operation.put(meetings, 'recent', { heldOn: '2026-02-24', state: 'closed' }));
    expect(scans(plansOf(session, (read) => managersDay(read, '2026-03-03')))).toEqual([]);
  });

  test('takes less than 100 ms with 5,000 cases and 20,000 actions', () => {
    session.record('many', (operation) => {
      for (let index = 0; index < 5_000; index += 1)
        operation.put(cases, `case-${index}`, {
          surname: `THISTLEMOOR${index}`,
          state: 'adopted',
          area: `Area ${index % 12}`,
          reviewDue: index % 3 === 0 ? '2026-02-01' : '2026-05-01',
          ...(index % 100 === 0 ? { releaseOn: '2026-03-10', statutoryPosition: 'serving' as const } : {}),
        });
      for (let index = 0; index < 20_000; index += 1)
        operation.put(actions, `action-${index}`, {
          caseId: `case-${index % 5_000}`,
          agencyId: index % 2 === 0 ? 'agency-police' : 'agency-housing',
          dueOn: '2026-02-01',
          ...(index % 4 === 0 ? {} : { outcome: 'done' as const }),
        });
    });
    expect(dayForManagers(session).releases).toHaveLength(50);
    expect(leastCpuMilliseconds(() => dayForManagers(session))).toBeLessThan(100);
  });
});
