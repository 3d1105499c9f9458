import { expect, test } from 'vitest';
import { itemsOf } from '../../../../db/queries/meetings';
import { addBreak, addCases, moveCase, pinCase, removeCase, setMinutes } from '../../../../electron/services/agenda/agenda';
import { createAgendaOrders } from '../../../../electron/services/agenda/agenda-order';
import { setVisit } from '../../../../electron/services/agenda/agenda-rules';
import type { SearchOrder } from '../../../../electron/services/agenda/agenda-searches';
import { addNeed, overrideRelevance } from '../../../../electron/services/cases/case-entries';
import { beginItem, finishItem } from '../../../../electron/services/meeting/chairing';
import { setAttendance } from '../../../../electron/services/meeting/meetings';
import { orderCases } from '../../../../shared/agenda/order';
import type { OrderProblem } from '../../../../shared/agenda/order-problem';
import type { Pathway } from '../../../../shared/language/pathway';
import { as } from '../../../support/builders';
import { type Listed, minute, newCases, planWith, runWith, surnames } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();

/** The app's own search, held to a number of rounds so that it does not depend on the machine. */
const search: SearchOrder = async (problem) => orderCases(problem, { clock: () => 0, deadlineMs: 1, rounds: 200 });

function counting(): { readonly search: SearchOrder; readonly problems: OrderProblem[] } {
  const problems: OrderProblem[] = [];
  return {
    problems,
    search: (problem) => {
      problems.push(problem);
      return search(problem);
    },
  };
}

const need = (session: TestSession, caseId: string, pathway: Pathway, agencyId: string) =>
  addNeed(session, { caseId, pathway, priority: 'medium', note: '', agencyId });

/** Drugs, alcohol, drugs, alcohol…: in this order both services sit through each other’s cases. */
function alternating(session: TestSession, open: typeof planWith = planWith): Listed {
  const listed = open(session, ['Abbotslow', 'Bramblecote', 'Carterwick', 'Doylehurst', 'Evansmere', 'Farrowby']);
  for (const [index, caseId] of listed.caseIds.entries()) {
    if (index % 2 === 0) need(session, caseId, 'drugs', 'agency-drugs');
    else need(session, caseId, 'alcohol', 'agency-alcohol');
  }
  return listed;
}

test('The agenda shows when each agency is in the room, what partners wait, and the least that they could.', async () => {
  const session = openScheme();
  const { meetingId } = alternating(session);
  const view = await createAgendaOrders(search).view(session, { meetingId });
  expect(view).toMatchObject({ openingMinutes: 5, totalMinutes: 41, endsAt: '10:41', agendaVersion: 0 });
  expect(view.meeting).toMatchObject({ id: meetingId, cases: 6, state: 'planned' });
  expect(view.cost).toEqual({ now: 24, listOrder: 24, least: 0, isLeastProven: true });
  const slot = (agencyId: string) => view.slots.find((each) => each.agencyId === agencyId);
  expect(slot('agency-drugs')).toMatchObject({ arrivesAt: '10:05', leavesAt: '10:35', waits: 12, isCore: false });
  expect(slot('agency-police')).toMatchObject({ arrivesAt: '10:00', leavesAt: '10:41', waits: 0, isCore: true });
  expect(slot('agency-housing')).toBeUndefined();
  expect(view.items[1]).toMatchObject({ caseName: 'BRAMBLECOTE, Ashe', position: 2, startsAt: '10:11', isPinned: false });
  expect(view.items[1]?.agencies.find(({ agencyId }) => agencyId === 'agency-alcohol')?.reason).toBe('Alcohol need, medium');
});

