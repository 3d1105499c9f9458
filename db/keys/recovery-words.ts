import { hkdfSync, randomBytes } from 'node:crypto';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist } from '@scure/bip39/wordlists/english.js';

/** 192 bits: eighteen words of the BIP-39 English list, of which the last carries a checksum. */
const entropyBytes = 24;
export const recoveryWordCount = 18;

export function createRecoveryWords(random: (size: number) => Uint8Array = randomBytes): readonly string[] {
  return entropyToMnemonic(new Uint8Array(random(entropyBytes)), wordlist).split(' ');
}

/**
 * The scheme's 32-byte key. It comes from the words alone, so that the sheet opens the file even when the key file
 * beside it is lost. Null where the words are not a sheet's: a word not on the list, or a checksum that does not fit.
 */
export function keyFromRecoveryWords(words: readonly string[]): Uint8Array | null {
  return derive(words, 'roundtable scheme key 1');
}

/**
 * 32 secret bytes each for what the sheet signs with and opens the shared folder with. Neither follows from the other, nor
 * from the file's key: whoever gets at an open file has not got the sheet. Null as above.
 */
export function sheetSeedsFrom(words: readonly string[]): { readonly signing: Uint8Array; readonly opening: Uint8Array } | null {
  const signing = derive(words, 'roundtable sheet signing key 1');
  const opening = derive(words, 'roundtable sheet age identity 1');
  return signing && opening && { signing, opening };
}

function derive(words: readonly string[], purpose: string): Uint8Array | null {
  if (words.length !== recoveryWordCount) return null;
  try {
    const entropy = mnemonicToEntropy(words.map((word) => word.trim().toLowerCase()).join(' '), wordlist);
    return new Uint8Array(hkdfSync('sha256', entropy, new Uint8Array(), purpose, 32));
  } catch {
    return null;
  }
}
