import { randomInt } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type KeyFile, wrapKey } from '../../../db/keys/key-file';
import { createRecoveryWords, keyFromRecoveryWords, recoveryWordCount } from '../../../db/keys/recovery-words';
import type { Clock } from '../../../db/log/stamp';
import { keyFilePath, makeSchemeFile, schemeFileEnding } from '../../../db/scheme-file';
import { Refusal } from '../../../shared/language/refusal';
import type { RecoverySheetView } from '../../../shared/views/scheme';
import type { Session } from '../session';
import { nameSheet } from './name-sheet';
import { type NewScheme, startScheme } from './start-scheme';

export interface SetupChoices extends Omit<NewScheme, 'isDemonstration' | 'computer'> {
  readonly passphrase: string;
}

export interface Setup {
  readonly sheet: RecoverySheetView;
  readonly brand: string;
  readonly area: string;
  /** True when `word` is the one asked for. Once it has been, the scheme may be made. */
  checkWord(word: string): boolean;
  /** Makes the file and opens it. Refuses until the word has been typed back. */
  finish(seal: ((key: Uint8Array) => string) | null): Promise<{ readonly session: Session; readonly key: Uint8Array }>;
}

export interface SetupPlace {
  readonly folder: string;
  readonly computer: string;
  readonly clock: Clock;
  /** Cost of the key file's scrypt; the usual one where absent. */
  readonly cost?: number;
}

/** Begins a scheme. Its words and key are in memory only, until `finish` writes the file. */
export function beginSetup(choices: SetupChoices, place: SetupPlace): Setup {
  const words = createRecoveryWords();
  const askFor = randomInt(1, recoveryWordCount + 1);
  const sheet: RecoverySheetView = {
    words,
    askFor,
    madeAt: new Date(place.clock()).toISOString(),
    forName: choices.yourName,
    computer: place.computer,
  };
  let isChecked = false;
  return {
    sheet,
    brand: choices.brand,
    area: choices.area,
    checkWord(word) {
      isChecked ||= word.trim().toLowerCase() === words[askFor - 1];
      return isChecked;
    },
    async finish(seal) {
      if (!isChecked) throw new Refusal('Type the word back from the printed sheet first. Nothing has been made yet.');
      const key = keyFromRecoveryWords(words);
      if (!key) throw new Error('The recovery words made for a new scheme do not hold together.');
      const keys: KeyFile = { ...(await wrapKey(key, choices.passphrase, place.cost)), keychain: seal ? seal(key) : null };
      const path = freePath(place.folder, choices.brand);
      const { passphrase: _, ...scheme } = choices;
      const session = await makeFile(path, key, keys, { ...scheme, isDemonstration: false, computer: place.computer }, place.clock);
      await nameSheet(session, words);
      return { session, key };
    },
  };
}

/** Writes a scheme's two files and its first commits; takes them away again where that fails. */
export async function makeFile(path: string, key: Uint8Array, keys: KeyFile, scheme: NewScheme, clock: Clock): Promise<Session> {
  return makeSchemeFile(path, key, keys, (connection) => startScheme(connection, scheme, { path, clock }));
}

/** `Crossways.roundtable`, or with a number where that is taken. Only letters and digits that every file system takes. */
export function freePath(folder: string, brand: string): string {
  mkdirSync(folder, { recursive: true });
  const plain =
    brand
      .normalize('NFKD')
      .replace(/[^A-Za-z0-9 -]/g, '')
      .trim()
      .slice(0, 60) || 'Scheme';
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${plain}${number === 1 ? '' : ` ${number}`}${schemeFileEnding}`);
    if (!existsSync(path) && !existsSync(keyFilePath(path))) return path;
  }
}
