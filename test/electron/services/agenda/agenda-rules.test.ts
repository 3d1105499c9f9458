import { expect, test } from 'vitest';
import { rulesOf, visitsOf } from '../../../../db/queries/agenda';
import { itemsOf } from '../../../../db/queries/meetings';
import { cases } from '../../../../db/schema';
import { addBreak, pinCase, removeCase } from '../../../../electron/services/agenda/agenda';
import { createAgendaOrders } from '../../../../electron/services/agenda/agenda-order';
import * as rules from '../../../../electron/services/agenda/agenda-rules';
import { addNeed } from '../../../../electron/services/cases/case-entries';
import { closeMeeting } from '../../../../electron/services/meeting/close-meeting';
import { orderCases } from '../../../../shared/agenda/order';
import { as } from '../../../support/builders';
import { planToday, planWith, runWith, storedMeeting, surnames } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const orders = createAgendaOrders(async (problem) => orderCases(problem, { clock: () => 0, deadlineMs: 1, rounds: 120 }));

const need = (session: TestSession, caseId: string | undefined, pathway: 'drugs' | 'alcohol' | 'accommodation', agencyId: string) =>
  addNeed(session, { caseId: caseId ?? '', pathway, priority: 'medium', note: '', agencyId });

/** Four cases: drugs services on the first and third, housing on the second and fourth; the last is Red. */
function fourCases(session: TestSession, open: typeof planWith = planWith) {
  const listed = open(session, ['Abbotslow', 'Bramblecote', 'Carterwick', { surname: 'Doylehurst', colour: 'R' }]);
  for (const index of [0, 2]) need(session, listed.caseIds[index], 'drugs', 'agency-drugs');
  for (const index of [1, 3]) need(session, listed.caseIds[index], 'accommodation', 'agency-housing');
  const [a = '', b = '', c = '', d = ''] = listed.itemIds;
  return { ...listed, a, b, c, d };
}

const stored = (session: TestSession, meetingId: string) =>
  rulesOf(
    session.read,
    storedMeeting(session, meetingId),
    itemsOf(session.read, meetingId).map(({ id, caseId }) => ({ id, caseId: caseId ?? '' })),
  );

test('Every rule of a conference is kept until it is taken away again.', async () => {
  const session = openScheme();
  const { meetingId, a, b, c, d } = fourCases(session);
  rules.setOrderRule(session, { meetingId, order: 'by-colour' });
  rules.setSittings(session, { meetingId, sittings: { firstEndsAt: '12:30', secondStartsAt: '13:30' } });
  rules.setMostMinutes(session, { meetingId, minutes: 90 });
  rules.setFixedStart(session, { itemId: c, startsAt: '10:30' });
  rules.setVisit(session, { meetingId, agencyId: 'agency-housing', from: '10:00', until: '11:00', isRemote: false });
  rules.setVisit(session, { meetingId, agencyId: 'agency-housing', from: null, until: '11:15', isRemote: true });
  const together = rules.pairCases(session, { kind: 'together', itemId: a, otherItemId: b });
  const kept = rules.keepFrom(session, { itemId: d, agencyId: 'agency-drugs', reason: 'The worker is a relative' });
  addBreak(session, { meetingId, afterPosition: 0, minutes: 15, title: 'Tea', at: '11:00' });
  expect(stored(session, meetingId)).toEqual({
    order: 'by-colour',
    sittings: { firstEndsAt: '12:30', secondStartsAt: '13:30' },
    mostMinutes: 90,
    visits: [{ agencyId: 'agency-housing', from: null, until: '11:15', isRemote: true }],
    caseRules: expect.arrayContaining([
      { id: together, kind: 'together', itemIds: [a, b] },
      { id: kept, kind: 'not-while', itemId: d, agencyId: 'agency-drugs', reason: 'The worker is a relative' },
    ]),
  });
  const view = await orders.view(session, { meetingId });
  expect(view.rules).toEqual(stored(session, meetingId));
  expect([view.items.find(({ id }) => id === c)?.fixedStart, view.breaks[0]?.at]).toEqual(['10:30', '11:00']);

  rules.setOrderRule(session, { meetingId, order: 'any' });
  rules.setSittings(session, { meetingId, sittings: null });
  rules.setMostMinutes(session, { meetingId, minutes: null });
  rules.setFixedStart(session, { itemId: c, startsAt: null });
  rules.removeVisit(session, { meetingId, agencyId: 'agency-housing' });
  for (const ruleId of [together, kept]) rules.removeCaseRule(session, { ruleId });
  expect(stored(session, meetingId)).toEqual({ order: 'any', sittings: null, mostMinutes: null, visits: [], caseRules: [] });
  expect(visitsOf(session.read, meetingId)).toEqual([]);
});

