import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAgendaSearches, type SearchHow } from '../../../../electron/services/agenda/agenda-searches';
import type { OrderProblem, OrderResult } from '../../../../shared/agenda/order-problem';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const problem = (minutes: number): OrderProblem => ({ durations: [minutes], weights: [], agencies: [] });
const found = (cost: number, proven = false): OrderResult => ({
  order: [0],
  cost,
  violation: 0,
  isRuleSureToBreak: false,
  lowerBound: proven ? cost : 0,
  proven,
});

/** A search that does what the test says, and ends with its best when it is told to stop. */
function heldSearch() {
  const runs: {
    readonly problem: OrderProblem;
    readonly how: SearchHow;
    readonly better: (cost: number) => void;
    readonly end: (result: OrderResult) => void;
  }[] = [];
  const told: string[] = [];
  const searches = createAgendaSearches(
    (asked, how = {}) =>
      new Promise((resolve) => {
        let best = found(99);
        how.signal?.addEventListener('abort', () => resolve(best));
        runs.push({
          problem: asked,
          how,
          better: (cost) => {
            best = found(cost);
            how.onImprovement?.(best);
          },
          end: resolve,
        });
      }),
    ({ meetingId, cost, isProven, isDone }) => told.push(`${meetingId} ${cost}${isProven ? ' proven' : ''}${isDone ? ' done' : ''}`),
  );
  return { searches, runs, told };
}

test('Whoever asks has the best order after the first moments, and the search ends unless someone watches.', async () => {
  const { searches, runs, told } = heldSearch();
  const answer = searches.ask('meeting', problem(1));
  runs[0]?.better(7);
  await vi.advanceTimersByTimeAsync(2000);
  expect((await answer).cost).toBe(7);
  expect(runs[0]?.how.signal?.aborted).toBe(true);
  expect(told).toEqual(['meeting 7', 'meeting 7 done']);
  expect((await searches.ask('meeting', problem(1))).cost).toBe(7);
  expect(runs).toHaveLength(1);
});

test('While it is watched it goes on from what is known, tells of each better order, and ends when told to.', async () => {
  const { searches, runs, told } = heldSearch();
  const first = searches.ask('meeting', problem(1));
  runs[0]?.better(9);
  await vi.advanceTimersByTimeAsync(2000);
  await first;
  searches.watch('meeting');
  expect((await searches.ask('meeting', problem(1))).cost).toBe(9);
  expect(runs[1]?.how.start).toEqual([0]);
  await vi.advanceTimersByTimeAsync(20_000);
  runs[1]?.better(5);
  expect((await searches.ask('meeting', problem(1))).cost).toBe(5);
  searches.stop('meeting');
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual(['meeting 9', 'meeting 9 done', 'meeting 5', 'meeting 5 done']);
  expect(runs).toHaveLength(2);
});

test('A search that had its whole time, or proved its order, is not begun again.', async () => {
  const { searches, runs } = heldSearch();
  searches.watch('meeting');
  const proven = searches.ask('meeting', problem(1));
  runs[0]?.end(found(3, true));
  expect((await proven).proven).toBe(true);
  await searches.ask('meeting', problem(1));
  expect(runs).toHaveLength(1);
});

test('A newer question ends the older one, which answers with its best; asked again, it is searched again from there.', async () => {
  const { searches, runs } = heldSearch();
  const older = searches.ask('meeting', problem(1));
  runs[0]?.better(8);
  const newer = searches.ask('meeting', problem(2));
  expect((await older).cost).toBe(8);
  runs[1]?.end(found(2, true));
  expect((await newer).cost).toBe(2);
  void searches.ask('meeting', problem(1));
  expect(runs[2]?.how.start).toEqual([0]);
});

test('An order that is waited for is not cut short by a question that comes after it.', async () => {
  const { searches, runs } = heldSearch();
  const demanded = searches.demand('meeting', problem(1));
  const later = searches.ask('meeting', problem(2));
  expect(runs).toHaveLength(1);
  runs[0]?.end(found(4, true));
  expect((await demanded).cost).toBe(4);
  await vi.advanceTimersByTimeAsync(0);
  runs[1]?.end(found(6, true));
  expect((await later).cost).toBe(6);
});

test('Closed, it ends its search and knows nothing any more.', async () => {
  const { searches, runs } = heldSearch();
  void searches.ask('meeting', problem(1));
  searches.close();
  expect(runs[0]?.how.signal?.aborted).toBe(true);
  await vi.advanceTimersByTimeAsync(0);
  void searches.ask('meeting', problem(1));
  expect(runs[1]?.how.start).toBeUndefined();
});
