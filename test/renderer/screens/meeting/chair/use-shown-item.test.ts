import { expect, it } from 'vitest';
import { shownAt } from '../../../../../renderer/screens/meeting/chair/use-shown-item';

const atFirst = { at: 'first', held: null };

it('follows the conference where nobody types', () => {
  expect(shownAt(atFirst, 'second', false)).toEqual({ at: 'second', held: null });
  expect(shownAt(atFirst, null, false)).toEqual({ at: null, held: null });
});

it('stays on the case that is typed on, also where the conference is at none for a moment', () => {
  expect(shownAt(atFirst, 'second', true)).toEqual({ at: 'second', held: 'first' });
  const between = shownAt(atFirst, null, true);
  expect(between).toEqual({ at: null, held: 'first' });
  expect(shownAt(between, 'second', true)).toEqual({ at: 'second', held: 'first' });
});

it('stays on that same case wherever the conference goes, and follows it again once it comes back there', () => {
  const held = shownAt(atFirst, 'second', true);
  expect(shownAt(held, 'third', false)).toEqual({ at: 'third', held: 'first' });
  expect(shownAt(held, 'first', true)).toEqual({ at: 'first', held: null });
});

it('has nothing to stay on before the first case', () => {
  expect(shownAt({ at: null, held: null }, 'first', true)).toEqual({ at: 'first', held: null });
});
