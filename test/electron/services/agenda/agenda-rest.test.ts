import { expect, test } from 'vitest';
import { rebuild } from '../../../../db/log/rebuild';
import { visitsOf } from '../../../../db/queries/agenda';
import { itemsOf } from '../../../../db/queries/meetings';
import { cases } from '../../../../db/schema';
import { createAgendaOrders } from '../../../../electron/services/agenda/agenda-order';
import { changeRest, previewRest } from '../../../../electron/services/agenda/agenda-rest';
import { overrideRelevance } from '../../../../electron/services/cases/case-entries';
import { beginItem, getChair } from '../../../../electron/services/meeting/chairing';
import { orderCases } from '../../../../shared/agenda/order';
import { Refusal } from '../../../../shared/language/refusal';
import { as } from '../../../support/builders';
import { newCases, runWith, surnames } from '../../../support/conference';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const orders = createAgendaOrders(async (problem) => orderCases(problem, { clock: () => 0, deadlineMs: 1, rounds: 50 }));

/** Four cases under way at the first; Housing comes for the first two and the last, Drugs for the third. */
function running(session: TestSession) {
  const listed = runWith(session, ['Abbotslow', 'Bramblecote', 'Carterwick', 'Doylehurst']);
  const concern = (index: number, kind: string) =>
    overrideRelevance(session, {
      caseId: listed.caseIds[index] ?? '',
      agencyId: `agency-${kind}`,
      isRelevant: true,
      reason: 'Asked to come',
    });
  for (const index of [0, 1, 3]) concern(index, 'housing');
  concern(2, 'drugs');
  beginItem(session, { itemId: listed.itemIds[0] ?? '' });
  return listed;
}

test('An agency that must leave early has its cases first, and the effect is told before anything changes.', async () => {
  const session = openScheme();
  const { meetingId, caseIds } = running(session);
  const told = { agencyId: 'agency-housing', end: 'until', at: '10:20' } as const;
  const preview = await previewRest(session, orders, { meetingId, told, caseId: null });
  expect(preview.orderBefore).toEqual(caseIds);
  const order = preview.cases.map(({ caseName, positionBefore }) => [caseName, positionBefore]);
  expect(order.slice(0, 2).sort()).toEqual([
    ['BRAMBLECOTE, Ashe', 2],
    ['DOYLEHURST, Ashe', 4],
  ]);
  expect(order[2]).toEqual(['CARTERWICK, Ashe', 3]);
  expect(preview).toMatchObject({ waitingBefore: 6, waiting: 0, violations: [], toldBefore: null });
  expect(preview.agencies.map(({ agencyId }) => agencyId)).toEqual(['agency-housing', 'agency-drugs']);
  expect(surnames(session, meetingId)).toEqual(['ABBOTSLOW', 'BRAMBLECOTE', 'CARTERWICK', 'DOYLEHURST']);

  changeRest(session, { meetingId, order: [...preview.order], told, add: null, remove: null });
  expect(itemsOf(session.read, meetingId).map(({ caseId }) => caseId)).toEqual(preview.order);
  expect(surnames(session, meetingId)).toMatchObject({ 0: 'ABBOTSLOW', 3: 'CARTERWICK' });
  expect(visitsOf(session.read, meetingId)).toMatchObject([{ agencyId: 'agency-housing', comesUntil: '10:20' }]);
});

test('What was taken is taken back whole: the order, the early leaving, and the case that came in.', async () => {
  const session = openScheme();
  const { meetingId } = running(session);
  const [late = ''] = newCases(session, ['Evansmere']);
  const told = { agencyId: 'agency-housing', end: 'until', at: '10:20' } as const;
  const preview = await previewRest(session, orders, { meetingId, told, caseId: late });
  expect(preview.cases.find(({ caseId }) => caseId === late)).toMatchObject({ caseName: 'EVANSMERE, Ashe', positionBefore: null });
  changeRest(session, { meetingId, order: [...preview.order], told, add: late, remove: null });
  expect(itemsOf(session.read, meetingId).map(({ caseId }) => caseId)).toEqual(preview.order);
  changeRest(session, {
    meetingId,
    order: [...preview.orderBefore],
    told: { ...told, at: preview.toldBefore },
    add: null,
    remove: late,
  });
  expect(surnames(session, meetingId)).toEqual(['ABBOTSLOW', 'BRAMBLECOTE', 'CARTERWICK', 'DOYLEHURST']);
  expect(visitsOf(session.read, meetingId)).toEqual([]);
});

