import { expect, test } from 'vitest';
import { visitsOf } from '../../../db/queries/agenda';
import { itemsOf } from '../../../db/queries/meetings';
import { cases } from '../../../db/schema';
import { createAgendaOrders } from '../../../electron/services/agenda-order';
import { changeRest, previewRest } from '../../../electron/services/agenda-rest';
import { overrideRelevance } from '../../../electron/services/case-entries';
import { beginItem } from '../../../electron/services/chairing';
import { orderCases } from '../../../shared/agenda/order';
import { Refusal } from '../../../shared/language/refusal';
import { as } from '../../support/builders';
import { newCases, runWith, surnames } from '../../support/conference';
import type { TestSession } from '../../support/session';
import { schemesWithWholeLogs } from '../../support/whole-log';

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
  const leaving = { agencyId: 'agency-housing', until: '10:20' };
  const preview = await previewRest(session, orders, { meetingId, leaving, caseId: null });
  expect(preview.orderBefore).toEqual(caseIds);
  const order = preview.cases.map(({ caseName, positionBefore }) => [caseName, positionBefore]);
  expect(order.slice(0, 2).sort()).toEqual([
    ['BRAMBLECOTE, Ashe', 2],
    ['DOYLEHURST, Ashe', 4],
  ]);
  expect(order[2]).toEqual(['CARTERWICK, Ashe', 3]);
  expect(preview).toMatchObject({ waitingBefore: 6, waiting: 0, violations: [], untilBefore: null });
  expect(preview.agencies.map(({ agencyId }) => agencyId)).toEqual(['agency-housing', 'agency-drugs']);
  expect(surnames(session, meetingId)).toEqual(['ABBOTSLOW', 'BRAMBLECOTE', 'CARTERWICK', 'DOYLEHURST']);

  changeRest(session, { meetingId, order: [...preview.order], leaving, add: null, remove: null });
  expect(itemsOf(session.read, meetingId).map(({ caseId }) => caseId)).toEqual(preview.order);
  expect(surnames(session, meetingId)).toMatchObject({ 0: 'ABBOTSLOW', 3: 'CARTERWICK' });
  expect(visitsOf(session.read, meetingId)).toMatchObject([{ agencyId: 'agency-housing', comesUntil: '10:20' }]);
});

test('What was taken is taken back whole: the order, the early leaving, and the case that came in.', async () => {
  const session = openScheme();
  const { meetingId } = running(session);
  const [late = ''] = newCases(session, ['Evansmere']);
  const leaving = { agencyId: 'agency-housing', until: '10:20' };
  const preview = await previewRest(session, orders, { meetingId, leaving, caseId: late });
  expect(preview.cases.find(({ caseId }) => caseId === late)).toMatchObject({ caseName: 'EVANSMERE, Ashe', positionBefore: null });
  changeRest(session, { meetingId, order: [...preview.order], leaving, add: late, remove: null });
  expect(itemsOf(session.read, meetingId).map(({ caseId }) => caseId)).toEqual(preview.order);
  changeRest(session, {
    meetingId,
    order: [...preview.orderBefore],
    leaving: { agencyId: 'agency-housing', until: preview.untilBefore },
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
  const leaving = { agencyId: 'agency-probation', until: '10:14' };
  const preview = await previewRest(session, orders, { meetingId, leaving, caseId: null });
  expect(preview.cases[0]?.caseId).toBe(caseIds[3]);
  changeRest(session, { meetingId, order: [...preview.order], leaving, add: null, remove: null });
  expect(visitsOf(session.read, meetingId)).toEqual([]);
});

test('What cannot be kept is said with by how much, and only who runs the conference may ask or change.', async () => {
  const session = openScheme();
  const { meetingId, caseIds } = running(session);
  const leaving = { agencyId: 'agency-housing', until: '10:08' };
  const { violations } = await previewRest(session, orders, { meetingId, leaving, caseId: null });
  expect(violations[0]).toMatch(/^Housing Options can come until 10:08; its last case ends at 10:\d\d: \d+ min too late\.$/);
  const partner = as(session, 'partner');
  await expect(previewRest(partner, orders, { meetingId, leaving, caseId: null })).rejects.toThrow(Refusal);
  expect(() => changeRest(partner, { meetingId, order: [...caseIds], leaving: null, add: null, remove: null })).toThrow(Refusal);
});
