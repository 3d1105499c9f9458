import { renameSync, rmSync } from 'node:fs';
import { wrapKey } from '../../../db/keys/key-file';
import { createRecoveryWords, keyFromRecoveryWords } from '../../../db/keys/recovery-words';
import { createSchemeFile, keyFilePath } from '../../../db/scheme-file';
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
  const clear = () => {
    for (const file of [part, `${part}-wal`, keyFilePath(part)]) rmSync(file, { force: true });
  };
  clear();
  const key = keyFromRecoveryWords(createRecoveryWords());
  if (!key) throw new Error('The recovery words made for the demonstration do not hold together.');
  const connection = createSchemeFile(part, key, await wrapKey(key, passphrase));
  try {
    // Nobody has typed any of this, so it need not be durable entry by entry: the whole is written out at the end.
    connection.raw.pragma('synchronous = OFF');
    // Pages that change week by week are written out once.
    connection.raw.pragma('wal_autocheckpoint = 100000');
    await buildDemonstration(connection, { path, seed, render: renderDocument, ...options });
    connection.raw.pragma('synchronous = FULL');
    connection.raw.pragma('wal_checkpoint(TRUNCATE)');
    connection.close();
  } catch (error) {
    connection.close();
    clear();
    throw error;
  }
  renameSync(keyFilePath(part), keyFilePath(path));
  renameSync(part, path);
}
