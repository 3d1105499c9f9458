import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RunningItem, type RunningMeeting, retime } from '../../../shared/agenda/retime';
import { instantOf } from '../../../shared/language/scheme-place';

const minute = 60_000;
const ten = instantOf('2026-03-03', '10:00');
const opening = 5;
const usual: RunningItem = {
  id: '',
  position: 1,
  minutes: 6,
  state: 'waiting',
  plannedFrom: 5,
  startedAt: null,
  endedAt: null,
  secondsBefore: 0,
  notBefore: null,
};
const item = (position: number, rest: Partial<RunningItem> = {}): RunningItem => ({
  ...usual,
  id: `item-${position}`,
  position,
  plannedFrom: opening + (position - 1) * 6,
  ...rest,
});
const heard = (position: number, from: number, to: number, rest: Partial<RunningItem> = {}): RunningItem =>
  item(position, {
    state: 'discussed',
    startedAt: ten + from * minute,
    endedAt: ten + to * minute,
    secondsBefore: (to - from) * 60,
    ...rest,
  });
const slot = (agencyId: string, positions: readonly number[], arrives: number, leaves: number) => ({
  agencyId,
  isCore: false,
  arrives,
  leaves,
  from: null,
  until: null,
  own: positions.map((position) => ({ itemId: `item-${position}` })),
});
const meeting = (items: readonly RunningItem[], rest: Partial<RunningMeeting> = {}): RunningMeeting => ({
  startsAt: ten,
  plannedMinutes: opening + items.reduce((sum, { minutes }) => sum + minutes, 0),
  isRunning: true,
  items,
  breaks: [],
  slots: [],
  ...rest,
});
/** Minutes after ten. */
const since = (instant: number | undefined) => ((instant ?? Number.NaN) - ten) / minute;

describe('a conference re-timed', () => {
  const items = [heard(1, 5, 11), item(2, { state: 'current', startedAt: ten + 11 * minute }), item(3), item(4)];

  it('is on time where every case keeps to its minutes', () => {
    const now = retime(meeting(items), ten + 12 * minute);
    expect([now.late, now.caseOver, since(now.endsAt)]).toEqual([0, 0, 29]);
    expect(since(now.spans.get('item-3')?.from)).toBe(17);
  });

  it('moves every case to come, and every agency that it brings, when a case runs over', () => {
    const slots = [slot('hou', [3], 17, 23), slot('drg', [1], 5, 11), slot('mh', [2, 4], 11, 29)];
    const now = retime(meeting(items, { slots }), ten + 20 * minute);
    expect([now.late, now.caseOver, since(now.endsAt)]).toEqual([3, 3, 32]);
    const stays = now.stays.map(({ agencyId, expected }) => [agencyId, expected && [since(expected.from), since(expected.to)]]);
    expect(stays).toEqual([
      ['hou', [20, 26]],
      ['drg', null],
      ['mh', [11, 32]],
    ]);
    expect(now.stays[0]?.planned).toEqual({ from: ten + 17 * minute, to: ten + 23 * minute });
  });

  it('lets one that stays throughout go when it must, and tells of everybody when they can come', () => {
    const slots = [
      { ...slot('pol', [], 0, 29), isCore: true, until: 20 },
      { ...slot('hou', [3], 17, 23), from: 18 },
    ];
    const [police, housing] = retime(meeting(items, { slots }), ten + 12 * minute).stays;
    expect([since(police?.expected?.from), since(police?.expected?.to)]).toEqual([0, 20]);
    expect(police?.canCome).toEqual({ from: null, until: ten + 20 * minute });
    expect(housing?.canCome).toEqual({ from: ten + 18 * minute, until: null });
  });

  it('keeps what was heard at the time at which it was', () => {
    expect(retime(meeting(items), ten + 20 * minute).spans.get('item-1')).toEqual({ from: ten + 5 * minute, to: ten + 11 * minute });
  });

  it('is the plan before the start and after the end', () => {
    const view = meeting([item(1), item(2)], { isRunning: false, slots: [slot('hou', [2], 11, 17)] });
    const now = retime(view, ten + 500 * minute);
    expect([now.late, since(now.endsAt), since(now.spans.get('item-2')?.from)]).toEqual([0, 17, 11]);
  });

  it('gives the opening no more than the plan does, and begins at once where that time is past', () => {
    const view = meeting([item(1), item(2)]);
    expect(since(retime(view, ten).spans.get('item-1')?.from)).toBe(5);
    expect(since(retime(view, ten + 9 * minute).spans.get('item-1')?.from)).toBe(9);
    expect(since(retime(view, ten - 30 * minute).spans.get('item-1')?.from)).toBe(-25);
  });

  it('holds a break once: it runs from the end of the case before it, and one that is over is not held again', () => {
    const breaks = [{ id: 'break', afterPosition: 1, at: null, minutes: 10, plannedFrom: 11 }];
    const paused = meeting([heard(1, 5, 11), item(2, { plannedFrom: 21 })], { breaks, plannedMinutes: 27 });
    expect(since(retime(paused, ten + 14 * minute).spans.get('item-2')?.from)).toBe(21);
    expect(retime(paused, ten + 14 * minute).breaks.get('break')).toEqual({ from: ten + 11 * minute, to: ten + 21 * minute });
    expect(since(retime(paused, ten + 30 * minute).spans.get('item-2')?.from)).toBe(30);
    const past = meeting([heard(1, 5, 11), heard(2, 21, 27, { plannedFrom: 21 }), item(3, { plannedFrom: 27 })], {
      breaks,
      plannedMinutes: 33,
    });
    expect(since(retime(past, ten + 28 * minute).spans.get('item-3')?.from)).toBe(28);
  });

  it('begins a break at a time once the case discussed then has ended, and a fixed case not before its time', () => {
    const breaks = [{ id: 'lunch', afterPosition: 0, at: 15, minutes: 30, plannedFrom: 17 }];
    const now = retime(
      meeting([item(1, { state: 'current', startedAt: ten + 8 * minute }), item(2), item(3, { notBefore: 60, plannedFrom: 60 })], {
        breaks,
      }),
      ten + 9 * minute,
    );
    expect(since(now.spans.get('item-2')?.from)).toBe(14);
    expect(since(now.breaks.get('lunch')?.from)).toBe(20);
    expect(since(now.spans.get('item-3')?.from)).toBe(60);
  });

  it('hears what was passed over after the rest', () => {
    const now = retime(meeting([item(1), item(2), heard(3, 5, 11), item(4)]), ten + 11 * minute);
    expect(['item-4', 'item-1', 'item-2'].map((id) => since(now.spans.get(id)?.from))).toEqual([11, 17, 23]);
  });

  it('counts a pause as lost time, and a day later no longer speaks of being late', () => {
    const paused = meeting([heard(1, 5, 11), item(2)]);
    expect(retime(paused, ten + 71 * minute).late).toBe(60);
    const nextDay = retime(paused, ten + 24 * 60 * minute);
    expect(nextDay.late).toBeNull();
    expect(since(nextDay.endsAt)).toBe(24 * 60 + 6);
  });

  it('is not thrown by a clock that was put back', () => {
    const now = retime(meeting([item(1, { state: 'current', startedAt: ten + 10 * minute })]), ten + 5 * minute);
    expect([since(now.endsAt), now.caseOver]).toEqual([11, 0]);
  });
});

