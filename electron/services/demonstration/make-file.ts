import { renameSync } from 'node:fs';
import { wrapKey } from '../../../db/keys/key-file';
import { createRecoveryWords, keyFromRecoveryWords } from '../../../db/keys/recovery-words';
import { keyFilePath, openInMemory, removeSchemeFile } from '../../../db/scheme-file';
import { writeOut } from '../../../db/write-out';
import { renderDocument } from '../../documents/render';
import { buildDemonstration, usualSeed } from './build';

export interface DemonstrationFile {
  readonly path: string;
  readonly passphrase: string;
  /** `YYYY-MM-DD` in the scheme's place. */
  readonly today: string;
  readonly seed?: number;
  readonly computer: string;
  readonly onProgress?: (share: number) => void;
}

/** Makes the demonstration scheme as a file. It has its name only once it is whole; what a crash left is cleared away. */
export async function makeDemonstrationFile({ path, passphrase, seed = usualSeed, ...options }: DemonstrationFile): Promise<void> {
  const part = `${path}.part`;
  removeSchemeFile(part);
  const key = keyFromRecoveryWords(createRecoveryWords());
  if (!key) throw new Error('The recovery words made for the demonstration do not hold together.');
  const keys = await wrapKey(key, passphrase);
  const memory = openInMemory();
  try {
    await buildDemonstration(memory, { path, seed, render: renderDocument, ...options });
    writeOut(memory, part, key, keys);
  } catch (error) {
    removeSchemeFile(part);
    throw error;
  } finally {
    memory.close();
  }
  renameSync(keyFilePath(part), keyFilePath(path));
  renameSync(part, path);
}
