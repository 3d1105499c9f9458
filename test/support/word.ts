import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

/** One part of a Word file as XML: `word/document.xml`. */
export function partOf(bytes: Uint8Array, name: string): string {
  const part = unzipSync(bytes)[name];
  if (part === undefined) throw new Error(`The Word file has no part ${name}.`);
  return strFromU8(part);
}

const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };
const plain = (xml: string) => xml.replace(/&(?:amp|lt|gt|quot|apos);/g, (entity) => entities[entity] as string);

/** The words of each paragraph of the body, as a screen reader comes upon them. */
export function paragraphsOf(bytes: Uint8Array): string[] {
  const body = partOf(bytes, 'word/document.xml');
  return [...body.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, words]) => plain(words ?? '')).join(''),
  );
}

/** The headings of a style, `Heading2`, in their order. */
export function headingsOf(bytes: Uint8Array, style: string): string[] {
  const body = partOf(bytes, 'word/document.xml');
  return [...body.matchAll(/<w:p[ >].*?<\/w:p>/gs)]
    .filter(([paragraph]) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
    .map(([paragraph]) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, words]) => plain(words ?? '')).join(''));
}

/** Whether this computer has LibreOffice, which nobody is made to install for the tests. */
export const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

/** The Word file as LibreOffice reads it: as PDF or as plain text. */
export function throughLibreOffice(bytes: Uint8Array, to: 'pdf' | 'txt:Text (encoded):UTF8'): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-word-'));
  try {
    writeFileSync(join(folder, 'document.docx'), bytes);
    // A profile of its own: LibreOffice allows one at a time for each.
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const run = spawnSync('soffice', [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, 'document.docx')]);
    if (run.status !== 0) throw new Error(`LibreOffice ended with ${run.status}: ${run.stderr}`);
    return readFileSync(join(folder, `document.${to.slice(0, 3)}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
