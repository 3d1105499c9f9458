import { expect, it } from 'vitest';
import { joinNames } from '../../../shared/import/join-names';

it.each([
  [
    [['Name'], ['CARTERWICK', ' Dean'], ['OAKENFELL', ' Sam']],
    [['Name'], ['CARTERWICK, Dean'], ['OAKENFELL, Sam']],
  ],
  [
    [['A title'], ['PNC', 'Nominal', 'DOB'], ['', 'CARTERWICK', ' Dean', '3/2/94'], [''], ['08/1K', "O'OAKEN", ' Sam', '']],
    [['A title'], ['PNC', 'Nominal', 'DOB'], ['', 'CARTERWICK, Dean', '3/2/94'], [''], ['08/1K', "O'OAKEN, Sam", '']],
  ],
])('puts names together again that their own comma has parted: %j', (grid, joined) => {
  expect(joinNames(grid)).toEqual({ grid: joined, hasJoined: true });
});

it.each([
  [
    'a row that is as wide as the headings',
    [
      ['Name', 'DOB'],
      ['CARTERWICK', ' Dean', '3/2/94'],
      ['OAKENFELL Sam', '4/2/94'],
    ],
  ],
  [
    'headings that end with a delimiter as well',
    [
      ['Name', 'Area', ''],
      ['Dean Carterwick', ' Lowgate', 'x'],
    ],
  ],
  [
    'a cell too many at the end',
    [
      ['Name', 'Area'],
      ['Dean Carterwick', 'Lowgate', 'a note'],
    ],
  ],
  [
    'a space behind every comma',
    [
      ['Name', ' Area'],
      ['Dean Carterwick', ' Lowgate', ' a note'],
    ],
  ],
  [
    'figures where the forename should be',
    [
      ['Name', 'DOB'],
      ['CARTERWICK', ' 3/2/94', 'x'],
    ],
  ],
  [
    'no column of whole names',
    [
      ['Surname', 'DOB'],
      ['CARTERWICK', ' Dean', '3/2/94'],
    ],
  ],
  ['no rows', [['Name', 'DOB']]],
  ['nothing', []],
])('leaves a sheet alone that has %s', (_, grid) => {
  expect(joinNames(grid)).toEqual({ grid, hasJoined: false });
});
