import { expect, it } from 'vitest';
import { breakBetween, foldAgenda, lastEnded, neighbour, nextItem } from '../../../../../renderer/screens/meeting/chair/next-item';
import { aSummary } from '../build-chair';

const items = [
  aSummary(1, { state: 'discussed' }),
  aSummary(2, { state: 'waiting' }),
  aSummary(3, { state: 'current' }),
  aSummary(4, { state: 'deferred' }),
  aSummary(5, { state: 'waiting' }),
];

it('goes to the next case that was not heard, passing over those that were', () => {
  expect(nextItem(items, 'item-3')?.id).toBe('item-5');
});

it('comes back to a case that was jumped over before it says that all are heard', () => {
  expect(
    nextItem(
      items.filter((item) => item.position !== 5),
      'item-3',
    )?.id,
  ).toBe('item-2');
  expect(nextItem([aSummary(1, { state: 'current' })], 'item-1')).toBeNull();
});

it('goes on from the case that ended last where none is being discussed', () => {
  const ended = aSummary(3, { state: 'discussed', endedAt: '2026-03-03T10:20:00.000Z' });
  const rows = [aSummary(1, { state: 'discussed', endedAt: '2026-03-03T10:10:00.000Z' }), aSummary(2), ended, aSummary(4)];
  expect(lastEnded(rows)).toBe(ended);
  expect(nextItem(rows, null)?.id).toBe('item-4');
  expect(nextItem([aSummary(1), aSummary(2)], null)?.id).toBe('item-1');
});

it('steps to the case above and below, whatever its state', () => {
  expect([neighbour(items, 'item-3', 1)?.id, neighbour(items, 'item-3', -1)?.id, neighbour(items, 'item-5', 1)]).toEqual([
    'item-4',
    'item-2',
    null,
  ]);
});

it('finds the break between two cases, also where a case in between is passed over', () => {
  const breaks = [{ id: 'b', afterPosition: 4, minutes: 10, title: 'Break', at: null, startsAt: '11:10' }];
  expect(breakBetween(breaks, items[2] ?? null, items[4] ?? null)?.id).toBe('b');
  expect(breakBetween(breaks, items[0] ?? null, items[2] ?? null)).toBeNull();
  expect(breakBetween(breaks, items[4] ?? null, items[1] ?? null)).toBeNull();
});

it('folds the cases that are over, all but the last, once there are three', () => {
  const many = [1, 2, 3, 4, 5].map((position) => aSummary(position, { state: position < 5 ? 'discussed' : 'current' }));
  expect(foldAgenda(many, false).folded.map((item) => item.position)).toEqual([1, 2, 3]);
  expect(foldAgenda(many, true).folded).toEqual([]);
  expect(foldAgenda(many.slice(2), false).folded).toEqual([]);
});
