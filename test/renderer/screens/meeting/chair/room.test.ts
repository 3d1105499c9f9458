import { expect, it } from 'vitest';
import { comingsAndGoings, roomNow } from '../../../../../renderer/screens/meeting/chair/room';
import { aSlot, present } from '../build-chair';

const spans = new Map([
  ['item-1', { from: 605, to: 611 }],
  ['item-2', { from: 611, to: 617 }],
  ['item-3', { from: 617, to: 623 }],
]);
const slots = [
  aSlot('pol', ['item-1', 'item-2', 'item-3'], { isCore: true }),
  aSlot('hou', ['item-1', 'item-2']),
  aSlot('drg', ['item-2']),
  aSlot('mh', ['item-3']),
];

it('lists who was marked as here, core agencies first, with the time at which each may go', () => {
  const { here } = roomNow(slots, [present('hou'), present('pol')], spans, 612);
  expect(here.map(({ agencyId, leaves }) => [agencyId, leaves])).toEqual([
    ['pol', null],
    ['hou', 617],
  ]);
});

it('names who should be here by now and who comes next', () => {
  const { due, next } = roomNow(slots, [present('pol'), present('hou')], spans, 612);
  expect(due.map((each) => each.agencyId)).toEqual(['drg']);
  expect(next).toMatchObject({ agencyId: 'mh', at: 617 });
});

it('waits for nobody who sent apologies, is absent or has left', () => {
  const rows = [
    present('drg', { status: 'apologies', arrivedAt: null }),
    present('hou', { leftAt: '2026-03-03T10:12:00.000Z' }),
    present('pol'),
  ];
  const room = roomNow(slots, rows, spans, 612);
  expect(room.due).toEqual([]);
  expect(room.here.map((each) => each.agencyId)).toEqual(['pol']);
});

it('waits for nobody whose cases are over', () => {
  expect(roomNow(slots, [present('pol')], spans, 620).due.map((each) => each.agencyId)).toEqual(['mh']);
});

it('marks in the list of cases where partners come and go, and never core agencies', () => {
  const { arrive, leave } = comingsAndGoings(slots);
  expect(arrive.get('item-1')).toEqual(['hou']);
  expect(leave.get('item-2')).toEqual(['hou', 'drg']);
  expect([...arrive.values(), ...leave.values()].flat()).not.toContain('pol');
});