test('Ordering lays each agency’s cases together in one operation, and the order the list came in is still what it is measured against.', async () => {
  const session = openScheme();
  const { meetingId } = alternating(session);
  const orders = createAgendaOrders(search);
  await orders.order(session, { meetingId });
  const view = await orders.view(session, { meetingId });
  expect(view.cost).toEqual({ now: 0, listOrder: 24, least: 0, isLeastProven: true });
  expect(itemsOf(session.read, meetingId).map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(session.connection.raw.prepare("select distinct operation from commits where intent = 'agenda ordered'").all()).toHaveLength(1);
});

test('A pinned case keeps its place, and the least possible is that without the pin.', async () => {
  const session = openScheme();
  const { meetingId, itemIds } = alternating(session);
  for (const itemId of itemIds.slice(0, 2)) pinCase(session, { itemId, isPinned: true });
  const orders = createAgendaOrders(search);
  await orders.order(session, { meetingId });
  expect(surnames(session, meetingId).slice(0, 2)).toEqual(['ABBOTSLOW', 'BRAMBLECOTE']);
  const { cost } = await orders.view(session, { meetingId });
  expect(cost).toMatchObject({ now: 18, least: 0 });
});

test('Of an order and its reverse, which cost the same, the one with the Red cases first is taken.', async () => {
  const session = openScheme();
  const { meetingId, caseIds } = planWith(session, ['Abbotslow', 'Bramblecote', 'Carterwick', { surname: 'Doylehurst', colour: 'R' }]);
  for (const [index, caseId] of caseIds.entries()) need(session, caseId, 'drugs', index < 2 ? 'agency-drugs' : 'agency-alcohol');
  await createAgendaOrders(search).order(session, { meetingId });
  expect(surnames(session, meetingId).indexOf('DOYLEHURST')).toBeLessThan(2);
});

test('Nobody waits through a break, and a break moves what follows it.', async () => {
  const session = openScheme();
  const { meetingId } = alternating(session);
  addBreak(session, { meetingId, afterPosition: 3, minutes: 15, title: 'Break' });
  const view = await createAgendaOrders(search).view(session, { meetingId });
  expect(view.cost.now).toBe(24);
  expect(view.breaks).toMatchObject([{ afterPosition: 3, minutes: 15, startsAt: '10:23' }]);
  expect(view.items[3]?.startsAt).toBe('10:38');
  expect(view.endsAt).toBe('10:56');
});

test('An agency taken off a case by hand does not wait for it.', async () => {
  const session = openScheme();
  const { meetingId, caseIds } = alternating(session);
  overrideRelevance(session, { caseId: caseIds[4] ?? '', agencyId: 'agency-drugs', isRelevant: false, reason: 'Closed to the service' });
  const view = await createAgendaOrders(search).view(session, { meetingId });
  expect(view.slots.find(({ agencyId }) => agencyId === 'agency-drugs')).toMatchObject({ leavesAt: '10:23', waits: 6 });
  expect(view.items[4]?.agencies.find(({ agencyId }) => agencyId === 'agency-drugs')).toMatchObject({ isRelevant: false, isByHand: true });
});

test('Moving and pinning cases by hand does not search again; other minutes or cases do.', async () => {
  const session = openScheme();
  const { meetingId, itemIds } = alternating(session);
  const { search: counted, problems } = counting();
  const orders = createAgendaOrders(counted);
  await orders.view(session, { meetingId });
  moveCase(session, { itemId: itemIds[0] ?? '', position: 4 });
  pinCase(session, { itemId: itemIds[1] ?? '', isPinned: true });
  await orders.view(session, { meetingId });
  expect(problems).toHaveLength(1);
  setMinutes(session, { itemId: itemIds[0] ?? '', minutes: 12 });
  await orders.view(session, { meetingId });
  removeCase(session, { itemId: itemIds[5] ?? '', reason: 'In hospital' });
  await orders.view(session, { meetingId });
  expect(problems).toHaveLength(3);
});

test('A search that failed is tried again.', async () => {
  const session = openScheme();
  const { meetingId } = alternating(session);
  let isFirst = true;
  const orders = createAgendaOrders((problem) => {
    if (!isFirst) return search(problem);
    isFirst = false;
    return Promise.reject(new Error('The worker went away.'));
  });
  await expect(orders.view(session, { meetingId })).rejects.toThrow('The worker went away.');
  expect((await orders.view(session, { meetingId })).cost.least).toBe(0);
});

test('Where the search found nothing better than the order on the screen, that is the least, and it is not called proven.', async () => {
  const session = openScheme();
  const { meetingId } = alternating(session);
  const orders = createAgendaOrders(search);
  await orders.order(session, { meetingId });
  const weak = createAgendaOrders(async (problem) => ({
    order: problem.durations.map((_, index) => index),
    cost: 99,
    lowerBound: 0,
    violation: 0,
    isRuleSureToBreak: false,
    proven: false,
  }));
  expect((await weak.view(session, { meetingId })).cost).toMatchObject({ now: 0, least: 0, isLeastProven: false });
});

test('An agenda without cases costs nobody anything.', async () => {
  const session = openScheme();
  const { meetingId } = planWith(session, ['Abbotslow']);
  const [only] = itemsOf(session.read, meetingId);
  removeCase(session, { itemId: only?.id ?? '', reason: '' });
  const orders = createAgendaOrders(search);
  await orders.order(session, { meetingId });
  const view = await orders.view(session, { meetingId });
  expect(view).toMatchObject({
    items: [],
    totalMinutes: 5,
    endsAt: '10:05',
    cost: { now: 0, listOrder: 0, least: 0, isLeastProven: true },
  });
});

test('Once a case has been begun, and for anybody but a coordinator, the order is not worked out anew.', async () => {
  const session = openScheme();
  const { meetingId, itemIds } = alternating(session, runWith);
  const orders = createAgendaOrders(search);
  await expect(orders.order(as(session, 'manager'), { meetingId })).rejects.toThrow('plan or run a conference');
  beginItem(session, { itemId: itemIds[0] ?? '' });
  await expect(orders.order(session, { meetingId })).rejects.toThrow('only what remains');
  await expect(orders.view(session, { meetingId: 'nowhere' })).rejects.toThrow('not in your copy of the scheme');
});

test('While it runs, only what is still to come is ordered; whoever is in the room already waits from now on.', async () => {
  const session = openScheme();
  const { meetingId, itemIds } = alternating(session, runWith);
  const orders = createAgendaOrders(search);
  for (const itemId of itemIds.slice(0, 2)) {
    beginItem(session, { itemId });
    session.advance(6 * minute);
  }
  finishItem(session, { itemId: itemIds[0] ?? '', state: 'discussed' });
  setAttendance(session, { id: null, meetingId, agencyId: 'agency-drugs', personId: null, guestName: '', status: 'present' });
  await orders.orderRemaining(session, { meetingId });
  // Alcohol services sit in the current case and drugs services are here: both have two cases left, and either way one waits.
  expect(surnames(session, meetingId).slice(0, 2)).toEqual(['ABBOTSLOW', 'BRAMBLECOTE']);
  expect(surnames(session, meetingId).slice(2).toSorted()).toEqual(['CARTERWICK', 'DOYLEHURST', 'EVANSMERE', 'FARROWBY']);
  const [third, fourth] = surnames(session, meetingId).slice(2);
  expect([
    ['CARTERWICK', 'EVANSMERE'],
    ['DOYLEHURST', 'FARROWBY'],
  ]).toContainEqual([third, fourth].toSorted());
});

test('Of what remains, an agency that must leave early is heard first, and a case put on late finds its place.', async () => {
  const session = openScheme();
  const { meetingId, itemIds } = alternating(session, runWith);
  const orders = createAgendaOrders(search);
  beginItem(session, { itemId: itemIds[0] ?? '' });
  setVisit(session, { meetingId, agencyId: 'agency-alcohol', from: null, until: '10:24', isRemote: false });
  const [late = ''] = newCases(session, ['Gorsedale']);
  need(session, late, 'alcohol', 'agency-alcohol');
  addCases(session, { meetingId, caseIds: [late], reason: 'by-hand' });
  await orders.orderRemaining(session, { meetingId });
  expect(surnames(session, meetingId).slice(1, 5).toSorted()).toEqual(['BRAMBLECOTE', 'DOYLEHURST', 'FARROWBY', 'GORSEDALE']);
  await expect(orders.orderRemaining(as(session, 'partner'), { meetingId })).rejects.toThrow('plan or run a conference');
});
