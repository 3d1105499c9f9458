import { parentPort } from 'node:worker_threads';
import { createImportEngine } from './import-engine';
import type { ImportAnswer, ImportJob } from './import-worker-messages';

const engine = createImportEngine();
const answer = (message: ImportAnswer) => parentPort?.postMessage(message);

function work(job: ImportJob) {
  switch (job.ask) {
    case 'open':
      return engine.open(job.token, job.bytes, job.fileName);
    case 'reread':
      return engine.reread(job.token, job.sheet, job.headingRow, job.kind, job.isHiddenLeftOut);
    case 'plan':
      return engine.plan(job.token, job.targets, job.facts, (done, total) => answer({ job: job.job, kind: 'rows', done, total }));
    case 'rows':
      return engine.rows(job.token, job.first, job.chunks);
    case 'forget':
      engine.forget(job.token);
      return null;
  }
}

parentPort?.on('message', async (job: ImportJob) => {
  try {
    answer({ job: job.job, kind: 'done', value: await work(job) });
  } catch (error) {
    answer({ job: job.job, kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
});
