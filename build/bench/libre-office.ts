import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Measured, measure } from './measure';

/** How long LibreOffice takes to make a PDF of a Word file, its start included, as a person would wait; null where it is not here. */
export async function libreOfficePdf(word: Uint8Array): Promise<Measured | null> {
  if (spawnSync('soffice', ['--version']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-bench-'));
  const file = join(folder, 'minutes.docx');
  writeFileSync(file, word);
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const convert = () => spawnSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, file]);
  try {
    return await measure('the same minutes to PDF by LibreOffice, from Word', convert, { runs: 3 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
