import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedItems, withChanges } from '../../../../../renderer/screens/meeting/agenda/day-plan';
import { cheapestPlace, differenceWords, longestWait, waitingWords } from '../../../../../renderer/screens/meeting/agenda/hints';
import { layOutTimeline } from '../../../../../renderer/screens/meeting/agenda/timeline/timeline';
import { anAgenda } from '../build-agenda';

const order = (view: ReturnType<typeof anAgenda>) => view.items.map((item) => item.id).join(' ');

describe('an agenda re-ordered on the screen', () => {
  const view = anAgenda([['hou'], ['drg'], ['hou']]);

  it('shows a moved case in its new place with the cost of it', () => {
    expect(view.cost.now).toBe(6);
    const moved = withChanges(view, [{ kind: 'move', itemId: 'item-3', position: 2 }]);
    expect(order(moved)).toBe('item-1 item-3 item-2');
    expect(moved.cost.now).toBe(0);
    expect(moved.items.map((item) => item.startsAt)).toEqual(['10:05', '10:11', '10:17']);
  });

  it('keeps every case once and its numbers whole, whatever is moved', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: -3, max: 14 })), { maxLength: 20 }), (moves) => {
        const nine = anAgenda(Array.from({ length: 9 }, (_, index) => [index % 2 === 0 ? 'hou' : 'drg']));
        const after = withChanges(
          nine,
          moves.map(([item, position]) => ({ kind: 'move' as const, itemId: `item-${item}`, position })),
        );
        expect(after.items.map((item) => item.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
        expect(new Set(after.items.map((item) => item.id)).size).toBe(9);
      }),
    );
  });

  it('changes nothing when a move is applied that the main process has made already', () => {
    const change = { kind: 'move', itemId: 'item-3', position: 1 } as const;
    const once = withChanges(view, [change]);
    expect(order(withChanges(once, [change]))).toBe(order(once));
  });

  it('sets minutes, pins and takes off, each with its new times', () => {
    expect(withChanges(view, [{ kind: 'minutes', itemId: 'item-1', minutes: 20 }]).endsAt).toBe('10:37');
    expect(changedItems(view.items, { kind: 'pin', itemId: 'item-2', isPinned: true })[1]?.isPinned).toBe(true);
    expect(order(withChanges(view, [{ kind: 'remove', itemId: 'item-2' }]))).toBe('item-1 item-3');
  });
});

describe('what the agenda says about its cost', () => {
  it('names the place at which one case makes partners wait least', () => {
    const view = anAgenda([['hou'], ['drg'], ['hou'], ['mh']]);
    expect(cheapestPlace(view, 'item-2')).toEqual({ position: 1, cost: 0 });
    expect(cheapestPlace(view, 'item-4')).toEqual({ position: 4, cost: 6 });
    expect(cheapestPlace(view, 'nobody')).toBeNull();
  });

  it('never proposes a place that moves a pinned case', () => {
    const view = anAgenda([['hou'], ['drg'], ['hou']]);
    const pinned = { ...view, items: view.items.map((item) => (item.id === 'item-1' ? { ...item, isPinned: true } : item)) };
    expect(cheapestPlace(pinned, 'item-2')).toEqual({ position: 3, cost: 0 });
  });

  it('says who waits longest and which case at the end of its stay is why', () => {
    const view = anAgenda([['men'], ['men'], ['hou'], ['hou'], ['men']]);
    expect(longestWait(view)).toEqual({ agencyId: 'men', waits: 12, byPhone: { position: 5, saves: 12, isFirst: false, at: '10:17' } });
    expect(longestWait(anAgenda([['hou'], ['hou']]))).toBeNull();
  });

  it('writes waiting in minutes up to two hours and then in hours', () => {
    expect([waitingWords(51), waitingWords(605), differenceWords(51, 44), differenceWords(44, 51), differenceWords(5, 5)]).toEqual([
      '51 min',
      '10 h 05',
      '7 min less',
      '7 min more',
      'the same',
    ]);
  });
});

describe('the timeline', () => {
  it('lies within its width and in the order in which agencies come, core ones first', () => {
    const line = layOutTimeline(anAgenda([['drg'], ['hou'], ['drg']]), 500, 'item-2');
    expect(line.rows.map((row) => row.agencyId)).toEqual(['pol', 'drg', 'hou']);
    for (const row of line.rows) for (const block of row.own) expect(block.x + block.width).toBeLessThanOrEqual(500);
    expect(line.marked?.number).toBe(2);
    expect(line.rows[1]?.waiting).toHaveLength(1);
  });

  it('leaves a number out where its block is too narrow to hold it, and keeps the hours apart', () => {
    const long = layOutTimeline(anAgenda(Array.from({ length: 60 }, () => ['hou'])), 400, null);
    expect(long.rows[1]?.own.filter((block) => block.width < block.label.length * 6)).toEqual([]);
    const gaps = long.ticks.slice(1).map((tick, index) => tick.x - (long.ticks[index]?.x ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(44);
  });

  it('has a column for a break and none of its own for the agencies that wait through it', () => {
    const view = anAgenda([['hou'], ['hou']], [{ id: 'b', afterPosition: 1, minutes: 10, title: 'Break', at: null, startsAt: '10:11' }]);
    const line = layOutTimeline(view, 500, null);
    expect(line.columns.map((column) => column.key)).toEqual(['opening', 'b']);
    expect(line.rows[1]?.waiting).toEqual([]);
  });
});
