import ical from 'node-ical';
import { beforeEach, describe, expect, test } from 'vitest';
import { slotsOf } from '../../../db/queries/agenda-slots';
import { changesSince } from '../../../db/queries/changes-since';
import { conferenceAhead, conferenceCalledOff, openActionsOf, papersOf } from '../../../db/queries/partners-day';
import { actions, agendaItems, agendaSlots, contributions, documents, meetings, referrals, services } from '../../../db/schema';
import { makeOwnEntries } from '../../../electron/services/invitations/invitations';
import { contribute, reviseUpdate } from '../../../electron/services/meeting/chairing';
import { dayForPartners, markSeen } from '../../../electron/services/partners-day';
import { addCase, as } from '../../support/builders';
import { plansOf, scans } from '../../support/query-plans';
import { openTestScheme, type TestSession } from '../../support/session';

/** Today is Tue 3 Mar 2026, 10:00; the partner is of the housing agency. */
let office: TestSession;
let partner: TestSession;
beforeEach(() => {
  office = openTestScheme();
  partner = as(office, 'partner', 'housing');
});

const caseOf = (agencyKind: string, surname = 'Carterwick') => addCase(office, { surname, leadAgencyId: `agency-${agencyKind}` });

function planConference(fields: Partial<typeof meetings.$inferInsert> = {}): string {
  return office.record('conference planned', (operation) => {
    const id = operation.newId();
    operation.put(meetings, id, { title: 'Weekly conference', number: 49, heldOn: '2026-03-10', place: 'Civic Hall', ...fields });
    return id;
  });
}
const list = (meetingId: string, caseId: string, position = 1) =>
  office.record('case put on the agenda', (operation) => {
    const id = operation.newId();
    operation.put(agendaItems, id, { meetingId, caseId, position });
    return id;
  });
const slot = (meetingId: string, fields: Partial<typeof agendaSlots.$inferInsert> = {}, agencyKind = 'housing') =>
  office.record('agenda issued', (operation) => {
    operation.put(meetings, meetingId, { state: 'agenda-issued', agendaVersion: 1 });
    operation.put(agendaSlots, `${meetingId}-${agencyKind}`, {
      meetingId,
      agencyId: `agency-${agencyKind}`,
      arrives: 24,
      leaves: 48,
      changedAt: operation.at,
      ...fields,
    });
  });

