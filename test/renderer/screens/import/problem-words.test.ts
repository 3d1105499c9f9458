import { expect, test } from 'vitest';
import { problemWords } from '../../../../renderer/screens/import/problem-words';

test.each([
  [
    'This is an Excel file in the old format (.xls), which cannot be read here. Open it in Excel, choose Save As, “Excel Workbook (.xlsx)”, and choose that file.',
    'This is an Excel file in the old format (.xls), which cannot be read here.',
    'Open it in Excel, choose Save As, “Excel Workbook (.xlsx)”, and choose that file.',
  ],
  [
    'This is a Numbers spreadsheet. In Numbers choose File, Export To, Excel, and choose that file.',
    'This is a Numbers spreadsheet.',
    'In Numbers choose File, Export To, Excel, and choose that file.',
  ],
])('What is wrong with a file is told apart from what to do about it: %s', (said, happened, next) => {
  expect(problemWords(said)).toEqual({ happened, next });
});

test('Where nothing is said of what to do, the usual is advised.', () => {
  expect(problemWords('The file is gone.')).toEqual({
    happened: 'The file is gone.',
    next: expect.stringMatching(/^Open the file in Excel/),
  });
});
