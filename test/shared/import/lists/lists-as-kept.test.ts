import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessKind, guessListColumns } from '../../../../shared/import/lists/guess-kind';
import { type ListKind, targetsOfHeadings } from '../../../../shared/import/lists/kinds';
import type { ExistingRecord, PlannedRecord } from '../../../../shared/import/lists/list-facts';
import { planList } from '../../../../shared/import/lists/plan-list';
import { agencies, existingCase, people, today } from '../../../fixtures/case-builders';

const dean = existingCase('dean', { surname: 'Carterwick', forenames: 'Dean', pnc: '12/0000123A', dateOfBirth: '1994-02-03' });
const sam = existingCase('sam', { surname: 'Oakenfell', forenames: 'Sam', pnc: '09/0000777B' });

function plan(kind: ListKind, grid: readonly (readonly string[])[], records: readonly ExistingRecord[] = []) {
  const targets = targetsOfHeadings(kind, grid[0] ?? []).map((target) => target ?? ('ignore' as const));
  return planList({ token: 't', kind, grid, headingRow: 1, targets, facts: { existing: [dean, sam], agencies, people, today, records } });
}
const fieldsOf = ({ records }: { readonly records: readonly PlannedRecord[] }) => records.map(({ fields }) => fields);
const reasons = ({ plan: seen }: ReturnType<typeof plan>) => seen.problems.map(({ cell, reason }) => `${cell} ${reason}`);
/** What the table holds once a plan has been applied. */
const applied = (before: readonly ExistingRecord[], { records }: ReturnType<typeof plan>): readonly ExistingRecord[] => [
  ...before.map(({ id, fields }) => ({ id, fields: { ...fields, ...records.find((one) => one.id === id)?.fields } })),
  ...records.filter(({ id }) => id === null).map(({ fields }, at) => ({ id: `new-${before.length + at}`, fields })),
];

