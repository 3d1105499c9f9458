import { Worker } from 'node:worker_threads';
import type { DocumentRequest, RenderedDocument } from './request';
import type { DocumentAnswer, DocumentJob } from './worker-messages';

export interface DocumentsWorker {
  /**
   * Makes a document off the main thread; one after the other, in the order asked. Rejects where it cannot be laid out,
   * where the worker ends, after `close`, and with the signal's reason once that is aborted.
   */
  render(request: DocumentRequest, signal?: AbortSignal): Promise<RenderedDocument>;
  /** Ends the worker; whatever is not ready is rejected. */
  close(): Promise<void>;
}

interface Waiting {
  readonly request: DocumentRequest;
  readonly signal: AbortSignal | undefined;
  readonly onAbort: () => void;
  readonly resolve: (document: RenderedDocument) => void;
  readonly reject: (reason: unknown) => void;
}

interface Running extends Waiting {
  readonly job: number;
}

/** The client of the worker that lies at `location`. The worker starts with the first document and stays for the next. */
export function createDocumentsWorker(location: URL): DocumentsWorker {
  const queue: Waiting[] = [];
  let worker: Worker | null = null;
  let running: Running | null = null;
  let jobs = 0;
  let isClosed = false;

  function start(): Worker {
    const started = new Worker(location);
    started.on('message', (answer: DocumentAnswer) => {
      if (answer.job === running?.job) settle((waiting) => finish(waiting, answer));
    });
    started.on('error', (error) => stopped(started, error));
    started.on('exit', (code) => stopped(started, new Error(`The worker that makes documents ended with ${code}.`)));
    return started;
  }

  function finish(waiting: Waiting, answer: DocumentAnswer): void {
    if (answer.ok) waiting.resolve(answer.document);
    else waiting.reject(new Error(answer.message));
  }

  /** A worker that ended takes its document with it; the next document gets a new one. */
  function stopped(ended: Worker, reason: Error): void {
    if (worker !== ended) return;
    worker = null;
    settle((waiting) => waiting.reject(reason));
  }

  function settle(answer: (waiting: Waiting) => void): void {
    const settled = running;
    running = null;
    // An idle worker must not keep a script from ending; one at work must, or its document is never finished.
    worker?.unref();
    if (settled !== null) {
      settled.signal?.removeEventListener('abort', settled.onAbort);
      answer(settled);
    }
    next();
  }

  function next(): void {
    if (running !== null) return;
    const waiting = queue.shift();
    if (waiting === undefined) return;
    worker ??= start();
    worker.ref();
    jobs += 1;
    running = { ...waiting, job: jobs };
    worker.postMessage({ job: jobs, request: waiting.request } satisfies DocumentJob);
  }

  /** Laying out never looks up from its work, so a running document can only be stopped with its worker. */
  function cancel(waiting: Waiting, reason: unknown): void {
    const place = queue.indexOf(waiting);
    if (place >= 0) {
      queue.splice(place, 1);
      waiting.reject(reason);
    } else if (running?.onAbort === waiting.onAbort) {
      const busy = worker;
      worker = null;
      void busy?.terminate();
      settle(() => waiting.reject(reason));
    }
  }

  return {
    render(request, signal) {
      if (isClosed) return Promise.reject(new Error('Documents are no longer made: the app is closing.'));
      if (signal?.aborted) return Promise.reject(signal.reason);
      return new Promise((resolve, reject) => {
        const waiting: Waiting = { request, signal, onAbort: () => cancel(waiting, signal?.reason), resolve, reject };
        signal?.addEventListener('abort', waiting.onAbort, { once: true });
        queue.push(waiting);
        next();
      });
    },
    async close() {
      isClosed = true;
      const ending = worker;
      worker = null;
      const reason = new Error('The document was not finished: the app is closing.');
      for (const waiting of queue.splice(0)) waiting.reject(reason);
      settle((waiting) => waiting.reject(reason));
      await ending?.terminate();
    },
  };
}
