import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baseOf, headsOf, type MergePut } from '../../../shared/merge/put';
import { resolveRow } from '../../../shared/merge/resolve-row';

const stampOf = (at: number, device = 'a') => `${String(at).padStart(15, '0')}-0000-${device}`;
const put = (field: string, at: number, value: MergePut['value'], base = '', device = 'a'): MergePut => ({
  field,
  stamp: stampOf(at, device),
  value,
  base,
});
const shownOf = (puts: readonly MergePut[], relation = 'cases') => Object.fromEntries(resolveRow(relation, puts).values);

/** A history as people make one: each new value is written on top of some of what was there before. */
const history = fc
  .array(
    fc.record({
      field: fc.constantFrom('surname', 'area', 'withdrawn_on', 'discussion'),
      value: fc.constantFrom('one', 'two', 'three four', null),
      on: fc.array(fc.nat(9), { maxLength: 3 }),
      device: fc.constantFrom('a', 'b', 'c'),
    }),
    { minLength: 1, maxLength: 10 },
  )
  .map((steps) => {
    const puts: MergePut[] = [];
    for (const [at, { field, value, on, device }] of steps.entries()) {
      const known = on.flatMap((index) => puts[index % Math.max(1, puts.length)]?.stamp ?? []);
      puts.push(put(field, at + 1, value, baseOf(known), device));
    }
    return puts;
  });
const relation = fc.constantFrom('cases', 'agenda_items');
const plain = (resolved: ReturnType<typeof resolveRow>) => ({
  values: Object.fromEntries([...resolved.values].sort()),
  conflicts: resolved.conflicts.toSorted((one, other) => (one.field < other.field ? -1 : 1)),
});

describe('What a row comes to', () => {
  test('does not depend on the order in which its values arrived.', () => {
    fc.assert(
      fc.property(relation, history, fc.infiniteStream(fc.nat(1000)), (of, puts, draws) => {
        const shuffled = puts.map((each) => ({ each, at: draws.next().value })).sort((one, other) => one.at - other.at);
        expect(
          plain(
            resolveRow(
              of,
              shuffled.map(({ each }) => each),
            ),
          ),
        ).toEqual(plain(resolveRow(of, puts)));
      }),
      { numRuns: 400 },
    );
  });

  test('is free of conflicts once every version is written over by one that names them all.', () => {
    fc.assert(
      fc.property(history, (puts) => {
        const all = baseOf(puts.map(({ stamp }) => stamp));
        const fields = [...new Set(puts.map(({ field }) => field))];
        const settled = fields.map((field, index) => put(field, 100 + index, field === 'withdrawn_on' ? null : 'settled', all));
        const { values, conflicts } = resolveRow('cases', [...puts, ...settled]);
        expect(conflicts).toEqual([]);
        for (const field of fields) expect(values.get(field)).toBe(field === 'withdrawn_on' ? null : 'settled');
      }),
      { numRuns: 400 },
    );
  });
});

describe('One field', () => {
  const first = put('surname', 1, 'CARTERWICK');
  const left = put('surname', 2, 'OAKENFELL', first.stamp);
  const right = put('surname', 3, 'THISTLEMOOR', first.stamp, 'b');

  test('that two people changed without knowing of each other shows the later value and offers both.', () => {
    const { values, conflicts } = resolveRow('cases', [right, first, left]);
    expect(values.get('surname')).toBe('THISTLEMOOR');
    expect(conflicts).toEqual([{ field: 'surname', kind: 'two-values', stamps: [left.stamp, right.stamp] }]);
  });

  test('that both set to the same value is no conflict.', () => {
    expect(resolveRow('cases', [first, left, { ...right, value: 'OAKENFELL' }]).conflicts).toEqual([]);
  });

  test('is settled by a value that covers both, and not by one that covers only one of them.', () => {
    const both = put('surname', 4, 'OAKENFELL', baseOf([left.stamp, right.stamp]));
    expect(resolveRow('cases', [first, left, right, both])).toMatchObject({ conflicts: [] });
    expect(shownOf([first, left, right, both])).toEqual({ surname: 'OAKENFELL' });
    const one = put('surname', 4, 'OAKENFELL', left.stamp);
    expect(resolveRow('cases', [first, left, right, one]).conflicts).toHaveLength(1);
  });

  test('shows what was written on top, whatever the clock of its author said.', () => {
    const late = put('surname', 900, 'OAKENFELL');
    expect(shownOf([late, put('surname', 5, 'CARTERWICK', late.stamp, 'b')])).toEqual({ surname: 'CARTERWICK' });
  });

  test('that follows the clock asks nobody to choose.', () => {
    expect(resolveRow('agenda_items', [put('state', 1, 'current'), put('state', 2, 'discussed', '', 'b')]).conflicts).toEqual([]);
  });

  test('of which the bases go round in a circle shows its latest value.', () => {
    const circle = [put('surname', 1, 'one', stampOf(2)), put('surname', 2, 'two', stampOf(1))];
    expect(headsOf(circle).map(({ value }) => value)).toEqual(['two']);
  });
});

describe('A withdrawal', () => {
  const made = put('name', 1, 'Deano');

  test('yields to an edit that it did not know of, and the two are a conflict.', () => {
    const withdrawn = put('withdrawn_on', 2, '2026-03-03', made.stamp);
    const edit = put('name', 3, 'Dean-o', made.stamp, 'b');
    const { values, conflicts } = resolveRow('aliases', [withdrawn, edit, made]);
    expect(values.get('withdrawn_on')).toBeNull();
    expect(conflicts).toEqual([{ field: 'withdrawn_on', kind: 'edit-over-withdrawal', stamps: [withdrawn.stamp, edit.stamp] }]);
  });

  test('holds where it was made on top of the edit, or the edit knowingly on top of it.', () => {
    const edit = put('name', 2, 'Dean-o', made.stamp, 'b');
    const onTop = put('withdrawn_on', 3, '2026-03-03', baseOf([made.stamp, edit.stamp]));
    expect(resolveRow('aliases', [made, edit, onTop])).toMatchObject({ conflicts: [] });
    const withdrawn = put('withdrawn_on', 2, '2026-03-03', made.stamp);
    const knowing = put('name', 3, 'Dean-o', baseOf([made.stamp, withdrawn.stamp]), 'b');
    expect(shownOf([made, withdrawn, knowing], 'aliases')).toEqual({ name: 'Dean-o', withdrawn_on: '2026-03-03' });
  });
});

test('Two chairs’ words on one item are joined, and where both replaced the same words both stand there and a person is told.', () => {
  const first = put('discussion', 1, 'Said before.');
  const one = put('discussion', 2, 'Said before. On script.', first.stamp);
  const other = put('discussion', 3, 'Said before. Has a room.', first.stamp, 'b');
  const joined = resolveRow('agenda_items', [first, one, other]);
  expect(joined.values.get('discussion')).toBe('Said before. On script. Has a room.');
  expect(joined.conflicts).toEqual([]);
  const replaced = [put('discussion', 2, 'Said today.', first.stamp), put('discussion', 3, 'Said by Housing.', first.stamp, 'b')];
  expect(resolveRow('agenda_items', [first, ...replaced]).conflicts).toMatchObject([{ kind: 'text-overlap' }]);
});