test('One rule about two cases replaces the other, and saying it twice changes nothing.', () => {
  const session = openScheme();
  const { meetingId, a, b } = fourCases(session);
  const first = rules.pairCases(session, { kind: 'together', itemId: a, otherItemId: b });
  expect(rules.pairCases(session, { kind: 'together', itemId: b, otherItemId: a })).toBe(first);
  const second = rules.pairCases(session, { kind: 'apart', itemId: b, otherItemId: a });
  expect(stored(session, meetingId).caseRules).toEqual([{ id: second, kind: 'apart', itemIds: [b, a] }]);
});

test('The order keeps the rules: Red first, an agency gone in time, two cases beside each other.', async () => {
  const session = openScheme();
  const { meetingId, a, b } = fourCases(session);
  rules.setOrderRule(session, { meetingId, order: 'red-first' });
  await orders.order(session, { meetingId });
  expect(surnames(session, meetingId)).toEqual(['DOYLEHURST', 'BRAMBLECOTE', expect.anything(), expect.anything()]);
  rules.setOrderRule(session, { meetingId, order: 'any' });
  rules.setVisit(session, { meetingId, agencyId: 'agency-drugs', from: null, until: '10:17', isRemote: false });
  await orders.order(session, { meetingId });
  expect((await orders.view(session, { meetingId })).slots.find(({ agencyId }) => agencyId === 'agency-drugs')?.leavesAt).toBe('10:17');
  rules.pairCases(session, { kind: 'together', itemId: a, otherItemId: b });
  await orders.order(session, { meetingId });
  const order = surnames(session, meetingId);
  expect(Math.abs(order.indexOf('ABBOTSLOW') - order.indexOf('BRAMBLECOTE'))).toBe(1);
});

test('Rules that cannot all hold are told with by how much, and the nearest agenda is given.', async () => {
  const session = openScheme();
  const { meetingId } = fourCases(session);
  rules.setVisit(session, { meetingId, agencyId: 'agency-housing', from: null, until: '10:12', isRemote: false });
  rules.setMostMinutes(session, { meetingId, minutes: 20 });
  await orders.order(session, { meetingId });
  const view = await orders.view(session, { meetingId });
  expect(view.violations.map(({ rule, amount, words }) => [rule, amount, words])).toEqual([
    ['until', 7, expect.stringMatching(/can come until 10:12; its last case ends at 10:19: 7 min too late\.$/)],
    ['length', 11, 'The meeting takes 11 min longer than the 20 min that it may.'],
  ]);
  expect([view.leastViolation, view.isRuleSureToBreak]).toEqual([18, true]);
  expect(view.cost).toMatchObject({ now: 0, least: 0 });
});

test('What an agenda breaks is said of the order on the screen, while an order that breaks nothing is known.', async () => {
  const session = openScheme();
  const { meetingId, a } = fourCases(session);
  rules.keepFrom(session, { itemId: a, agencyId: 'agency-housing', reason: '' });
  rules.setFixedStart(session, { itemId: a, startsAt: '10:00' });
  pinCase(session, { itemId: a, isPinned: true });
  const view = await orders.view(session, { meetingId });
  expect(view.violations.map(({ words }) => words)).toEqual(['ABBOTSLOW, Ashe is to start at 10:00; it starts at 10:05: 5 min too late.']);
  expect(view.leastViolation).toBe(5);
});

test('A rule about a case that was taken off the agenda, or an agency that no case concerns, asks for nothing.', async () => {
  const session = openScheme();
  const { meetingId, a, b } = fourCases(session);
  rules.pairCases(session, { kind: 'apart', itemId: a, otherItemId: b });
  rules.setVisit(session, { meetingId, agencyId: 'agency-prison', from: null, until: '10:01', isRemote: false });
  removeCase(session, { itemId: b, reason: '' });
  const view = await orders.view(session, { meetingId });
  expect([view.rules.caseRules, view.violations]).toEqual([[], []]);
});

