import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { BeginMoving, LogMover } from '../../../db/log-helper';

export interface MoverPlace {
  readonly path: string;
  readonly key: Uint8Array;
}
export type MoverOrder = 'move' | 'end';
export type MoverReport = { readonly kind: 'come' } | { readonly kind: 'moved'; readonly pages: number } | { readonly kind: 'failed' };

/** Begins the moving of a file's log by a thread of its own; the key is copied into it. */
export type BeginMovingOf = (path: string, key: Uint8Array) => BeginMoving;

/** @param worker where the bundled `log-mover-worker` lies. */
export function movingInWorker(worker: URL): BeginMovingOf {
  return (path, key) => async () => {
    const thread = new Worker(worker, { workerData: { path, key } satisfies MoverPlace });
    const gone = once(thread, 'exit').catch(() => {});
    const report = async (): Promise<MoverReport> =>
      Promise.race([once(thread, 'message').then(([said]) => said as MoverReport), gone.then((): MoverReport => ({ kind: 'failed' }))]);
    const end = async () => {
      thread.postMessage('end' satisfies MoverOrder);
      await gone;
    };
    const mover: LogMover = {
      async move() {
        thread.postMessage('move' satisfies MoverOrder);
        const said = await report();
        if (said.kind !== 'moved') throw new Error('The log was not moved into the file.');
        return said.pages;
      },
      end,
    };
    if ((await report()).kind !== 'come') throw new Error('The thread that moves the log did not come.');
    return mover;
  };
}
