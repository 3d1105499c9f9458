import { describe, expect, it } from 'vitest';
import { monthFirstColumns, unsureOfMonth } from '../../../shared/import/month-first';
import { planImport } from '../../../shared/import/plan-import';
import { importRequest } from '../../fixtures/case-builders';

describe('dates with the month first', () => {
  it('are known by one that can be read no other way, where none can only be read with the day first', () => {
    const grid = [
      ['Born', 'Release', 'Review'],
      ['01/02/1990', '3/4/26', '13/02/2026'],
      ['12/25/1990', '5/6/26', '02/14/2026'],
    ];
    expect([...monthFirstColumns(grid, 1)]).toEqual([[0, 'A3']]);
  });

  it('leave out a cell that could be either, and none that says the same both ways or is written otherwise', () => {
    expect(unsureOfMonth('01/02/1990', 'C3')).toContain('Cell C3 has the month first');
    for (const text of ['02/02/1990', '1 Feb 1990', '1990-02-01', '25/12/1990', '']) expect(unsureOfMonth(text, 'C3')).toBeNull();
    expect(unsureOfMonth('01/02/1990', undefined)).toBeNull();
  });

  it('are never taken for another birthday without a word', () => {
    const rows = [
      ['Carterwick', '06/14/1994'],
      ['Oakenfell', '01/02/1990'],
      ['Thistlemoor', '03/03/1991'],
    ];
    const { plan, rows: planned } = planImport(importRequest(['surname', 'dateOfBirth'], rows));
    expect(plan.problems.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([
      'B2 14 cannot be a month: the day and the month look the wrong way round',
      'B3 Cell B2 has the month first, so it cannot be told which of the two is the month here; the cell is left out',
    ]);
    expect(JSON.stringify(planned)).not.toContain('1990-02-01');
    expect(JSON.stringify(planned)).toContain('1991-03-03');
  });
});
