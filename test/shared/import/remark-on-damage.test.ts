import { describe, expect, it } from 'vitest';
import { remarksOnDamage } from '../../../shared/import/remark-on-damage';

const column = (...cells: readonly string[]) => [['Release date'], ...cells.map((cell) => [cell])];

describe('what came to harm before the file came here', () => {
  it('is named with its cell where letters were read in the wrong encoding', () => {
    const grid = [
      ['Surname', 'Forename'],
      ['OAKENFELL', 'ZoÃ«'],
      ['Oâ€™BRIEN', 'Se\ufffdn'],
    ];
    expect(remarksOnDamage(grid, 1)).toEqual([
      'Letters were damaged before the file came here, in 3 cells (B2: “ZoÃ«”). Ask for it again, saved as an Excel workbook or as “CSV UTF-8”, or correct them afterwards.',
    ]);
    expect(remarksOnDamage([['Name'], ['João Ânâ'], ['Zoë O’Brien'], ['BÃ']], 1)).toEqual([]);
  });

  it('is named where American dates have swapped days and months: early days as dates, later ones as text', () => {
    const swapped = column('2 Mar 2026', '11 Jan 2026', '13/02/2026', '5 Apr 2026', '28/02/2026', '12 Dec 2026');
    expect(remarksOnDamage(swapped, 1)).toEqual([expect.stringMatching(/^In column A each date up to the twelfth .*\(A2: 2 Mar 2026\)/)]);
  });

  it.each([
    ['all are dates', ['2 Mar 2026', '13 Feb 2026', '5 Apr 2026', '28 Feb 2026', '12 Dec 2026']],
    ['all are text', ['2/3/2026', '13/02/2026', '5/4/2026', '28/02/2026', '12/12/2026']],
    ['a late day is a date', ['2 Mar 2026', '13/02/2026', '5 Apr 2026', '28/02/2026', '12 Dec 2026', '30 Nov 2026', '1 Jan 2026']],
    ['an early day is text', ['2 Mar 2026', '13/02/2026', '5 Apr 2026', '3/02/2026', '12 Dec 2026', '1 Jan 2026', '28/02/2026']],
    ['there are too few to tell', ['2 Mar 2026', '13/02/2026', '28/02/2026']],
  ])('is not seen where %s', (_, cells) => {
    expect(remarksOnDamage(column(...cells), 1)).toEqual([]);
  });
});