describe('a partner’s day', () => {
  test('is empty, and says that no case has come, where someone has just joined', () => {
    expect(dayForPartners(partner)).toMatchObject({
      hasCases: false,
      conference: null,
      calledOff: null,
      actions: [],
      referrals: [],
      papers: [],
      changes: { since: null, groups: [] },
    });
  });

  test('is refused in words to someone who belongs to no agency', () => {
    expect(() => dayForPartners({ ...partner, me: { ...partner.me, agencyId: null } })).toThrow(/You belong to no agency/);
  });

  test('shows the next conference with the agency’s own cases only, each with why it is its concern', () => {
    planConference({ heldOn: '2026-03-17' });
    const next = planConference();
    list(next, caseOf('drugs', 'Oakenfell'), 1);
    list(next, caseOf('housing', 'Thistlemoor'), 2);
    const { conference } = dayForPartners(partner);
    expect(conference).toMatchObject({ id: next, heldOn: '2026-03-10', slot: null });
    expect(conference?.cases.map(({ caseName, why }) => [caseName, why])).toEqual([['THISTLEMOOR, Dean', 'Leads the case']]);
  });

  test('shows one that is running before one to come, and none that is over', () => {
    planConference({ heldOn: '2026-02-24', state: 'closed' });
    planConference();
    const running = planConference({ heldOn: '2026-03-03', state: 'running' });
    expect(dayForPartners(partner).conference?.id).toBe(running);
  });

  test('tells the soonest conference to come that was called off', () => {
    planConference({ state: 'cancelled' });
    planConference({ heldOn: '2026-02-24', state: 'cancelled' });
    expect(dayForPartners(partner).calledOff).toEqual({ heldOn: '2026-03-10', title: 'Weekly conference' });
  });

  test('gives the agency’s time as it was issued, not as its own few cases would make it', () => {
    const meetingId = planConference();
    list(meetingId, caseOf('housing'));
    slot(meetingId, {}, 'drugs');
    slot(meetingId, { stays: '[[24,30],[60,72]]', isRemote: true });
    expect(dayForPartners(partner).conference?.slot).toEqual({
      stays: [
        { arrivesAt: '10:24', leavesAt: '10:30' },
        { arrivesAt: '11:00', leavesAt: '11:12' },
      ],
      isRemote: true,
      before: null,
    });
  });

  test('says what the time was when the person last looked, also where only the conference moved', () => {
    const meetingId = planConference();
    slot(meetingId);
    markSeen(partner, { upTo: dayForPartners(partner).changes.upTo });
    office.advance(60_000);
    expect(dayForPartners(partner).conference?.slot?.before).toBeNull();
    office.record('conference moved', (operation) => operation.put(meetings, meetingId, { heldOn: '2026-03-11', startsAt: '09:30' }));
    expect(dayForPartners(partner).conference?.slot).toMatchObject({
      stays: [{ arrivesAt: '09:54', leavesAt: '10:18' }],
      before: { on: '2026-03-10', arrivesAt: '10:24', leavesAt: '10:48' },
    });
    office.advance(60_000);
    markSeen(partner, { upTo: dayForPartners(partner).changes.upTo });
    expect(dayForPartners(partner).conference?.slot?.before).toBeNull();
  });

  test('has the agency’s open actions, its unanswered referrals with the longest waiting first, and its latest papers', () => {
    const caseId = caseOf('housing');
    office.record('things set', (operation) => {
      for (const [agencyKind, outcome] of [
        ['housing', null],
        ['housing', 'done'],
        ['drugs', null],
      ] as const)
        operation.put(actions, operation.newId(), { caseId, agencyId: `agency-${agencyKind}`, text: agencyKind, outcome });
      operation.put(services, 'beds', { name: 'Supported beds', agencyId: 'agency-housing', pathway: 'accommodation' });
      operation.put(services, 'clinic', { name: 'Clinic', agencyId: 'agency-drugs', pathway: 'drugs' });
      operation.put(referrals, 'newer', { caseId, serviceId: 'beds', state: 'waiting', referredOn: '2026-03-02', changedOn: '2026-03-02' });
      operation.put(referrals, 'older', { caseId, serviceId: 'beds', state: 'waiting', referredOn: '2026-02-02', changedOn: '2026-02-02' });
      operation.put(referrals, 'begun', { caseId, serviceId: 'beds', state: 'started', referredOn: '2026-02-02' });
      operation.put(referrals, 'other', { caseId, serviceId: 'clinic', state: 'waiting', referredOn: '2026-02-02' });
      const pack = { kind: 'tasking-pack', agencyId: 'agency-housing', number: 'CW-2026-001', issuedAt: operation.at } as const;
      operation.put(documents, 'first', pack);
      operation.put(documents, 'second', { ...pack, version: 2 });
      operation.put(documents, 'theirs', { ...pack, agencyId: 'agency-drugs', number: 'CW-2026-002' });
      operation.put(documents, 'old', { ...pack, number: 'CW-2025-090', issuedAt: '2025-12-01T12:00:00.000Z' });
    });
    const day = dayForPartners(partner);
    expect(day.actions.map(({ text }) => text)).toEqual(['housing']);
    expect(day.referrals.map(({ id }) => id)).toEqual(['older', 'newer']);
    expect(day.papers.map(({ id }) => id)).toEqual(['second']);
  });
});

describe('what is new for a partner', () => {
  const seenNow = () => markSeen(partner, { upTo: dayForPartners(partner).changes.upTo });

  test('is nothing on the first day, and afterwards what others recorded on its cases, its papers and the conference', () => {
    const caseId = caseOf('housing');
    expect(dayForPartners(partner).changes.groups).toEqual([]);
    seenNow();
    office.advance(60_000);
    office.record('advice changed', (operation) => operation.put(actions, operation.newId(), { caseId, text: 'Ring the landlord' }));
    office.record('advice changed', (operation) => operation.put(actions, operation.newId(), { caseId, text: 'Ring again' }));
    planConference();
    office.record('tasking pack issued', (operation) => operation.put(documents, 'ours', { agencyId: 'agency-housing' }));
    office.record('tasking pack issued', (operation) => operation.put(documents, 'theirs', { agencyId: 'agency-drugs' }));
    expect(dayForPartners(partner).changes.groups.map(({ caseName, lines }) => [caseName, lines])).toEqual([
      [
        '',
        [
          { what: 'tasking pack issued', by: 'Police', count: 1 },
          { what: 'conference planned', by: 'Police', count: 1 },
        ],
      ],
      ['CARTERWICK, Dean', [{ what: 'advice changed', by: 'Police', count: 2 }]],
    ]);
    seenNow();
    expect(dayForPartners(partner).changes.groups).toEqual([]);
  });

  test('leaves out what the person did, and tells a case that has only now come as one line', () => {
    seenNow();
    const caseId = caseOf('housing');
    office.record('advice changed', (operation) => operation.put(actions, operation.newId(), { caseId, text: 'Ring the landlord' }));
    const mine = changesSince(partner.read, 0, { agencyId: 'agency-housing', personId: 'person-coordinator' });
    expect(mine).toEqual([]);
    expect(dayForPartners(partner).changes.groups).toMatchObject([{ caseId, lines: [{ what: 'new to your agency', by: '', count: 1 }] }]);
  });
});

