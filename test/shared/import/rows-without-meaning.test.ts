import { expect, it } from 'vitest';
import { planImport } from '../../../shared/import/plan-import';
import { isNote, liesOnItsSide } from '../../../shared/import/rows-without-meaning';
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
