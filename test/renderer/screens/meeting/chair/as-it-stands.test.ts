import { describe, expect, it } from 'vitest';
import { asItStands, lateWords } from '../../../../../renderer/screens/meeting/chair/as-it-stands';
import { clockOf } from '../../../../../renderer/screens/meeting/chair/clock';
import { aChair, aSlot, aSummary } from '../build-chair';

const today = '2026-03-03';
const at = (time: string) => Date.parse(`2026-03-03T${time}:00.000Z`);
const items = [
  aSummary(1, { state: 'discussed', startedAt: '2026-03-03T10:05:00.000Z', endedAt: '2026-03-03T10:11:00.000Z', secondsBefore: 360 }),
  aSummary(2, { state: 'current', startedAt: '2026-03-03T10:11:00.000Z' }),
  aSummary(3),
  aSummary(4, { plannedFrom: 33 }),
];
const breaks = [{ id: 'break', afterPosition: 3, minutes: 10, title: 'Break', at: null, startsAt: '10:23', plannedFrom: 23 }];
const view = aChair({ items, breaks, currentItemId: 'item-2', plannedMinutes: 39, slots: [aSlot('hou', ['item-2', 'item-3'])] });
const clocks = (standing: ReturnType<typeof asItStands>, id: string) => {
  const span = standing.spans.get(id) ?? standing.breaks.get(id);
  return span ? `${clockOf(span.from)}–${clockOf(span.to)}` : null;
};

describe('the conference as it stands', () => {
  it('is on time where every case keeps to its minutes', () => {
    const standing = asItStands(view, today, at('10:12'));
    expect([standing.caseOver, standing.late, clockOf(standing.endsAt)]).toEqual([0, 0, '10:39']);
    expect(['item-1', 'item-3', 'break', 'item-4'].map((id) => clocks(standing, id))).toEqual([
      '10:05–10:11',
      '10:17–10:23',
      '10:23–10:33',
      '10:33–10:39',
    ]);
  });

  it('moves everything that is to come when a case runs over', () => {
    const standing = asItStands(view, today, at('10:19'));
    expect([standing.caseOver, standing.late, clockOf(standing.endsAt)]).toEqual([2, 2, '10:41']);
    expect(clocks(standing, 'item-3')).toBe('10:19–10:25');
    expect(standing.stays[0]?.expected).toEqual({ from: at('10:11'), to: at('10:25') });
  });

  it('rests until a fixed start, and takes a break at a time when that time has come', () => {
    const fixed = aChair({
      ...view,
      items: [...items.slice(0, 2), aSummary(3, { notBefore: '11:00', plannedFrom: 60 })],
      breaks: [{ id: 'tea', afterPosition: 0, minutes: 10, title: 'Tea', at: '10:15', startsAt: '10:17', plannedFrom: 17 }],
    });
    const standing = asItStands(fixed, today, at('10:12'));
    expect([clocks(standing, 'tea'), clocks(standing, 'item-3')]).toEqual(['10:17–10:27', '11:00–11:06']);
  });

  it('leaves the past and the plan alone before the start and after the end', () => {
    const standing = asItStands({ ...view, state: 'planned', currentItemId: null }, today, at('08:00'));
    expect([clocks(standing, 'item-4'), clocks(standing, 'break'), standing.late]).toEqual(['10:33–10:39', '10:23–10:33', 0]);
  });

  it('says how far the end is from the plan in words', () => {
    expect([2, 0, -3, null].map(lateWords)).toEqual(['2 min over', 'on time', '3 min in hand', '']);
  });
});
