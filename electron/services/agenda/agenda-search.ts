import { Worker } from 'node:worker_threads';
import type { OrderProblem, OrderResult } from '../../../shared/agenda/order-problem';

/** What the worker is asked, and what it tells. */
export interface AgendaSearchOrder {
  readonly problem: OrderProblem;
  /** Milliseconds since 1970, by the clock that all threads share. */
  readonly endsAt: number;
  readonly seed: number;
  readonly start: readonly number[] | null;
  /** One 32-bit flag, set to end the search: a worker at work reads no messages. */
  readonly stop: SharedArrayBuffer;
}
export type AgendaSearchReport =
  | { readonly kind: 'better'; readonly found: OrderResult }
  | { readonly kind: 'done'; readonly found: OrderResult };

export interface AgendaSearchOptions {
  readonly seconds: number;
  readonly seed?: number;
  /** An order to begin from. */
  readonly start?: readonly number[];
  /** Told of each better order and of each better bound. */
  readonly onImprovement?: (found: OrderResult) => void;
  /** Once aborted, the search ends with the best that it has. */
  readonly signal?: AbortSignal;
}

/** Beyond this the worker ends rather than the app. The search keeps its own memory outside this, and counts it. */
const mostMegabytes = 512;

/**
 * Searches for an order in which partners wait least, off the main thread. Rejects where the problem is malformed or the
 * worker fails.
 *
 * @param worker where the bundled `agenda-worker` lies.
 */
export function searchAgenda(worker: URL, problem: OrderProblem, options: AgendaSearchOptions): Promise<OrderResult> {
  const { seconds, seed = 1, start = null, onImprovement, signal } = options;
  const stop = new SharedArrayBuffer(4);
  // Starting the worker is part of the time it has.
  const endsAt = performance.timeOrigin + performance.now() + seconds * 1000;
  const order: AgendaSearchOrder = { problem, endsAt, seed, start, stop };
  const onAbort = () => Atomics.store(new Int32Array(stop), 0, 1);
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  return new Promise<OrderResult>((resolve, reject) => {
    const running = new Worker(worker, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
    running.on('message', (report: AgendaSearchReport) => {
      if (report.kind === 'done') resolve(report.found);
      else onImprovement?.(report.found);
    });
    running.once('error', reject);
    // After `done` this comes too late to matter.
    running.once('exit', (code) => reject(new Error(`The worker that orders the agenda ended with ${code}.`)));
  }).finally(() => signal?.removeEventListener('abort', onAbort));
}
