import { describe, expect, it } from 'vitest';
import { readIdentifier } from '../../../shared/import/read-identifiers';
import { readAliases, readList, readNeedMark, readNeeds } from '../../../shared/import/read-lists';

describe('reading a cell that lists several things', () => {
  it('splits warnings at semicolons, new lines and free slashes, each once', () => {
    expect(readList('Weapons; Do not visit alone\n- Weapons\n2. Dog at address / Self-harm')).toEqual([
      'Weapons',
      'Do not visit alone',
      'Dog at address',
      'Self-harm',
    ]);
    expect(readList('None')).toEqual([]);
    expect(readList('Carries knife 24/7')).toEqual(['Carries knife 24/7']);
  });

  it('splits aliases at any slash and takes off quotation marks and aka', () => {
    expect(readAliases('aka Deano/“DC”; Dean Oakenfell')).toEqual(['Deano', 'DC', 'Dean Oakenfell']);
  });

  it('knows needs by name, by short name and by priority', () => {
    expect(readNeeds('Drugs (high); Accom - M\nEducation, training and employment HIGH').needs).toEqual([
      { pathway: 'drugs', priority: 'high' },
      { pathway: 'accommodation', priority: 'medium' },
      { pathway: 'employment', priority: 'high' },
    ]);
    expect(readNeeds('Drugs/Alcohol, ETE & housing').needs.map(({ pathway }) => pathway)).toEqual([
      'drugs',
      'alcohol',
      'employment',
      'accommodation',
    ]);
    expect(readNeeds('Drugs; witchcraft')).toEqual({ needs: [{ pathway: 'drugs', priority: null }], unknown: ['witchcraft'] });
  });

  it('reads marks in a column that is headed by a pathway', () => {
    expect(readNeedMark('Y')).toEqual({ priority: null });
    expect(readNeedMark('x')).toEqual({ priority: null });
    expect(readNeedMark('High')).toEqual({ priority: 'high' });
    expect(readNeedMark('Yes - high')).toEqual({ priority: 'high' });
    expect(readNeedMark('N')).toBeNull();
    expect(readNeedMark('')).toBeNull();
    expect(readNeedMark('see OASys')).toBe('unclear');
  });
});

describe('reading an identifier', () => {
  it.each([
    ['pnc', '12/0000123a', '12/0000123A'],
    ['pnc', ' 2012 / 0000123 A ', '2012/0000123A'],
    ['pnc', 'PNC: 12/123A', '12/123A'],
    ['crn', 'x123456', 'X123456'],
    ['crn', 'X 123456', 'X123456'],
    ['prisonNumber', 'a1234bc', 'A1234BC'],
    ['prisonNumber', 'NOMIS A1234BC', 'A1234BC'],
    ['reference', ' IOM  12 ', 'IOM 12'],
  ] as const)('writes the %s %j as %s', (kind, text, value) => {
    expect(readIdentifier(kind, text)).toEqual({ kind: 'value', value, remark: null });
  });

  it('keeps one that does not look right, and says so', () => {
    expect(readIdentifier('crn', 'awaited')).toMatchObject({
      value: 'AWAITED',
      remark: expect.stringContaining('does not look like a CRN'),
    });
    expect(readIdentifier('pnc', 'n/a').kind).toBe('blank');
  });
});
