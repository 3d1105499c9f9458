import { Worker } from 'node:worker_threads';
import type { FileJob, FileWork } from './file-work';

export interface FileOrder {
  readonly job: FileJob;
  readonly input: readonly unknown[];
}
export type FileReport = { readonly kind: 'done'; readonly value: unknown } | { readonly kind: 'failed'; readonly code: string };

/** Runs one job on whole files. Rejects with an error that has the `code` of what failed, `STOPPED` where it was ended. */
export type RunFileJob = <J extends FileJob>(
  signal: AbortSignal,
  job: J,
  ...input: Parameters<FileWork[J]>
) => Promise<ReturnType<FileWork[J]>>;

export const failedWith = (code: string) => Object.assign(new Error('The work on the file was not done.'), { code });

/**
 * Runs each job in a worker of its own, which is ended where `signal` is aborted.
 *
 * @param worker where the bundled `file-worker` lies.
 */
export function runInWorker(worker: URL): RunFileJob {
  return async (signal, job, ...input) => {
    if (signal.aborted) throw failedWith('STOPPED');
    const running = new Worker(worker, { workerData: { job, input } satisfies FileOrder });
    const stop = () => void running.terminate();
    signal.addEventListener('abort', stop, { once: true });
    try {
      return await new Promise<never>((resolve, reject) => {
        running.on('message', (report: FileReport) =>
          report.kind === 'done' ? resolve(report.value as never) : reject(failedWith(report.code)),
        );
        running.once('error', reject);
        // After a report this comes too late to matter.
        running.once('exit', () => reject(failedWith(signal.aborted ? 'STOPPED' : '')));
      });
    } finally {
      signal.removeEventListener('abort', stop);
    }
  };
}
