import { describe, expect, it } from 'vitest';
import { asItStands, stayOf } from '../../../../../renderer/screens/meeting/chair/as-it-stands';
import { aChair, aSlot, aSummary } from '../build-chair';

const ten = 600;
const items = [
  aSummary(1, { state: 'discussed', startsAt: '10:05' }),
  aSummary(2, { state: 'current', startsAt: '10:11' }),
  aSummary(3, { startsAt: '10:17' }),
  aSummary(4, { startsAt: '10:33' }),
];
const breaks = [{ id: 'break', afterPosition: 3, minutes: 10, title: 'Break', at: null, startsAt: '10:23' }];
const view = aChair({ items, breaks, currentItemId: 'item-2', endsAt: '10:39' });

describe('the conference as it stands', () => {
  it('is on time where every case keeps to its minutes', () => {
    const standing = asItStands(view, 60, ten + 12);
    expect(standing).toMatchObject({ caseOver: 0, late: 0, endsAt: ten + 39 });
    expect(standing.spans.get('item-3')).toEqual({ from: ten + 17, to: ten + 23 });
    expect(standing.breaks.get('break')).toEqual({ from: ten + 23, to: ten + 33 });
    expect(standing.spans.get('item-4')).toEqual({ from: ten + 33, to: ten + 39 });
  });

  it('moves everything that is to come when a case runs over', () => {
    const standing = asItStands(view, 8 * 60, ten + 19);
    expect(standing).toMatchObject({ caseOver: 2, late: 2, endsAt: ten + 41 });
    expect(standing.spans.get('item-3')?.from).toBe(ten + 19);
  });

  it('leaves the past and the plan alone before the start and after the end', () => {
    const standing = asItStands({ ...view, state: 'planned', currentItemId: null }, 0, 480);
    expect(standing.spans.get('item-4')).toEqual({ from: ten + 33, to: ten + 39 });
    expect(standing.breaks.get('break')?.from).toBe(ten + 23);
    expect(standing.late).toBe(0);
  });

  it('says when an agency comes and goes from its own cases', () => {
    const { spans } = asItStands(view, 8 * 60, ten + 19);
    expect(stayOf(aSlot('hou', ['item-2', 'item-3']), spans)).toEqual({ from: ten + 11, to: ten + 25 });
    expect(stayOf(aSlot('hou', []), spans)).toBeNull();
  });
});
