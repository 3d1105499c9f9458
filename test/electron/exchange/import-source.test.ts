import { describe, expect, it } from 'vitest';
import { importSource } from '../../../electron/exchange/import-source';
import { readSpreadsheet } from '../../../electron/exchange/read-spreadsheet';

describe('telling the screen of a file', () => {
  it('counts the rows that are not blank and guesses every column', async () => {
    const read = await readSpreadsheet(
      new TextEncoder().encode('A title,\nNominal,DOB\n"CARTERWICK, Dean",3/2/94\n,\n"OAKENFELL, Sam",1/5/88\n'),
      'cohort.csv',
    );
    if (read.kind === 'problem') throw new Error(read.message);
    expect(importSource(read, 'token', 'cohort.csv')).toMatchObject({
      token: 'token',
      fileName: 'cohort.csv',
      headingRow: 2,
      rows: 2,
      sheets: [],
      sheet: null,
      columns: [
        { index: 0, heading: 'Nominal', samples: ['CARTERWICK, Dean', 'OAKENFELL, Sam'], guess: 'fullName' },
        { index: 1, heading: 'DOB', samples: ['3/2/94', '1/5/88'], guess: 'dateOfBirth' },
      ],
    });
  });
});
