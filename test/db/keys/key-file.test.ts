import { expect, test } from 'vitest';
import { readKeyFile, unwrapKey, wrapKey, writeKeyFile } from '../../../db/keys/key-file';

const key = new Uint8Array(32).map((_, index) => index);
const lowCost = 10;
const passphrase = 'kestrel ladder marmalade';

test('a wrapped key comes back with its passphrase and with no other', async () => {
  const read = readKeyFile(writeKeyFile(await wrapKey(key, passphrase, lowCost)));
  if (!read.ok) throw new Error('The key file was not read.');
  expect(new Uint8Array((await unwrapKey(read.keys, passphrase)) ?? [])).toEqual(key);
  expect(await unwrapKey(read.keys, `${passphrase} `)).toBeNull();
  expect(await unwrapKey(read.keys, '')).toBeNull();
});

test('a passphrase typed with composed or separate accents is the same', async () => {
  const keys = await wrapKey(key, 'caf\u00e9 ladder marmalade', lowCost);
  expect(await unwrapKey(keys, 'cafe\u0301 ladder marmalade')).not.toBeNull();
});

test('the key is not in the file, and two files with one passphrase have nothing in common', async () => {
  const [first, second] = [writeKeyFile(await wrapKey(key, passphrase, lowCost)), writeKeyFile(await wrapKey(key, passphrase, lowCost))];
  expect(first).not.toContain(Buffer.from(key).toString('base64url'));
  expect(JSON.parse(first).passphrase.salt).not.toBe(JSON.parse(second).passphrase.salt);
});

test('a changed key file opens nothing', async () => {
  const keys = await wrapKey(key, passphrase, lowCost);
  const sealed = Buffer.from(keys.passphrase.sealed, 'base64url');
  sealed[3] = (sealed[3] ?? 0) ^ 1;
  expect(await unwrapKey({ ...keys, passphrase: { ...keys.passphrase, sealed: sealed.toString('base64url') } }, passphrase)).toBeNull();
  expect(await unwrapKey({ ...keys, passphrase: { ...keys.passphrase, sealed: '' } }, passphrase)).toBeNull();
});

test.each([
  ['{}', 'not-ours'],
  ['MZ\u0000binary', 'not-ours'],
  ['{"format":"roundtable keys","version":2}', 'newer-version'],
  ['{"format":"roundtable keys","version":1}', 'damaged'],
  ['{"format":"roundtable keys","vers', 'damaged'],
])('%s is said to be %s', (text, problem) => {
  expect(readKeyFile(text)).toEqual({ ok: false, problem });
});
