import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Commit, decodeCommit, encodeCommit, hashOf, hashOfCommit, signedText, withoutContent } from '../../../db/log/commit';
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

const example: Commit = {
  space: 'case:case-1',
  device: 'device',
  number: 1,
  previous: '',
  stamp: '001772531200000-0000-device',
  person: 'person',
  meeting: null,
  operation: 'operation',
  intent: 'case added',
  puts: [],
  salt: 'AAAAAAAAAAAAAAAAAAAAAA',
};

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

  test('of a later form reads back as it was written, erased or not, and is proven by the same text before and after', () => {
    fc.assert(
      fc.property(commit, fc.base64String({ minLength: 1 }), fc.boolean(), (original, salt, byRow) => {
        const salted: Commit = { ...original, salt, ...(byRow ? { byRow } : {}) };
        const erased = withoutContent(salted);
        for (const each of [salted, erased]) {
          expect(decodeCommit(encodeCommit(each))).toEqual(each);
          expect(encodeCommit(decodeCommit(encodeCommit(each)))).toBe(encodeCommit(each));
        }
        expect(signedText(erased)).toBe(signedText(salted));
        expect(hashOfCommit(erased)).toBe(hashOfCommit(salted));
        expect(withoutContent(erased)).toEqual(erased);
      }),
    );
  });

  test('of a later form is another commit where its salt, its form or a single value differs', () => {
    const [one, other] = ['CARTERWICK', 'OAKENFELL'].map(
      (value): Commit => ({ ...example, puts: [{ relation: 'cases', row: 'case-1', field: 'surname', value, base: '' }] }),
    ) as [Commit, Commit];
    const hashes = [one, other, { ...one, salt: 'another' }, { ...one, byRow: true } as const].map((each) => hashOfCommit(each));
    expect(new Set(hashes).size).toBe(4);
  });

  test('of the third form names each row once, however many of its fields stand together', () => {
    const put = (row: string, field: string, base = '') => ({ relation: 'needs', row, field, value: 1, base });
    const puts = [put('a', 'x'), put('a', 'y', 'before'), put('b', 'x'), put('a', 'z')];
    expect(JSON.parse(encodeCommit({ ...example, byRow: true, puts }))).toEqual([
      ...JSON.parse(encodeCommit({ ...example, puts }))
        .slice(0, 10)
        .with(0, 3),
      [
        ['needs', 'a', ['x', 1], ['y', 1, 'before']],
        ['needs', 'b', ['x', 1]],
        ['needs', 'a', ['z', 1]],
      ],
      example.salt,
    ]);
  });

  test('holds nothing of what it said once its content is erased, and of the first form nothing to prove it by', () => {
    const said: Commit = { ...example, puts: [{ relation: 'cases', row: 'case-1', field: 'surname', value: 'CARTERWICK', base: '' }] };
    expect(encodeCommit(withoutContent(said))).not.toContain('CARTERWICK');
    const { salt: _salt, ...first } = said;
    const stub = withoutContent(first);
    expect(decodeCommit(encodeCommit(stub))).toEqual(stub);
    expect(encodeCommit(stub)).not.toContain('CARTERWICK');
    expect([signedText(stub), hashOfCommit(stub)]).toEqual([null, null]);
  });

  test('is refused where its text is of another form', () => {
    for (const body of ['[]', '{}', '[2,"s"]', '[4,"s"]', '"commit"']) expect(() => decodeCommit(body)).toThrow('form of a commit');
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
