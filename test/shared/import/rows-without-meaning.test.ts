import { describe, expect, it } from 'vitest';
import { planImport } from '../../../shared/import/plan-import';
import { remarksOnGrid } from '../../../shared/import/remark-on-grid';
import { isNote, liesOnItsSide, tableBelow } from '../../../shared/import/rows-without-meaning';
import { importRequest } from '../../fixtures/case-builders';

const headings = ['Surname', 'Forenames', 'CRN', 'Area'];

it.each(['Prepared by J Larkspur', 'Printed: 3 Mar 2026', 'OFFICIAL-SENSITIVE', 'End of report', 'Page 2 of 4', 'Source: Delius extract'])(
  'A line under the list that says “%s” is a note and nobody’s name.',
  (text) => {
    expect(isNote([text, '', '', ''], headings)).toBe(true);
    expect(isNote([text, 'Dean', '', ''], headings)).toBe(false);
  },
);

it.each(['Page', 'Source', 'Carterwick', 'Note', 'Prepared'])('A person may be called %s.', (surname) => {
  expect(isNote([surname, '', '', ''], headings)).toBe(false);
});

it('A note under the list is left out with the reason, and the people are read.', () => {
  const { plan } = planImport(
    importRequest(
      ['surname', 'forenames', 'area'],
      [
        ['Carterwick', 'Dean', 'Lowgate'],
        ['Prepared by the analyst', '', ''],
      ],
    ),
  );
  expect(plan.counts).toMatchObject({ new: 1, leftOut: 1 });
  expect(plan.problems.map(({ reason }) => reason)).toEqual(['The row is a note about the list, not a person']);
});

it('A sheet that lies on its side makes nobody of its headings, and says how it is turned.', () => {
  const rows = [
    ['Forenames', 'Dean', 'Jade'],
    ['Date of birth', '3/2/94', '1/5/88'],
    ['CRN', 'X123456', 'X777777'],
    ['RAG', 'Red', 'Green'],
  ];
  expect(liesOnItsSide([['Surname', 'Carterwick', 'Oakenfell'], ...rows], 1, 0)).toBe(true);
  const { plan, rows: planned } = planImport(importRequest(['surname', 'ignore', 'ignore'], rows));
  expect(planned).toEqual([]);
  expect(plan.canConfirm).toBe(false);
  expect(plan.problems[0]?.reason).toContain('lies on its side');
});

describe('a second table under the first', () => {
  const grid = [
    ['Surname', 'Forename', 'DOB', 'RAG'],
    ['CARTERWICK', 'Dean', '02/09/1997', 'Red'],
    ['SURNAME', 'FORENAME', 'D.O.B.', 'RAG'],
    ['OAKENFELL', 'Mary', '14/05/1990', 'Amber'],
    [],
    ['People who left the scheme'],
    [],
    ['Surname', 'Forename', 'Left on', 'Reason'],
    ['HOLLOWBECK', 'Ann', '01/03/2026', 'Moved'],
  ];

  it('begins at its title, and is told from headings that come again on each page', () => {
    expect(tableBelow(grid, 1)).toEqual({ from: 6, headings: 8 });
    expect(tableBelow(grid.slice(0, 4), 1)).toBeNull();
    expect(tableBelow(grid, 8)).toBeNull();
  });

  it('is not taken for people: each of its rows is left out, with the row of headings by which it can be read', () => {
    const seen = planImport({ ...importRequest(['surname', 'forenames', 'dateOfBirth', 'colour'], []), grid });
    expect(seen.plan.counts).toMatchObject({ new: 2, leftOut: 4 });
    expect(seen.plan.problems.filter(({ severity }) => severity === 'error').map(({ cell }) => cell)).toEqual(['A6', 'A8', 'A9']);
    expect(seen.plan.problems.at(-1)?.reason).toContain('write 8 as the row of headings');
    expect(remarksOnGrid(grid, 1)).toContain(
      'Another table begins in row 6, with its headings in row 8. It is not read with this one: to read it, write 8 as the row of headings.',
    );
  });

  it('is never seen in rows of people, whatever they are called', () => {
    const people = [
      ['Name', 'Agency', 'Role'],
      ['Page, Ann', 'Police', 'Lead'],
      ['Officer', 'Housing', 'Case manager'],
      ['Hub', 'Drugs', 'Review'],
    ];
    expect(tableBelow(people, 1)).toBeNull();
  });
});

it('says where no heading of a sheet is known, for its first row may be a person', () => {
  const [remark] = remarksOnGrid(
    [
      ['CARTERWICK', 'Dean'],
      ['OAKENFELL', 'Mary'],
    ],
    1,
  );
  expect(remark).toContain('None of the headings in row 1 is known here.');
});
