import { Worker } from 'node:worker_threads';
import type { DemonstrationFile } from './make-file';

/** What the worker is asked, and what it tells. */
export type DemonstrationOrder = Omit<DemonstrationFile, 'onProgress'>;
export type DemonstrationReport = { readonly kind: 'progress'; readonly share: number } | { readonly kind: 'done' };

/** Makes the demonstration scheme in a worker, so that the window can show how far it is. */
export function makeDemonstration(worker: URL, order: DemonstrationOrder, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const running = new Worker(worker, { workerData: order });
    running.on('message', (report: DemonstrationReport) => {
      if (report.kind === 'progress') onProgress(report.share);
      else resolve();
    });
    running.once('error', reject);
    // After `done` this comes too late to matter.
    running.once('exit', (code) => reject(new Error(`The worker that makes the demonstration ended with ${code}.`)));
  });
}
