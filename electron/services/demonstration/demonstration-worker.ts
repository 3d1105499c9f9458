import { parentPort, workerData } from 'node:worker_threads';
import type { DemonstrationOrder, DemonstrationReport } from './make-demonstration';
import { makeDemonstrationFile } from './make-file';

const tell = (report: DemonstrationReport) => parentPort?.postMessage(report);

await makeDemonstrationFile({ ...(workerData as DemonstrationOrder), onProgress: (share) => tell({ kind: 'progress', share }) });
tell({ kind: 'done' });
