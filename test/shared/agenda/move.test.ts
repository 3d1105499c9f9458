import fc from 'fast-check';
import { expect, it } from 'vitest';
import { moved } from '../../../shared/agenda/move';

const ids = (text: string) => [...text].map((id) => ({ id }));
const text = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id).join('');

it('puts a case where it is wanted, and the others make room in their order', () => {
  expect(text(moved(ids('abcd'), 'a', 3))).toBe('bcad');
  expect(text(moved(ids('abcd'), 'd', 1))).toBe('dabc');
});

it('takes a position beyond either end as the first or the last, and a case that is not there as no move', () => {
  expect(text(moved(ids('abcd'), 'b', 99))).toBe('acdb');
  expect(text(moved(ids('abcd'), 'b', -3))).toBe('bacd');
  expect(text(moved(ids('abcd'), 'z', 1))).toBe('abcd');
});

it('is undone by moving the case back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(), fc.nat(), (count, from, to) => {
      const items = Array.from({ length: count }, (_, index) => ({ id: String(index) }));
      const at = (from % count) + 1;
      const id = String(at - 1);
      expect(moved(moved(items, id, (to % count) + 1), id, at)).toEqual(items);
    }),
  );
});
