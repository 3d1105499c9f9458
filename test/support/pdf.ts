import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { printable } from '../../electron/documents/layout/printable';
import { renderDocument } from '../../electron/documents/render';
import type { DocumentRequest, RenderedDocument } from '../../electron/documents/request';

export const creationDate = '2026-03-03T13:05:00.000Z';

/** Without the instant at which it is made: in tests that is always the same. */
export type Undated<R extends DocumentRequest = DocumentRequest> = R extends unknown ? Omit<R, 'creationDate'> : never;

/** Lets timers run first: laying out never does, so a test that makes many documents could not time out. */
export async function render(request: Undated): Promise<RenderedDocument> {
  await setImmediate();
  return renderDocument({ ...request, creationDate } as DocumentRequest);
}

/** Runs a program of poppler or qpdf on the bytes of a PDF; what it prints. `{}` stands for the file. */
export function onPdf(bytes: Uint8Array, program: string, args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-pdf-'));
  const file = join(folder, 'document.pdf');
  try {
    writeFileSync(file, bytes);
    const given = args.map((arg) => (arg === '{}' ? file : arg));
    return execFileSync(program, given, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The text of a PDF, page by page. `-raw` follows the order in which the words were set, so cells are not mixed. */
export function pagesOf(bytes: Uint8Array): string[] {
  return onPdf(bytes, 'pdftotext', ['-raw', '-enc', 'UTF-8', '{}', '-']).split('\f').slice(0, -1);
}

/**
 * Letters alone: where a line ends, and how wide a space is, belongs to the layout. Characters that share a glyph of the
 * font, such as the two hyphens, come out of a PDF as one of them.
 */
export function letters(text: string): string {
  return printable(text)
    .normalize('NFKC')
    .replaceAll('\u2010', '-')
    .replaceAll('\u2206', '\u0394')
    .replace(/[\s\u200b\u00ad]+/gu, '');
}

/** Each word of a text that the document does not hold, in its order. A word may be cut over two lines or two pages. */
export function missingWords(pages: readonly string[], texts: readonly string[]): string[] {
  const whole = letters(pages.join(''));
  const words = new Set(texts.flatMap((text) => printable(text).split(/\s+/)).map(letters));
  return [...words].filter((word) => !whole.includes(word));
}