test('An agency that stays throughout may have a time too: then the cases that it leads are heard in it, and it is on the plan for as long.', async () => {
  const session = openScheme();
  const { meetingId, b } = fourCases(session);
  const caseId = session.read.query.agendaItems.findFirst({ where: (row, { eq }) => eq(row.id, b) }).sync()?.caseId ?? '';
  session.record('case edited', (operation) => operation.put(cases, caseId, { leadAgencyId: 'agency-police' }));
  rules.setVisit(session, { meetingId, agencyId: 'agency-police', from: null, until: '10:12', isRemote: false });
  const before = await orders.view(session, { meetingId });
  const police = before.slots.find(({ agencyId }) => agencyId === 'agency-police');
  expect(police).toMatchObject({ isCore: true, arrivesAt: '10:00', leavesAt: '10:12' });
  expect(before.violations.map(({ words }) => words)).toEqual([
    expect.stringMatching(/^Police can come until 10:12; the last case that it leads ends at 10:\d\d: \d+ min too late\.$/),
  ]);
  await orders.order(session, { meetingId });
  const after = await orders.view(session, { meetingId });
  expect(after.items[0]?.id).toBe(b);
  expect([after.violations, after.cost.isLeastProven]).toEqual([[], true]);
});

test('What makes no sense is refused with a sentence, and nothing is written.', () => {
  const session = openScheme();
  const { meetingId, a, b } = fourCases(session);
  const refused = (write: () => unknown, words: string) => expect(write).toThrow(words);
  refused(() => rules.setSittings(session, { meetingId, sittings: { firstEndsAt: '09:50', secondStartsAt: '13:00' } }), 'starts at 10:00');
  refused(() => rules.setSittings(session, { meetingId, sittings: { firstEndsAt: '12:00', secondStartsAt: '11:00' } }), 'before the first');
  refused(
    () => rules.setVisit(session, { meetingId, agencyId: 'agency-housing', from: '11:00', until: '10:00', isRemote: false }),
    'before it can come',
  );
  refused(
    () => rules.setVisit(session, { meetingId, agencyId: 'agency-police', from: null, until: '10:30', isRemote: true }),
    'stays throughout',
  );
  refused(() => rules.keepFrom(session, { itemId: a, agencyId: 'agency-police', reason: '' }), 'stays throughout');
  refused(() => rules.pairCases(session, { kind: 'apart', itemId: a, otherItemId: a }), 'one case, not two');
  const other = planToday(session, { startsAt: '14:00' });
  expect(other).not.toBe(meetingId);
  refused(() => rules.removeVisit(session, { meetingId, agencyId: 'agency-housing' }), 'Nothing is set');
  refused(() => rules.removeCaseRule(session, { ruleId: 'none' }), 'gone already');
  refused(() => rules.pairCases(as(session, 'partner'), { kind: 'apart', itemId: a, otherItemId: b }), 'plan or run a conference');
  refused(() => rules.setOrderRule(as(session, 'manager'), { meetingId, order: 'red-first' }), 'plan or run a conference');
  expect(stored(session, meetingId)).toEqual({ order: 'any', sittings: null, mostMinutes: null, visits: [], caseRules: [] });
});

test('The rules of a closed conference stay as they were.', () => {
  const session = openScheme();
  const { meetingId, a } = fourCases(session, runWith);
  closeMeeting(session, { meetingId });
  expect(() => rules.setOrderRule(session, { meetingId, order: 'red-first' })).toThrow('closed');
  expect(() => rules.setFixedStart(session, { itemId: a, startsAt: '10:30' })).toThrow('closed');
});

test('Who may know one case of a rule need not know the other: the rule lies with the first and names the second by its id alone.', () => {
  const session = openScheme();
  const { a, b, caseIds } = fourCases(session);
  rules.pairCases(session, { kind: 'apart', itemId: a, otherItemId: b });
  const spaces = session.connection.raw.prepare("select distinct space from commits where intent = 'cases kept apart'").pluck().all();
  expect(spaces).toEqual([`case:${caseIds[0]}`]);
});
