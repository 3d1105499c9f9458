import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHeadingRow } from '../../../shared/import/find-headings';
import { guessColumns } from '../../../shared/import/guess-columns';

const guessOne = (heading: string, ...cells: string[]) => guessColumns([[heading], ...cells.map((cell) => [cell])], 1)[0];

describe('guessing what columns are', () => {
  it.each([
    ['DOB', 'dateOfBirth'],
    ['D.O.B.', 'dateOfBirth'],
    ['Date of Birth', 'dateOfBirth'],
    ['Nominal', 'fullName'],
    ['Subject name', 'fullName'],
    ['Surname', 'surname'],
    ['Forename(s)', 'forenames'],
    ['RAG', 'colour'],
    ['Status (RAG)', 'colour'],
    ['Current RAG rating', 'colour'],
    ['OM', 'leadPerson'],
    ['Offender Manager (Probation)', 'leadPerson'],
    ['Lead agency', 'leadAgency'],
    ['PNC ID', 'pnc'],
    ['PNC warning markers', 'riskWarnings'],
    ['CRN', 'crn'],
    ['nDelius no.', 'crn'],
    ['NOMIS no', 'prisonNumber'],
    ['Prison no', 'prisonNumber'],
    ['Prison', 'custodyPlace'],
    ['OGRS3', 'ogrsScore'],
    ['OGRS3 band', 'ogrsBand'],
    ['RoSH', 'rosh'],
    ['MAPPA', 'mappa'],
    ['CRD', 'releaseOn'],
    ['Release date', 'releaseOn'],
    ['SED/LED', 'licenceEndsOn'],
    ['Order end date', 'orderEndsOn'],
    ['Next review', 'reviewDue'],
    ['Date onto IOM', 'adoptedOn'],
    ['AKA', 'aliases'],
    ['Accommodation', 'needs'],
    ['Pathways', 'needs'],
    ['LPA', 'area'],
    ['Gender', 'sex'],
    ['Fixed/Flex/Free', 'cohortPart'],
    ['Latest update', 'note'],
    ['Favourite colour of van', 'colour'],
    ['Shoe size', 'ignore'],
  ])('takes the heading %j for %s', (heading, target) => {
    expect(guessOne(heading)?.guess).toBe(target);
  });

  it.each([
    ['Status', ['Red', 'Amber', 'G', 'blue'], 'colour'],
    ['Status', ['On licence', 'HMP Stonefold', 'CO'], 'statutoryPosition'],
    ['', ['12/0000123A', '2011/0000456B'], 'pnc'],
    ['ID', ['X123456', 'x654321'], 'crn'],
    ['Number 2', ['A1234BC', 'a9876zx'], 'prisonNumber'],
    ['Dates', ['3/2/1994', '14 Sep 1987', '01.01.2001'], 'dateOfBirth'],
    ['Who', ['CARTERWICK, Dean', 'OAKENFELL, Sam'], 'fullName'],
  ])('tells by the cells what %j is', (heading, cells, target) => {
    const column = guessOne(heading, ...cells);
    expect(column?.guess).toBe(target);
    expect(column?.because).not.toBe('');
  });

  it('gives each target to one column, the surest, and says why the other is left', () => {
    const columns = guessColumns(
      [
        ['Date of birth', 'DOB (checked)'],
        ['3/2/1994', '3/2/1994'],
      ],
      1,
    );
    expect(columns.map(({ guess }) => guess)).toEqual(['dateOfBirth', 'ignore']);
    expect(columns[1]?.because).toBe('another column fits better');
  });

  it('takes a column called Name for the surname where forenames stand beside it', () => {
    expect(
      guessColumns(
        [
          ['Name', 'Forename'],
          ['CARTERWICK', 'Dean'],
        ],
        1,
      ).map(({ guess }) => guess),
    ).toEqual(['surname', 'forenames']);
  });

  it('does not take a count of rows for a reference', () => {
    expect(guessOne('No.', '1', '2', '3')?.guess).toBe('ignore');
    expect(guessOne('IOM No', 'IOM-14', 'IOM-9')?.guess).toBe('reference');
  });

  it('lets several columns feed needs and aliases', () => {
    const guesses = guessColumns(
      [
        ['Accommodation', 'Drugs', 'Alias 1', 'Alias 2'],
        ['Y', 'N', 'Deano', 'DC'],
      ],
      1,
    ).map(({ guess }) => guess);
    expect(guesses).toEqual(['needs', 'needs', 'aliases', 'aliases']);
  });

  it('finds the headings under a title, a date and a key', () => {
    const grid = [
      ['IOM cohort: release dates and RAG', ''],
      ['Updated 3/2/26'],
      [''],
      ['Nominal', 'DOB', 'CRN', 'RAG'],
      ['CARTERWICK, Dean', '3/2/94', 'X123456', 'R'],
    ];
    expect(findHeadingRow(grid)).toBe(4);
    expect(
      findHeadingRow([
        ['one', 'two'],
        ['1', '2'],
      ]),
    ).toBe(1);
    expect(findHeadingRow([['A list'], ['alpha', 'beta', 'gamma'], ['1', '2', '3']])).toBe(2);
    expect(findHeadingRow([])).toBe(1);
  });

  it('never throws, whatever the grid holds', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 6 }), { maxLength: 8 }), (grid) => {
        expect(guessColumns(grid, findHeadingRow(grid)).every((column, at) => column.index === at)).toBe(true);
      }),
    );
  });
});

it('takes none of several columns of colours for the colour of now where no heading says which it is', () => {
  const grid = [
    ['Name', 'Apr', 'May', 'Q3 2025'],
    ['CARTERWICK, Dean', 'R', 'A', 'G'],
  ];
  const guessed = guessColumns(grid, 1);
  expect(guessed.map(({ guess }) => guess)).toEqual(['fullName', 'ignore', 'ignore', 'ignore']);
  expect(guessed[1]?.because).toBe('several columns name colours, and no heading says which is of now or of which year');
  const withNow = guessColumns(
    grid.map((row, at) => [...row, at === 0 ? 'RAG' : 'G']),
    1,
  );
  expect(withNow.map(({ guess }) => guess)).toEqual(['fullName', 'ignore', 'ignore', 'ignore', 'colour']);
  expect(
    guessColumns(
      [
        ['Name', 'How'],
        ['CARTERWICK, Dean', 'Red'],
      ],
      1,
    )[1]?.guess,
  ).toBe('colour');
});
