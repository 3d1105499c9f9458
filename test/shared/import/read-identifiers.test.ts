import { describe, expect, it } from 'vitest';
import { readIdentifier } from '../../../shared/import/read-identifiers';

describe('reading a number that a person is known by', () => {
  it.each([
    ['pnc', '97/112X, CRO 45678/97B', '97/112X', 'Only 97/112X is read as the PNC number; what else the cell says is left out'],
    [
      'pnc',
      'PNC 1997/0000112 X (CRN A123456)',
      '1997/0000112X',
      'Only 1997/0000112X is read as the PNC number; what else the cell says is left out',
    ],
    ['crn', 'A123456 (was closed)', 'A123456', 'Only A123456 is read as the CRN; what else the cell says is left out'],
    ['crn', 'A123456 / A123456', 'A123456', 'Only A123456 is read as the CRN; what else the cell says is left out'],
    ['prisonNumber', 'A1234BC\nHMP Stonefold', 'A1234BC', 'Only A1234BC is read as the prison number; what else the cell says is left out'],
    ['pnc', '97/112X', '97/112X', null],
    ['prisonNumber', '01234', '01234', 'This does not look like a prison number; it is kept as written'],
  ] as const)('finds the %s in %j', (kind, text, value, remark) => {
    expect(readIdentifier(kind, text)).toMatchObject({ kind: 'value', value, remark });
  });

  it('never chooses between two numbers of one kind in a cell', () => {
    expect(readIdentifier('crn', 'A123456 or B234567')).toEqual({
      kind: 'problem',
      reason: 'The cell holds 2 CRNs (A123456, B234567); the cell is left out',
    });
  });

  it.each(['pnc', 'crn', 'prisonNumber', 'reference'] as const)('leaves out a %s that a spreadsheet has made a power of ten of', (kind) => {
    expect(readIdentifier(kind, '9.7E+10')).toMatchObject({ kind: 'problem', reason: expect.stringContaining('its figures are lost') });
  });

  it('keeps the noughts in front, and letters that only look like a power of ten', () => {
    expect(readIdentifier('reference', '00123')).toMatchObject({ value: '00123' });
    expect(readIdentifier('reference', '12E4')).toMatchObject({ value: '12E4' });
  });
});
