import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planImport } from '../../../shared/import/plan-import';
import { applyPlan, existingCase, importRequest } from '../../fixtures/case-builders';

const columns = ['surname', 'forenames', 'dateOfBirth', 'pnc', 'crn', 'prisonNumber', 'reference', 'area'] as const;
const some = (...texts: string[]) => fc.constantFrom(...texts);
const row = fc.tuple(
  some('Carterwick', 'Oakenfell'),
  some('', 'Dean', 'Dean Lee', 'Sam'),
  some('', '3/2/1994', '5/6/1990'),
  some('', '12/0000123A', '09/0000777B'),
  some('', 'X123456', 'X777777'),
  some('', 'A1234BC', 'A9999ZZ'),
  some('', '1', '2', '3'),
  some('', 'Lowgate', 'Eastmoor'),
);

test('A second import changes nothing, however much the rows of a file contradict each other about one person.', () => {
  const born = { none: null, early: '1990-06-05', late: '1994-02-03' };
  const present = fc.record({
    surname: some('Carterwick', 'Oakenfell'),
    forenames: some('', 'Dean', 'Sam'),
    dateOfBirth: fc.constantFrom(...Object.values(born)),
    pnc: some('', '12/0000123A'),
    crn: some('', 'X123456', 'X777777'),
    reference: some('', '1', '2'),
  });
  fc.assert(
    fc.property(fc.array(present, { maxLength: 3 }), fc.array(row, { minLength: 1, maxLength: 6 }), (known, rows) => {
      const register = known.map((fields, at) => existingCase(`known-${at}`, fields));
      const first = planImport(importRequest(columns, rows, register));
      const second = planImport(importRequest(columns, rows, applyPlan(register, first)));
      expect(second.rows).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
