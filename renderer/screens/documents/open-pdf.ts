import { getDocument, PDFWorker } from 'pdfjs-dist';
import PdfWorker from 'pdfjs-dist/build/pdf.worker.min.mjs?worker';

// One worker for the window. It is named to each document, since a document closes a worker that it found by itself,
// and the next one would then have none.
let worker: PDFWorker | null = null;

/** Opens the bytes of a PDF; whoever has done with it destroys it. */
export function openPdf(bytes: Uint8Array) {
  worker ??= PDFWorker.create({ port: new PdfWorker() });
  // The bytes are handed over to the worker, so it gets a copy of what the cache holds.
  return getDocument({ data: bytes.slice(), worker, isEvalSupported: false, enableXfa: false });
}