const anyMeeting = fc
  .record({
    minutes: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 12 }),
    heard: fc.nat(12),
    isBetween: fc.boolean(),
    breakAfter: fc.nat(12),
    breakMinutes: fc.integer({ min: 1, max: 60 }),
    lost: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ minutes, heard: count, isBetween, breakAfter, breakMinutes, lost }) => {
    let planned = opening;
    let clock = opening;
    const heardCount = Math.min(count, minutes.length);
    const items = minutes.map((length, index) => {
      const position = index + 1;
      if (breakAfter === index) planned += breakMinutes;
      const plannedFrom = planned;
      planned += length;
      if (index >= heardCount) return item(position, { minutes: length, plannedFrom });
      const from = clock;
      clock += length;
      return heard(position, from, clock, { minutes: length, plannedFrom });
    });
    const next = items[heardCount];
    if (next && !isBetween) items[heardCount] = { ...next, state: 'current', startedAt: ten + clock * minute };
    const breaks = [{ id: 'break', afterPosition: breakAfter, at: null, minutes: breakMinutes, plannedFrom: opening }];
    const slots = [slot('hou', [1, minutes.length], opening, planned), slot('drg', [Math.ceil(minutes.length / 2)], opening, planned)];
    return { view: meeting(items, { breaks, slots, plannedMinutes: planned }), now: ten + (clock + lost) * minute };
  });

describe('whatever has happened', () => {
  it('lays what is to come after now, in order, without overlap, and every agency over its own cases', () => {
    fc.assert(
      fc.property(anyMeeting, ({ view, now }) => {
        const { spans, stays, endsAt } = retime(view, now);
        let clock = now;
        for (const { id, state, minutes } of view.items) {
          const span = spans.get(id);
          if (!span || state !== 'waiting') continue;
          expect(span.from).toBeGreaterThanOrEqual(clock);
          expect(span.to - span.from).toBe(minutes * minute);
          clock = span.to;
        }
        expect(endsAt).toBeGreaterThanOrEqual(clock);
        for (const [index, { expected }] of stays.entries())
          for (const { itemId } of view.slots[index]?.own ?? []) {
            const span = spans.get(itemId);
            const isLeft = view.items.some(({ id, state }) => id === itemId && state !== 'discussed');
            if (!span || !isLeft) continue;
            expect(expected?.from).toBeLessThanOrEqual(span.from);
            expect(expected?.to).toBeGreaterThanOrEqual(span.to);
          }
      }),
    );
  });

  it('never lets anything come sooner because more time has passed', () => {
    fc.assert(
      fc.property(anyMeeting, fc.nat(90), ({ view, now }, more) => {
        const before = retime(view, now);
        const later = retime(view, now + more * minute);
        for (const { id, state } of view.items)
          if (state === 'waiting') expect(later.spans.get(id)?.from).toBeGreaterThanOrEqual(before.spans.get(id)?.from ?? 0);
        expect(later.endsAt - before.endsAt).toBeLessThanOrEqual(more * minute);
      }),
    );
  });

  it('is the same at any hour of any day: over midnight and through both clock changes', () => {
    const starts = [instantOf('2026-03-28', '23:50'), instantOf('2026-03-29', '00:40'), instantOf('2026-10-25', '00:40')];
    fc.assert(
      fc.property(anyMeeting, fc.constantFrom(...starts), ({ view, now }, start) => {
        const by = start - ten;
        const move = (instant: number | null) => (instant === null ? null : instant + by);
        const there = retime(
          {
            ...view,
            startsAt: start,
            items: view.items.map((each) => ({ ...each, startedAt: move(each.startedAt), endedAt: move(each.endedAt) })),
          },
          now + by,
        );
        const here = retime(view, now);
        expect([...there.spans].map(([id, { from, to }]) => [id, from - by, to - by])).toEqual(
          [...here.spans].map(([id, { from, to }]) => [id, from, to]),
        );
        expect([there.late, there.caseOver]).toEqual([here.late, here.caseOver]);
      }),
    );
  });
});
