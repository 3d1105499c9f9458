import { parentPort } from 'node:worker_threads';
import { renderDocument } from './render';
import type { DocumentAnswer, DocumentJob } from './worker-messages';

const port = parentPort;
if (port === null) throw new Error('This file makes documents in a worker thread, and was started outside of one.');

port.on('message', async ({ job, request }: DocumentJob) => {
  try {
    const document = await renderDocument(request);
    // The bytes are handed over, not copied.
    port.postMessage({ job, ok: true, document } satisfies DocumentAnswer, [document.bytes.buffer as ArrayBuffer]);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'an unknown failure';
    port.postMessage({ job, ok: false, message: `The ${request.kind} could not be laid out (${name}).` } satisfies DocumentAnswer);
  }
});