describe('past colours with a column for each month', () => {
  const months = ['Surname', 'Forename', 'PNC', 'RAG Dec 25', 'RAG Nov 25', 'Jan-26', '3/2/2026'];

  it('are told by their headings and by the colours under them, and are never taken for the colour of today', () => {
    expect(guessKind(months, [['CARTERWICK', 'Dean', '12/123A', 'R', 'R', 'A', 'G']])).toBe('colours');
    expect(guessKind(months, [['CARTERWICK', 'Dean', '12/123A', 'Y', 'N', 'Y', 'N']])).toBe('cases');
    expect(guessKind([...months, 'RAG', 'Statutory status'], [['CARTERWICK', 'Dean', '12/123A', 'R', 'R', 'A', 'G', 'G', 'Licence']])).toBe(
      'cases',
    );
  });

  it('become a change on the first of a month, or on the day in the heading, wherever the colour is another than before', () => {
    const planned = plan('colours', [
      months,
      ['CARTERWICK', 'Dean', '12/123A', 'R', 'Red', 'Amber (up)', 'G'],
      ['OAKENFELL', 'Sam', '', 'B', 'B', '-', 'B'],
    ]);
    expect(planned.plan.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(fieldsOf(planned)).toEqual([
      { caseId: 'dean', colour: 'R', decidedOn: '2025-11-01' },
      { caseId: 'dean', colour: 'A', decidedOn: '2026-01-01', reason: 'up' },
      { caseId: 'dean', colour: 'G', decidedOn: '2026-02-03' },
      { caseId: 'sam', colour: 'B', decidedOn: '2025-11-01' },
      { caseId: 'sam', colour: 'B', decidedOn: '2026-02-03' },
    ]);
    expect(planned.plan.counts).toMatchObject({ new: 5, leftOut: 0 });
  });

  it('leave out a cell that is no colour, a month still to come and a row about nobody known, each with its cell', () => {
    const planned = plan('colours', [
      ['PNC', 'Jan-26', 'Feb-26', 'Apr-26'],
      ['12/123A', 'Purple', 'R', 'A'],
      ['99/999Z', 'R', 'A', ''],
      ['09/777B', '', 'n/a', ''],
    ]);
    expect(reasons(planned)).toEqual([
      'B2 This is not one of the colours Red, Amber, Green and Blue; the cell is left out',
      'D2 1 Apr 2026 is still to come; the cell is left out',
      'A3 No case of the register is known by this; the row is left out',
      'B4 The row names no colour, so it is left out',
    ]);
    expect(planned.plan.counts).toMatchObject({ new: 1, leftOut: 2 });
  });

  it('name a column whose heading is a month without its year', () => {
    const seen = planList({
      token: 't',
      kind: 'colours',
      grid: [
        ['PNC', 'April', 'May-25'],
        ['12/123A', 'R', 'A'],
      ],
      headingRow: 1,
      targets: ['casePnc', 'colourOfMonth', 'colourOfMonth'],
      facts: { existing: [dean], agencies, people, today, records: [] },
    });
    expect(seen.plan.problems.map(({ cell, reason }) => [cell, reason])).toEqual([
      ['B1', 'The heading is neither a day nor a month with its year, so the column is left out'],
    ]);
    expect(fieldsOf(seen)).toEqual([{ caseId: 'dean', colour: 'A', decidedOn: '2025-05-01' }]);
  });

  it('change nothing when the same sheet comes again with a month more', () => {
    const colour = fc.constantFrom('R', 'A', 'G', 'B', '', '-', 'Purple');
    const row = fc.tuple(fc.constantFrom('12/123A', '09/777B', '99/999Z'), colour, colour, colour);
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const grid = [['PNC', 'Nov-25', 'Dec-25', 'Jan-26'], ...rows];
        const after = applied([], plan('colours', grid));
        expect(plan('colours', grid, after).records).toEqual([]);
        const later = plan('colours', [[...(grid[0] ?? []), 'Feb-26'], ...rows.map((cells) => [...cells, 'R'])], after);
        expect(later.records.every(({ fields }) => fields.decidedOn === '2026-02-01')).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});

describe('actions as a coordinator writes them down', () => {
  it('are told by a heading with its explanation in brackets, and never taken for colours by their status', () => {
    const headings = ['Meeting date', 'Nominal', 'Action (owner)', 'By when', 'Status'];
    expect(guessKind(headings, [['3/2/2026', 'CARTERWICK, Dean', 'Ring the landlord (Police)', '', 'O/S']])).toBe('actions');
    expect(guessKind(['Meeting date', 'Nominal', 'Task list', 'Status'], [['3/2/2026', 'CARTERWICK, Dean', 'Ring', 'O/S']])).toBe('cases');
  });

  it('belong to whom the brackets at the end of the text name, where no column says it', () => {
    const planned = plan('actions', [
      ['Name', 'Action'],
      ['CARTERWICK, Dean', 'Ring the landlord (before noon) (Jo Thistlemoor)'],
      ['CARTERWICK, Dean', 'Visit [Police].'],
      ['CARTERWICK, Dean', 'Refer to a service (somebody)'],
    ]);
    expect(fieldsOf(planned)).toEqual([
      { caseId: 'dean', text: 'Ring the landlord (before noon)', personId: 'person-thistlemoor' },
      { caseId: 'dean', text: 'Visit', agencyId: 'agency-police' },
    ]);
    expect(reasons(planned).at(-1)).toBe(
      'B4 No column names an agency or an owner, and none of the scheme stands in brackets at the end of the action, so the row is left out',
    );
  });

  it('say of a note and a day of closing that an open action cannot keep them', () => {
    const planned = plan('actions', [
      ['Surname', 'First name', 'Action', 'Agency', 'Status', 'Update', 'Date closed'],
      ['CARTERWICK', 'Dean', 'Visit', 'Police', 'O/S', 'Rang twice', '1/2/2026'],
    ]);
    expect(fieldsOf(planned)).toEqual([{ caseId: 'dean', text: 'Visit', agencyId: 'agency-police' }]);
    expect(reasons(planned).filter((reason) => !reason.startsWith('A2'))).toEqual([
      'G2 The action is read as open, and only a closed one has this; the cell is left out',
      'F2 The action is read as open, and only a closed one has this; the cell is left out',
    ]);
  });
});

it.each([
  ['actions', ['Ref', 'Nominal', 'Action', 'Agency'], 'actionReference'],
  ['events', ['Ref', 'PNC', 'Date', 'Offence'], 'eventReference'],
] as const)('takes a reference beside the name in a list of %s for its own where no two rows share it', (kind, headings, own) => {
  const guessed = (...refs: readonly string[]) =>
    guessListColumns(kind, [headings, ...refs.map((ref) => [ref, 'x', 'y', 'z'])], 1)[0]?.guess;
  expect(guessed('1', '2', '')).toBe(own);
  expect(guessed('1', '2', '1')).toBe('caseReference');
});

describe('staff as agencies list them', () => {
  it('are known again by whichever end of the name comes first, and with or without their number in brackets', () => {
    const there: readonly ExistingRecord[] = [
      { id: 'p1', fields: { name: 'Jo Thistlemoor', agencyId: 'agency-probation' } },
      { id: 'p2', fields: { name: 'Ann Hollowbeck (PC 7)', agencyId: 'agency-police' } },
      { id: 'p3', fields: { name: 'Kit Fernhollow (PC 1)', agencyId: 'agency-police' } },
    ];
    const planned = plan(
      'people',
      [
        ['Name', 'Organisation', 'Post'],
        ['THISTLEMOOR Jo', 'Probation', ''],
        ['Hollowbeck, Ann', 'Police', ''],
        ['FERNHOLLOW, Kit (PC 2)', 'Police', ''],
        ['THISTLEMOOR, Jo (PO)', 'Probation', ''],
      ],
      there,
    );
    expect(planned.plan.rows.map(({ kind }) => kind)).toEqual(['unchanged', 'unchanged', 'new', 'duplicate']);
    expect(fieldsOf(planned)).toEqual([{ name: 'Kit Fernhollow (PC 2)', agencyId: 'agency-police' }]);
  });

  it('may have their names in two columns, and a post that nobody holds is nobody', () => {
    const headings = ['First name', 'Last name', 'Organisation', 'Telephone'];
    expect(guessKind(headings)).toBe('people');
    const planned = plan('people', [
      headings,
      ['Jo', 'THISTLEMOOR', 'Probation', '7700900123'],
      ['', 'Vacant', 'Police', ''],
      ['Ann', 'Hollowbeck', 'Police', '7.7009E+09'],
    ]);
    expect(fieldsOf(planned)).toEqual([
      { name: 'Jo Thistlemoor', agencyId: 'agency-probation', phone: '7700900123' },
      { name: 'Ann Hollowbeck', agencyId: 'agency-police' },
    ]);
    expect(reasons(planned)).toEqual([
      'D2 The first 0 seems to be lost; the number is kept as written',
      'B3 The row names nobody, so it is left out',
      expect.stringMatching(/^D4 The spreadsheet wrote this number short \(7\.7009E\+09\) and its figures are lost/),
    ]);
  });

  it('change nothing when the same list comes again', () => {
    const name = fc.constantFrom('Jo Thistlemoor', 'THISTLEMOOR Jo', 'Thistlemoor, Jo (PC 1)', 'Jo Thistlemoor [PC 2]', 'PC 3 Thistlemoor');
    fc.assert(
      fc.property(fc.array(fc.tuple(name, fc.constantFrom('Police', 'Probation'), fc.constantFrom('', 'PO')), { maxLength: 6 }), (rows) => {
        const grid = [['Name', 'Organisation', 'Post'], ...rows];
        expect(plan('people', grid, applied([], plan('people', grid))).records).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

it('says of a reference and a severity that only what is counted keeps them', () => {
  const planned = plan('events', [
    ['PNC', 'Date of offence', 'Offence', 'Crime no', 'Severity'],
    ['12/123A', '3/2/2026', 'Theft from shop', '47/1/26', 'High'],
  ]);
  expect(fieldsOf(planned)).toEqual([{ caseId: 'dean', happenedOn: '2026-02-03', title: 'Theft from shop', kind: 'arrest' }]);
  expect(reasons(planned)).toHaveLength(2);
  expect(reasons(planned)[0]).toContain('the row does not say that it is one; the cell is left out');
});
