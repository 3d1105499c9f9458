import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOf, makeStamp, nextStamp, readStamp } from '../../../db/log/stamp';

const device = 'quillby-laptop-000001';

describe('stamps', () => {
  test('say when and by which device, and sort as text in the order of time', () => {
    const stamp = makeStamp(Date.UTC(2026, 2, 3, 10), 3, device);
    expect(stamp).toBe('001772532000000-0003-quillby-laptop-000001');
    expect(readStamp(stamp)).toEqual({ milliseconds: Date.UTC(2026, 2, 3, 10), counter: 3, device });
    expect(instantOf(stamp)).toBe('2026-03-03T10:00:00.000Z');
  });

  test('always move on, whatever the clock does: stands still, jumps, or is put back ten years', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4_000_000_000_000 }), { minLength: 2, maxLength: 50 }), (clock) => {
        let latest: string | null = null;
        for (const now of clock) {
          const next = nextStamp(latest, now, device);
          if (latest !== null) expect(next > latest).toBe(true);
          latest = next;
        }
      }),
    );
  });

  test('carry into the next millisecond when one holds more events than can be counted', () => {
    expect(nextStamp(makeStamp(1000, 0xffff, device), 1000, device)).toBe(makeStamp(1001, 0, device));
  });

  test('refuse text of another form', () => {
    expect(() => readStamp('yesterday')).toThrow('form of a stamp');
  });
});