describe('a partner’s update', () => {
  const written = () =>
    office.read
      .select()
      .from(contributions)
      .all()
      .map(({ text, withdrawnOn }) => [text, withdrawnOn]);

  test('stands on the case at once, can be put right and taken back, and stays once the case is heard', () => {
    const meetingId = planConference();
    const itemId = list(meetingId, caseOf('housing'));
    const mine = () => dayForPartners(partner).conference?.cases[0]?.updates ?? [];
    contribute(partner, { itemId, agencyId: 'agency-housing', personId: 'person-housing', text: 'A room is held' });
    expect(mine()).toMatchObject([{ text: 'A room is held' }]);
    reviseUpdate(partner, { id: mine()[0]?.id ?? '', text: 'A room is held until the ninth' });
    expect(mine()).toMatchObject([{ text: 'A room is held until the ninth' }]);
    contribute(partner, { itemId, agencyId: 'agency-housing', personId: null, text: 'Sent by a slip' });
    reviseUpdate(partner, { id: mine().find(({ text }) => text === 'Sent by a slip')?.id ?? '', text: ' ' });
    expect(written().toSorted()).toEqual([
      ['A room is held until the ninth', null],
      ['Sent by a slip', '2026-03-03'],
    ]);
    office.record('case discussed', (operation) => operation.put(agendaItems, itemId, { state: 'discussed' }));
    expect(() => reviseUpdate(partner, { id: mine()[0]?.id ?? '', text: 'Too late' })).toThrow(/has been heard/);
  });

  test('of another agency is refused', () => {
    const itemId = list(planConference(), caseOf('housing'));
    contribute(office, { itemId, agencyId: 'agency-drugs', personId: null, text: 'Seen at the clinic' });
    const id = office.read.select({ id: contributions.id }).from(contributions).get()?.id ?? '';
    expect(() => reviseUpdate(partner, { id, text: 'Not seen' })).toThrow(/cannot write an update for another agency/);
    expect(() => reviseUpdate(partner, { id: 'gone', text: 'Not seen' })).toThrow(/no longer, in your copy/);
  });
});

describe('a partner’s calendar entry', () => {
  test('is for its own time, takes the place of the one that was sent, and asks nobody to answer', () => {
    const meetingId = planConference();
    slot(meetingId, { sequence: 2 });
    const [made] = makeOwnEntries(partner, { meetingId });
    const text = new TextDecoder().decode(made?.bytes);
    expect(made?.fileName).toMatch(/\.ics$/);
    const [event] = Object.values(ical.sync.parseICS(text)).filter((each) => each?.type === 'VEVENT');
    expect(event).toMatchObject({ uid: `${slotsOf(office.read, meetingId)[0]?.id}@roundtable.invalid`, sequence: 2 });
    expect(text).toContain('METHOD:PUBLISH');
    expect(text).not.toContain('ATTENDEE');
  });

  test('is refused in words where the agency has no time on the agenda', () => {
    expect(() => makeOwnEntries(partner, { meetingId: planConference() })).toThrow(/has no time on this agenda/);
  });
});

test('A partner’s day reads by indexes, however long the log and the lists are.', () => {
  const read = [
    () => conferenceAhead(office.read, '2026-03-03'),
    () => conferenceCalledOff(office.read, '2026-03-03'),
    () => openActionsOf(office.read, 'agency-housing'),
    () => papersOf(office.read, 'agency-housing', '2026-03-03'),
    () => changesSince(office.read, 1, { agencyId: 'agency-housing', personId: 'person-housing' }),
  ];
  for (const query of read) expect(scans(plansOf(office, query))).toEqual([]);
});
