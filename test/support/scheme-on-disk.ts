import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wrapKey } from '../../db/keys/key-file';
import { createRecoveryWords, keyFromRecoveryWords } from '../../db/keys/recovery-words';
import { schemeFileEnding } from '../../db/scheme-file';
import { fileWork } from '../../electron/services/backups/file-work';
import { failedWith, type RunFileJob } from '../../electron/services/backups/file-worker-client';
import { type KnownSchemes, knownSchemesIn } from '../../electron/services/opening/known-schemes';
import type { Keychain } from '../../electron/services/opening/scheme-access';
import { createSchemeAccess, type SchemeAccess } from '../../electron/services/opening/scheme-access';
import { makeFile } from '../../electron/services/setup/setup';
import { testNow } from './session';

/** The least that scrypt takes: tests are not guarded by their passphrases. */
export const cheap = 10;
export const diskPassphrase = 'larch kettle ninety sparrow';

export const noKeychain: Keychain = { isAvailable: () => false, seal: () => '', unseal: () => null };

/** Does the work of the worker in this thread. */
export const runHere: RunFileJob = async (signal, job, ...input) => {
  if (signal.aborted) throw failedWith('STOPPED');
  return (fileWork[job] as (...given: readonly unknown[]) => never)(...input);
};

export interface SchemeOnDisk {
  readonly folder: string;
  readonly path: string;
  readonly words: readonly string[];
  readonly key: Uint8Array;
  readonly access: SchemeAccess;
  readonly known: KnownSchemes;
  readonly clock: () => number;
  advance(milliseconds: number): void;
  /** Closes what is open and takes the folder away. */
  end(): void;
}

/** A new scheme in files of its own, open, with a coordinator of the police and a clock that stands still. */
export async function schemeOnDisk(brand = 'Crossways', at = testNow): Promise<SchemeOnDisk> {
  let now = at;
  const clock = () => now;
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-disk-'));
  const path = join(folder, `${brand}${schemeFileEnding}`);
  const words = createRecoveryWords();
  const key = keyFromRecoveryWords(words);
  if (!key) throw new Error('The recovery words do not hold together.');
  const agencies = [
    { kind: 'police', name: 'Police', code: 'POL', isCore: true },
    { kind: 'probation', name: 'Probation', code: 'PRO', isCore: true },
    { kind: 'housing', name: 'Housing', code: 'HOU', isCore: false },
  ];
  const scheme = { brand, area: 'Harrowmere', marking: 'OFFICIAL-SENSITIVE', agencies, yourName: 'M. Larkspur', yourAgency: 0 };
  const made = await makeFile(
    path,
    key,
    await wrapKey(key, diskPassphrase, cheap),
    { ...scheme, isDemonstration: false, computer: 'TEST' },
    clock,
  );
  made.connection.close();
  const known = knownSchemesIn(folder);
  const access = createSchemeAccess({
    folder,
    known,
    keychain: noKeychain,
    clock,
    computer: 'TEST',
    makeDemonstration: async () => {},
    cost: cheap,
  });
  access.unlockWithKey(path, Uint8Array.from(key));
  return {
    folder,
    path,
    words,
    key,
    access,
    known,
    clock,
    advance(milliseconds) {
      now += milliseconds;
    },
    end() {
      access.lock();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
