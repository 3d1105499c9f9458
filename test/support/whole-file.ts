import { strFromU8, unzipSync } from 'fflate';
import { onPdf } from './pdf';

/**
 * Everything that a file holds as text, wherever it stands: the words of the pages, and every string and stream beside them. That
 * is titles, bookmarks, links, what pictures and shapes are read out as, and the properties of the file.
 */
export function everythingIn(bytes: Uint8Array): string {
  return strFromU8(bytes.subarray(0, 2)) === 'PK' ? everythingInZip(bytes) : everythingInPdf(bytes);
}

function everythingInPdf(bytes: Uint8Array): string {
  const strings = onPdf(bytes, 'qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=inline', '--decode-level=generalized', '{}']);
  // Streams are base64 there: programs of the page, properties, and whatever else might be put into one.
  const streams = [...strings.matchAll(/"data": "([^"]+)"/g)].map(([, data = '']) => Buffer.from(data, 'base64').toString('latin1'));
  return [onPdf(bytes, 'pdftotext', ['-layout', '{}', '-']), strings, ...streams].join('\n');
}

function everythingInZip(bytes: Uint8Array): string {
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${strFromU8(part)}`)
    .join('\n');
}
