import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCohortPart, readColour, readMappa, readOgrs, readRosh, readSex } from '../../../shared/import/read-categories';
import { readPosition } from '../../../shared/import/read-position';
import type { Reading } from '../../../shared/import/reading';

const readAs = <Value>(read: Reading<Value>) => (read.kind === 'value' ? read.value : read.kind);

describe('reading words from a fixed list', () => {
  it.each([
    ['R', 'R', ''],
    ['red', 'R', ''],
    [' RED ', 'R', ''],
    ['RED - wanted', 'R', 'wanted'],
    ['Red (wanted on warrant)', 'R', 'wanted on warrant'],
    ['RAG: Amber', 'A', ''],
    ['yellow', 'A', ''],
    ['G', 'G', ''],
    ['g - engaging', 'G', 'engaging'],
    ['Blue/HMP Stonefold', 'B', 'HMP Stonefold'],
    ['RED (up)', 'R', 'up'],
    ['Grn', 'G', ''],
    ['AMB', 'A', ''],
  ])('takes %j as the colour %s', (text, colour, remainder) => {
    expect(readAs(readColour(text))).toEqual({ colour, remainder });
  });

  it.each(['Amber (was Red)', 'R/A/G', 'A->G', 'purple', 'Black', '1', 'O/S', 'Y', 'Yes', 'A/L', 'B/F'])(
    'never chooses a colour for %j',
    (text) => {
      expect(readColour(text).kind).toBe('problem');
    },
  );

  it.each([
    ['HMP', 'serving', '', false],
    ['HMP Stonefold', 'serving', 'HMP Stonefold', false],
    ['hmp stonefold', 'serving', 'HMP stonefold', false],
    ['Serving - HMP Brackwater', 'serving', 'HMP Brackwater', false],
    ['Remand HMP Brackwater', 'remand', 'HMP Brackwater', false],
    ['HMP Brackwater (remand)', 'remand', 'HMP Brackwater', false],
    ['On remand', 'remand', '', false],
    ['On licence', 'licence', '', false],
    ['Lic', 'licence', '', false],
    ['HDC', 'licence', '', false],
    ['CO', 'community-order', '', false],
    ['Community Order', 'community-order', '', false],
    ['SSO', 'suspended-order', '', false],
    ['Suspended sentence', 'suspended-order', '', false],
    ['PSS', 'post-sentence', '', false],
    ['Post-sentence supervision', 'post-sentence', '', false],
    ['YRO', 'youth-order', '', false],
    ['Non-stat', 'voluntary', '', false],
    ['Non statutory', 'voluntary', '', false],
    ['Voluntary', 'voluntary', '', false],
    ['None', 'voluntary', '', false],
    ['Recalled', 'serving', '', false],
    ['Recalled - UAL', 'licence', '', true],
    ['Licence (wanted)', 'licence', '', true],
    ['UAL', null, '', true],
  ])('takes %j as the position %s', (text, position, custodyPlace, isAtLarge) => {
    expect(readAs(readPosition(text))).toEqual({ position, custodyPlace, isAtLarge });
  });

  it('says of a day beside the position that it is left out', () => {
    for (const text of ['CO til 3/4/27', 'Licence until 3 April 2027'])
      expect(readPosition(text)).toMatchObject({ kind: 'value', remark: expect.stringContaining('The cell has a day in it too') });
    expect(readPosition('CO 12 months')).toMatchObject({ kind: 'value', remark: null });
  });

  it('leaves a position that it does not know', () => {
    expect(readPosition('pending').kind).toBe('problem');
    expect(readPosition('n/a').kind).toBe('blank');
  });

  it.each([
    ['L', 'low'],
    ['Medium', 'medium'],
    ['MED', 'medium'],
    ['H', 'high'],
    ['VH', 'very-high'],
    ['V. High', 'very-high'],
    ['Very high RoSH', 'very-high'],
    ['Not assessed', 'not-assessed'],
    ['OASys outstanding', 'not-assessed'],
    ['n/a', 'blank'],
    ['dangerous', 'problem'],
  ])('takes %j as the risk %s', (text, level) => {
    expect(readAs(readRosh(text))).toBe(level);
  });

  it.each([
    ['L2', '2'],
    ['Level 3', '3'],
    ['1', '1'],
    ['MAPPA 2', '2'],
    ['Cat 1 L2', '2'],
    ['Category 3, Level 2', '2'],
    ['n/a', 'none'],
    ['No', 'none'],
    ['-', 'blank'],
    ['Cat 2', 'problem'],
    ['4', 'problem'],
  ])('takes %j as the MAPPA level %s', (text, level) => {
    expect(readAs(readMappa(text))).toBe(level);
  });

  it.each([
    ['78', 78, null],
    ['78%', 78, null],
    ['0.78', 78, null],
    ['78 High', 78, 'high'],
    ['High (78%)', 78, 'high'],
    ['Very high', null, 'very-high'],
    ['prolific', null, 'prolific'],
    ['OGRS3: 61', 61, null],
    ['0', 0, null],
    ['100', 100, null],
  ])('takes %j as an OGRS score', (text, score, band) => {
    expect(readAs(readOgrs(text))).toEqual({ score, band });
  });

  it('refuses an OGRS score that is no percentage, and remarks on a band that does not belong to it', () => {
    expect(readOgrs('101').kind).toBe('problem');
    expect(readOgrs('-5').kind).toBe('problem');
    expect(readOgrs('50-74').kind).toBe('problem');
    expect(readOgrs('30 high')).toMatchObject({ kind: 'value', remark: expect.stringContaining('Low band') });
  });

  it('reads the part of the cohort and the sex', () => {
    expect(readAs(readCohortPart('FIXED cohort'))).toBe('fixed');
    expect(readCohortPart('fixed/flex').kind).toBe('problem');
    expect(readAs(readSex('F'))).toBe('Female');
    expect(readAs(readSex('Non-binary'))).toBe('Non-binary');
  });

  it('never throws, whatever the cell holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const read of [readColour, readPosition, readRosh, readMappa, readOgrs, readCohortPart, readSex])
          expect(() => read(text)).not.toThrow();
      }),
    );
  });
});
