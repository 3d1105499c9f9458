import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRowIds } from '../../../db/log/row-ids';

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const millisecondsOf = (id: string) => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

describe('row ids', () => {
  it('are UUIDs of version 7 that carry the time of this clock', () => {
    const id = createRowIds({ clock: () => Date.parse('2026-03-03T10:00:00Z') })();
    expect(id).toMatch(version7);
    expect(new Date(millisecondsOf(id)).toISOString()).toBe('2026-03-03T10:00:00.000Z');
  });

  it('count up within a millisecond, whatever the random bytes are, so that what is made together lies together', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ minLength: 16, maxLength: 16 }), { minLength: 2, maxLength: 50 }), (bytes) => {
        let at = 0;
        const newId = createRowIds({ clock: () => 1_770_000_000_000, random: () => bytes[at++ % bytes.length] as Uint8Array });
        const made = bytes.map(() => newId());
        expect(made).toEqual([...made].sort());
        expect(new Set(made).size).toBe(made.length);
      }),
    );
  });

  it('follow a clock that is put back, and stay distinct', () => {
    const times = [2000, 2000, 1000, 1000, 2000];
    let at = 0;
    const newId = createRowIds({ clock: () => times[at++] as number });
    const made = times.map(() => newId());
    expect(made.map(millisecondsOf)).toEqual(times);
    expect(new Set(made).size).toBe(times.length);
  });
});
