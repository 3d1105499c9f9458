import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Every file below a folder. What goes away while it is read is left out: a browser tidies up as it runs. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

/** SHA-256 of each file below a folder by its path: equal where not a byte and no file has changed. */
export function fingerprintsOf(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(filesBelow(folder).map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]));
}

/** The files below a folder that hold one of the words in any of the ways in which a program writes text. */
export function filesHolding(folder: string, words: readonly string[]): readonly string[] {
  const needles = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le'), Buffer.from(encodeURIComponent(word))]);
  return filesBelow(folder).filter((path) => {
    const bytes = readIfThere(path);
    return bytes !== null && needles.some((needle) => bytes.includes(needle));
  });
}

function readIfThere(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}
