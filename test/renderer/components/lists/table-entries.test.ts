import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutColumns } from '../../../../renderer/components/lists/column-widths';
import { moveIn } from '../../../../renderer/components/lists/table-entries';

describe('moving in a list', () => {
  it('goes a line, a page, and to the ends', () => {
    expect(moveIn('ArrowDown', 3, 10, 5)).toBe(4);
    expect(moveIn('PageDown', 3, 10, 5)).toBe(8);
    expect(moveIn('PageUp', 3, 10, 5)).toBe(0);
    expect(moveIn('Home', 3, 10, 5)).toBe(0);
    expect(moveIn('End', 3, 10, 5)).toBe(9);
  });

  it('begins at the end that the arrow comes from where nothing is selected', () => {
    expect(moveIn('ArrowDown', -1, 10, 5)).toBe(0);
    expect(moveIn('ArrowUp', -1, 10, 5)).toBe(9);
  });

  it('leaves other keys alone, and an empty list', () => {
    expect(moveIn('a', 3, 10, 5)).toBeNull();
    expect(moveIn('ArrowDown', -1, 0, 5)).toBeNull();
  });

  it('never leaves the list', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ArrowDown', 'ArrowUp', 'PageDown', 'PageUp', 'Home', 'End'),
        fc.integer({ min: 1, max: 5000 }),
        fc.nat(),
        fc.integer({ min: 1, max: 60 }),
        (key, count, at, page) => {
          const to = moveIn(key, at % count, count, page);
          expect(to).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThan(count);
        },
      ),
    );
  });
});

describe('the widths of columns', () => {
  it('lets wide columns give way, and grow by half where there is much room, and keeps figures as they are', () => {
    const { widths, least } = layOutColumns([
      { id: 'badge', width: 52 },
      { id: 'name', width: { atLeast: 160 } },
      { id: 'area', width: 100 },
    ]);
    expect(widths.get('badge')).toBe('52px');
    expect(widths.get('name')).toBeUndefined();
    expect(widths.get('area')).toBe('min(150px, max(min(100px, (100cqw - 52px) * 0.3846), 100px + (100cqw - 472px) * 1.0000))');
    expect(least).toBe(52 + 260 * 0.8);
  });

  it('leaves a column of days as wide as it is, whatever gives way beside it', () => {
    const { widths, least } = layOutColumns([
      { id: 'name', width: { atLeast: 160 } },
      { id: 'due', width: 92, keepsWidth: true },
    ]);
    expect(widths.get('due')).toBe('92px');
    expect(least).toBe(92 + 160 * 0.8);
  });
});