test('Of an agency that stays throughout, the cases that it leads come before it leaves.', async () => {
  const session = openScheme();
  const { meetingId, caseIds } = running(session);
  session.record('case edited', (operation) => operation.put(cases, caseIds[3] ?? '', { leadAgencyId: 'agency-probation' }));
  const told = { agencyId: 'agency-probation', end: 'until', at: '10:14' } as const;
  const preview = await previewRest(session, orders, { meetingId, told, caseId: null });
  expect(preview.cases[0]?.caseId).toBe(caseIds[3]);
  changeRest(session, { meetingId, order: [...preview.order], told, add: null, remove: null });
  expect(visitsOf(session.read, meetingId)).toMatchObject([{ agencyId: 'agency-probation', comesUntil: '10:14' }]);
  const chair = getChair(session, { meetingId });
  expect(chair.visits).toEqual([{ agencyId: 'agency-probation', from: null, until: '10:14', isRemote: false }]);
  expect(chair.slots.find(({ agencyId }) => agencyId === 'agency-probation')).toMatchObject({ isCore: true, leavesAt: '10:14' });
});

test('An agency that comes late has its cases after it has come, and what it told is there after a restart, for whoever chairs.', async () => {
  const session = openScheme();
  const { meetingId, caseIds } = running(session);
  session.record('case edited', (operation) => operation.put(cases, caseIds[1] ?? '', { leadAgencyId: 'agency-police' }));
  const told = { agencyId: 'agency-police', end: 'from', at: '10:16' } as const;
  const preview = await previewRest(session, orders, { meetingId, told, caseId: null });
  expect(preview.order.indexOf(caseIds[1] ?? '')).toBeGreaterThan(1);
  expect(preview.violations).toEqual([]);
  changeRest(session, { meetingId, order: [...preview.order], told, add: null, remove: null });
  const must = { ...told, end: 'until', at: '10:40' } as const;
  const both = await previewRest(session, orders, { meetingId, told: must, caseId: null });
  changeRest(session, { meetingId, order: [...both.order], told: must, add: null, remove: null });
  // The tables made anew from the log, as another computer makes them from what it is sent.
  rebuild(session.connection);
  expect(getChair(session, { meetingId }).visits).toEqual([{ agencyId: 'agency-police', from: '10:16', until: '10:40', isRemote: false }]);
  await expect(previewRest(session, orders, { meetingId, told: { ...told, at: '10:45' }, caseId: null })).rejects.toThrow(
    'leaves it no time',
  );
  changeRest(session, { meetingId, order: [...both.order], told: { ...told, at: null }, add: null, remove: null });
  changeRest(session, { meetingId, order: [...both.order], told: { ...must, at: null }, add: null, remove: null });
  expect(getChair(session, { meetingId }).visits).toEqual([]);
});

test('What cannot be kept is said with by how much, and only who runs the conference may ask or change.', async () => {
  const session = openScheme();
  const { meetingId, caseIds } = running(session);
  const told = { agencyId: 'agency-housing', end: 'until', at: '10:08' } as const;
  const { violations } = await previewRest(session, orders, { meetingId, told, caseId: null });
  expect(violations[0]).toMatch(/^Housing Options can come until 10:08; its last case ends at 10:\d\d: \d+ min too late\.$/);
  const partner = as(session, 'partner');
  await expect(previewRest(partner, orders, { meetingId, told, caseId: null })).rejects.toThrow(Refusal);
  expect(() => changeRest(partner, { meetingId, order: [...caseIds], told: null, add: null, remove: null })).toThrow(Refusal);
});
