import { expect, test } from 'vitest';
import { createRecoveryWords, keyFromRecoveryWords, recoveryWordCount } from '../../../db/keys/recovery-words';

test('eighteen words give a key of 32 bytes, the same each time', () => {
  const words = createRecoveryWords();
  expect(words).toHaveLength(recoveryWordCount);
  expect(keyFromRecoveryWords(words)).toEqual(keyFromRecoveryWords(words));
  expect(keyFromRecoveryWords(words)).toHaveLength(32);
});

test('two sheets never give the same key', () => {
  expect(createRecoveryWords()).not.toEqual(createRecoveryWords());
});

test('words typed with capitals and spaces are the same words', () => {
  const words = createRecoveryWords();
  expect(keyFromRecoveryWords(words.map((word) => ` ${word.toUpperCase()} `))).toEqual(keyFromRecoveryWords(words));
});

test('a missing, swapped or misspelt word is noticed', () => {
  const words = createRecoveryWords(() => new Uint8Array(24).map((_, index) => index * 11));
  expect(keyFromRecoveryWords(words.slice(1))).toBeNull();
  expect(keyFromRecoveryWords([...words.slice(1), words[0] as string])).toBeNull();
  expect(keyFromRecoveryWords(['roundtable', ...words.slice(1)])).toBeNull();
});
