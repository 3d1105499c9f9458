import { parentPort, workerData } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import { openBeside } from '../../../db/connection';
import type { MoverOrder, MoverPlace, MoverReport } from './log-mover';

const tell = (report: MoverReport) => parentPort?.postMessage(report);
const { path, key } = workerData as MoverPlace;
let raw: Database.Database | null = null;

parentPort?.on('message', (order: MoverOrder) => {
  if (order === 'end') {
    raw?.close();
    key.fill(0);
    parentPort?.close();
    return;
  }
  try {
    raw ??= openBeside(path, key);
    const [moved] = raw.pragma('wal_checkpoint(PASSIVE)') as { busy: number; log: number }[];
    tell(moved && moved.busy === 0 ? { kind: 'moved', pages: moved.log } : { kind: 'failed' });
  } catch {
    // What went wrong is seen again by the thread that then does it itself.
    tell({ kind: 'failed' });
  }
});
tell({ kind: 'come' });
