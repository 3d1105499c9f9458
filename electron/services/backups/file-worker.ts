import { parentPort, workerData } from 'node:worker_threads';
import { fileWork } from './file-work';
import type { FileOrder, FileReport } from './file-worker-client';

const tell = (report: FileReport) => parentPort?.postMessage(report);
const { job, input } = workerData as FileOrder;

try {
  tell({ kind: 'done', value: (fileWork[job] as (...given: readonly unknown[]) => unknown)(...input) });
} catch (error) {
  // An error loses its code on its way between threads, and its message may say more than should leave this one.
  tell({ kind: 'failed', code: error instanceof Error && 'code' in error ? String(error.code) : '' });
}
