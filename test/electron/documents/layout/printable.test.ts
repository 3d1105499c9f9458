import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitted, fittedTo, printable } from '../../../../electron/documents/layout/printable';

describe('printable text', () => {
  it('leaves everything that the fonts can draw as it is', () => {
    expect(printable('Łódź, “Café” – ½ № ◆ ✓\nnext line')).toBe('Łódź, “Café” – ½ № ◆ ✓\nnext line');
  });

  it('shows a run of characters that the fonts lack as their codes in one pair of brackets', () => {
    expect(printable('well done 👍🏽!')).toBe('well done [U+1F44D U+1F3FD]!');
    expect(printable('שם: ok')).toBe('[U+05E9 U+05DD]: ok');
  });

  it('shows a hidden change of direction, so that it cannot turn a sentence round', () => {
    expect(printable('abc\u202edef')).toBe('abc[U+202E]def');
  });

  it('leaves out what has no ink and comes with pasted text, and keeps the letters that it stood between', () => {
    expect(printable('\ufeffring \u202a0300\u200e 555\u202c, soft\u00adly\u2060')).toBe('ring 0300 555, softly');
    expect(printable('👨\u200d👩 ❤\ufe0f')).toBe('[U+1F468 U+1F469] ❤');
  });

  it('turns tabs into spaces and every kind of line end into one kind', () => {
    expect(printable('a\tb\r\nc\rd\u2028e')).toBe('a b\nc\nd\ne');
  });

  it('composes letters and accents that were typed apart', () => {
    expect(printable('cafe\u0301')).toBe('café');
  });

  it('changes nothing when it is applied again, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point)) }), (text) => {
        expect(printable(printable(text))).toBe(printable(text));
      }),
    );
  });

  it('cuts a line of page furniture to its room and says so with an ellipsis', () => {
    expect(fitted('Full record:\n core agencies', 12)).toBe('Full record…');
    expect(fitted('Full record', 12)).toBe('Full record');
  });

  it('cuts where wide letters would need a second line, and leaves narrow ones', () => {
    expect(fittedTo('Domestic Abuse Service', 12)).toBe('Domestic Abuse Service');
    expect(fittedTo('WOMMWEMMWOMMW', 6)).toMatch(/^WO.{1,5}…$/);
    expect(fittedTo('illicitly fill it', 6)).toBe('illicitly fill it');
  });
});
