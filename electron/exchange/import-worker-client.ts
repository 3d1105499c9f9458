import { Worker } from 'node:worker_threads';
import { Refusal } from '../../shared/language/refusal';
import type { ImportEngine, OnRows, Opened, PlannedFile } from './import-engine';
import type { ImportAnswer, ImportJob } from './import-worker-messages';

type Asked = ImportJob extends infer Job ? (Job extends ImportJob ? Omit<Job, 'job'> : never) : never;

type Answered = Opened | PlannedFile | readonly string[] | null;

interface Waiting {
  readonly resolve: (value: Answered) => void;
  readonly reject: (reason: Error) => void;
  readonly onRows: OnRows | undefined;
}

/** Large enough that what a plan of many rows is made from is not collected over and over: that took a quarter of its time. */
const maxYoungGenerationSizeMb = 96;

/**
 * The engine in the worker that lies at `location`, so that a large file is read and planned while the window goes on
 * answering. The worker starts with the first file; `stop` ends it, and with it everything that it held.
 */
export function createImportWorker(location: URL): ImportEngine {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let jobs = 0;

  function start(): Worker {
    const started = new Worker(location, { resourceLimits: { maxYoungGenerationSizeMb } });
    started.unref();
    started.on('message', (answer: ImportAnswer) => {
      const job = waiting.get(answer.job);
      if (answer.kind === 'rows') return job?.onRows?.(answer.done, answer.total);
      waiting.delete(answer.job);
      if (answer.kind === 'done') job?.resolve(answer.value);
      else job?.reject(new Error(answer.message));
    });
    started.on('error', (error) => ended(started, error));
    started.on('exit', () => ended(started, new Refusal('Reading the file was stopped. Nothing was imported. Choose the file again.')));
    return started;
  }

  function ended(which: Worker, reason: Error): void {
    if (worker !== which) return;
    worker = null;
    for (const job of waiting.values()) job.reject(reason);
    waiting.clear();
  }

  function ask(asked: Asked, onRows?: OnRows): Promise<Answered> {
    worker ??= start();
    const running = worker;
    jobs += 1;
    const job = jobs;
    return new Promise((resolve, reject) => {
      waiting.set(job, { resolve, reject, onRows });
      running.postMessage({ ...asked, job } as ImportJob);
    });
  }

  return {
    open: (token, bytes, fileName) => ask({ ask: 'open', token, bytes, fileName }) as Promise<Opened>,
    reread: (token, sheet, headingRow, kind, isHiddenLeftOut = false) =>
      ask({ ask: 'reread', token, sheet, headingRow, kind, isHiddenLeftOut }) as Promise<Opened>,
    plan: (token, targets, facts, onRows) => ask({ ask: 'plan', token, targets, facts }, onRows) as Promise<PlannedFile>,
    rows: (token, first, chunks) => ask({ ask: 'rows', token, first, chunks }) as Promise<readonly string[]>,
    forget(token) {
      if (worker) void ask({ ask: 'forget', token }).catch(() => {});
    },
    stop() {
      const running = worker;
      if (!running) return;
      ended(running, new Refusal('Reading the file was stopped. Nothing was imported. Choose the file again.'));
      void running.terminate();
    },
  };
}
