import { parentPort, workerData } from 'node:worker_threads';
import { makeDemonstrationFile } from './demonstration/make-file';
import type { DemonstrationOrder, DemonstrationReport } from './make-demonstration';

const tell = (report: DemonstrationReport) => parentPort?.postMessage(report);

await makeDemonstrationFile({ ...(workerData as DemonstrationOrder), onProgress: (share) => tell({ kind: 'progress', share }) });
tell({ kind: 'done' });
