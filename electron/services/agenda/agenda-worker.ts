import { parentPort, workerData } from 'node:worker_threads';
import { orderCases } from '../../../shared/agenda/order';
import type { AgendaSearchOrder, AgendaSearchReport } from './agenda-search';

const tell = (report: AgendaSearchReport) => parentPort?.postMessage(report);
const { problem, endsAt, seed, start, stop } = workerData as AgendaSearchOrder;
const stopFlag = new Int32Array(stop);

const found = orderCases(problem, {
  clock: () => performance.timeOrigin + performance.now(),
  deadlineMs: endsAt,
  seed,
  ...(start ? { start } : {}),
  isStopped: () => Atomics.load(stopFlag, 0) !== 0,
  onImprovement: (better) => tell({ kind: 'better', found: better }),
});
tell({ kind: 'done', found });
