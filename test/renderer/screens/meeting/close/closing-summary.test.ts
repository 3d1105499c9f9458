import { expect, it } from 'vitest';
import { closingSummary } from '../../../../../renderer/screens/meeting/close/closing-summary';
import { aChair, anAction, anItem, aSummary } from '../build-chair';

it('counts what a conference did from what was recorded', () => {
  const view = aChair({
    generalActions: [anAction('g', { caseId: null, meetingId: 'meeting-0' }), anAction('n3', { caseId: null, meetingId: 'meeting-1' })],
    items: [aSummary(1, { state: 'discussed' }), aSummary(2, { state: 'discussed' }), aSummary(3, { state: 'deferred' })],
  });
  const items = new Map([
    [
      'item-1',
      anItem({
        id: 'item-1',
        decision: 'stays',
        colourChange: { colour: 'A', reason: 'Engaging' },
        lastActions: [
          anAction('x', { outcome: 'done', closedOn: '2026-03-03' }),
          anAction('y', { outcome: 'done', closedOn: '2026-02-26' }),
        ],
      }),
    ],
    ['item-2', anItem({ id: 'item-2', state: 'discussed', lastActions: [anAction('z')] })],
  ]);
  const rows = [
    anAction('n1', { meetingId: 'meeting-1' }),
    anAction('n2', { meetingId: 'meeting-1', outcome: 'withdrawn' }),
    anAction('old', { meetingId: 'meeting-0' }),
    anAction('done', { meetingId: 'meeting-0', outcome: 'done' }),
  ];
  const summary = closingSummary(view, items, rows);
  expect(summary).toMatchObject({
    heard: 2,
    of: 3,
    actionsSet: 1,
    actionsSettled: 1,
    carried: 2,
    decisions: { stays: 1, 'to-panel': 0, deselect: 0 },
  });
  expect(summary.deferred.map((each) => each.id)).toEqual(['item-3']);
  expect(summary.undecided.map((each) => each.id)).toEqual(['item-2']);
  expect(summary.colourChanges).toEqual([{ id: 'item-1', name: 'CASE1, Invented', from: 'R', to: 'A', reason: 'Engaging' }]);
});
