import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainJpeg } from '../../../../electron/services/cases/plain-jpeg';
import { mostPhotographBytes } from '../../../../shared/language/photograph';
import { jpegOf } from '../../../support/jpeg';

it('keeps the picture and nothing that a camera, an editor or a telephone hung on it.', () => {
  const plain = jpegOf({ width: 300, height: 400 });
  const told = jpegOf({
    width: 300,
    height: 400,
    segments: [
      { marker: 0xe1, text: 'Exif 51.5 N 0.1 W CANARY' },
      { marker: 0xed, text: 'Photoshop CANARY' },
      { marker: 0xe0, text: 'JFXX a small copy: CANARY' },
      { marker: 0xfe, text: 'A comment: CANARY' },
    ],
    tail: 'A film of CANARY',
  });
  expect(Buffer.from(told).includes('CANARY')).toBe(true);
  expect(plainJpeg(told)).toEqual({ bytes: Buffer.from(plain), width: 300, height: 400 });
});

it('refuses one in which anything else lies among the picture, and keeps of the word on its colours only what belongs to it.', () => {
  const plain = jpegOf({ width: 300, height: 400 });
  const comment = Buffer.from([0xff, 0xfe, 0, 8, ...Buffer.from('CANARY')]);
  expect(plainJpeg(Buffer.concat([plain.subarray(0, -2), comment, plain.subarray(-2)]))).toBeNull();
  const marks = Buffer.from([0xff, 0, 0xff, 0xd0, 0xff]);
  expect(plainJpeg(Buffer.concat([plain.subarray(0, -2), marks, plain.subarray(-2)]))).not.toBeNull();
  const colours = { marker: 0xee, text: 'Adobe\0d\0\0\0\0\x01' };
  const withColours = jpegOf({ width: 300, height: 400, segments: [colours] });
  expect(plainJpeg(withColours)?.bytes).toEqual(Buffer.from(withColours));
  const told = jpegOf({ width: 300, height: 400, segments: [{ ...colours, text: `${colours.text}CANARY` }] });
  expect(plainJpeg(told)?.bytes).toEqual(Buffer.from(plain));
});

it('refuses what is no JPEG, one that was cut off, and one that is too small or too large.', () => {
  const whole = jpegOf({ width: 300, height: 400 });
  expect(plainJpeg(whole)).not.toBeNull();
  expect(plainJpeg(new Uint8Array())).toBeNull();
  expect(plainJpeg(new TextEncoder().encode('<svg onload="alert(1)"/>'))).toBeNull();
  for (let length = 0; length < whole.length; length += 7) expect(plainJpeg(whole.subarray(0, length))).toBeNull();
  expect(plainJpeg(jpegOf({ width: 20, height: 400 }))).toBeNull();
  expect(plainJpeg(jpegOf({ width: 300, height: 641 }))).toBeNull();
  const heavy = jpegOf({ width: 300, height: 400 });
  const padded = Buffer.concat([heavy.subarray(0, -2), Buffer.alloc(mostPhotographBytes), heavy.subarray(-2)]);
  expect(plainJpeg(padded)).toBeNull();
});

it('never fails, whatever the bytes.', () => {
  const whole = jpegOf({ width: 120, height: 90 });
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, value) => {
      const changed = Uint8Array.from(whole);
      changed[at] = value;
      const read = plainJpeg(changed);
      if (read !== null) expect(plainJpeg(read.bytes)).toEqual(read);
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (noise) => void plainJpeg(Uint8Array.from([0xff, 0xd8, ...noise]))));
});
