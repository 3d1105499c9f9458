import type { PDFDocumentProxy } from 'pdfjs-dist';
import { openPdf } from './open-pdf';
import './print.css';

/** As fine as an office printer sets small type; a page is some two megabytes while it waits. */
const dotsPerInch = 200;

/**
 * Prints a PDF through the system's own dialog: each page is drawn as it stands and nothing of the window is printed with
 * it. Resolves once the dialog has been answered, whichever way; which of the two, a page is not told.
 */
export async function printPdf(bytes: Uint8Array): Promise<void> {
  const loading = openPdf(bytes);
  const sheets = document.createElement('div');
  sheets.className = 'print-sheets';
  sheets.setAttribute('aria-hidden', 'true');
  const images: HTMLImageElement[] = [];
  try {
    const pdf = await loading.promise;
    for (let number = 1; number <= pdf.numPages; number += 1) images.push(await sheetOf(pdf, number));
    sheets.append(...images);
    document.body.append(sheets);
    document.body.classList.add('printing');
    // `print` returns at once in some windows, and only after the dialog in others; the event comes in both.
    const answered = new Promise((resolve) => window.addEventListener('afterprint', resolve, { once: true }));
    window.print();
    await answered;
  } finally {
    document.body.classList.remove('printing');
    sheets.remove();
    for (const { src } of images) URL.revokeObjectURL(src);
    await loading.destroy();
  }
}

async function sheetOf(pdf: PDFDocumentProxy, number: number): Promise<HTMLImageElement> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: dotsPerInch / 72 });
  const canvas = document.createElement('canvas');
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (blob === null) throw new Error('A page could not be drawn to be printed.');
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode();
  return image;
}
