import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Commit, decodeCommit, encodeCommit, hashOf } from '../../../db/log/commit';
import { createDeviceIdentity, exportDeviceIdentity, importDeviceIdentity, isSignedBy, signBody } from '../../../db/log/identity';

const scalar = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
  fc.maxSafeInteger(),
  fc.constant(null),
);
const word = fc.string({ unit: 'grapheme' });
const commit: fc.Arbitrary<Commit> = fc.record({
  space: word,
  device: word,
  number: fc.nat(),
  previous: word,
  stamp: word,
  person: word,
  meeting: fc.option(word),
  operation: word,
  intent: word,
  puts: fc.array(fc.record({ relation: word, row: word, field: word, value: scalar, base: word })),
});

describe('a commit', () => {
  test('reads back as it was written, and is written the same again', () => {
    fc.assert(
      fc.property(commit, (original) => {
        const body = encodeCommit(original);
        expect(decodeCommit(body)).toEqual(original);
        expect(encodeCommit(decodeCommit(body))).toBe(body);
      }),
    );
  });

  test('is refused where its text is of another form', () => {
    for (const body of ['[]', '{}', '[2,"s"]', '"commit"']) expect(() => decodeCommit(body)).toThrow('form of a commit');
  });
});

describe('a signature', () => {
  const device = createDeviceIdentity();
  const body = '[1,"scheme"]';
  const signature = signBody(device, body);

  test('holds for the signed text, with the device’s key as it was kept', () => {
    expect(isSignedBy(importDeviceIdentity(exportDeviceIdentity(device)).publicKey, body, signature)).toBe(true);
  });

  test('fails for any other text, key or signature', () => {
    expect(isSignedBy(device.publicKey, '[1,"office"]', signature)).toBe(false);
    expect(isSignedBy(createDeviceIdentity().publicKey, body, signature)).toBe(false);
    expect(isSignedBy(device.publicKey, body, signBody(createDeviceIdentity(), body))).toBe(false);
    expect(isSignedBy('', body, signature)).toBe(false);
  });

  test('belongs to a device whose id is made from its key', () => {
    expect(device.id).toMatch(/^[\w-]{22}$/);
    expect(importDeviceIdentity(exportDeviceIdentity(device)).id).toBe(device.id);
    expect(hashOf(body)).toMatch(/^[0-9a-f]{64}$/);
  });
});
