import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { planImport } from '../../../shared/import/plan-import';
import type { ExistingCase } from '../../../shared/import/planned-import';
import { someLine, someProse } from '../../../shared/ipc/inputs';
import { caseFieldInputs } from '../../../shared/ipc/subjects/cases';
import { type ImportTarget, importTargets } from '../../../shared/views/importing';
import { applyPlan, existingCase, importRequest } from '../../fixtures/case-builders';

const dean = existingCase('dean', {
  surname: 'Carterwick',
  forenames: 'Dean',
  dateOfBirth: '1994-02-03',
  pnc: '12/0000123A',
  crn: 'X123456',
  rosh: 'high',
  area: 'Lowgate',
});
const sam = existingCase('sam', { surname: 'Oakenfell', forenames: 'Sam', dateOfBirth: '1988-05-01', pnc: '09/0000777B', crn: 'X777777' });

const plan = (targets: readonly ImportTarget[], rows: readonly (readonly string[])[], existing: readonly ExistingCase[] = []) =>
  planImport(importRequest(targets, rows, existing));

describe('planning an import', () => {
  it('says of somebody new that a namesake was born on that day with its month and day turned', () => {
    const { plan: seen } = plan(['surname', 'forenames', 'dateOfBirth'], [['Carterwick', 'Dean', '02/03/1994']], [dean]);
    expect(seen.counts).toMatchObject({ new: 1 });
    expect(seen.problems.map(({ reason }) => reason)).toEqual([
      'CARTERWICK, Dean has the same name and, with the day and the month the other way round, the same date of birth; read as another person',
    ]);
  });

  it('makes a new case of a row that nobody on the register fits', () => {
    const { plan: seen, rows } = plan(
      [
        'fullName',
        'dateOfBirth',
        'pnc',
        'statutoryPosition',
        'colour',
        'ogrsScore',
        'leadAgency',
        'leadPerson',
        'aliases',
        'riskWarnings',
        'needs',
        'note',
      ],
      [
        [
          'CARTERWICK, Dean',
          '3/2/94',
          '12/0000123a',
          'HMP Stonefold',
          'Red - wanted',
          '78',
          'NPS',
          'PC 12 J Thistlemoor',
          'Deano/DC',
          'Weapons; Dog',
          'Drugs (high), ETE',
          'Ring first.',
        ],
      ],
    );
    expect(seen.counts).toEqual({ new: 1, update: 0, unchanged: 0, leftOut: 0, duplicate: 0 });
    expect(seen.canConfirm).toBe(true);
    expect(seen.problems).toEqual([]);
    expect(rows).toEqual([
      {
        row: 2,
        caseId: null,
        fields: {
          surname: 'Carterwick',
          forenames: 'Dean',
          dateOfBirth: '1994-02-03',
          pnc: '12/0000123A',
          statutoryPosition: 'serving',
          custodyPlace: 'HMP Stonefold',
          isAtLarge: true,
          ogrsScore: 78,
          ogrsBand: 'high',
          leadAgencyId: 'agency-probation',
          leadPersonId: 'person-thistlemoor',
        },
        colour: 'R',
        colourRemark: 'wanted',
        aliases: ['Deano', 'DC'],
        riskWarnings: ['Weapons', 'Dog'],
        needs: [
          { pathway: 'drugs', priority: 'high', needId: null },
          { pathway: 'employment', priority: null, needId: null },
        ],
        note: 'Ring first.',
      },
    ]);
  });

  it('updates a known case, says field by field what changes, and never erases with an empty cell', () => {
    const { plan: seen, rows } = plan(
      ['fullName', 'pnc', 'rosh', 'area', 'releaseOn'],
      [['CARTERWICK, Dean', '2012/123A', 'M', '', '1 Apr 2026']],
      [dean, sam],
    );
    expect(seen.rows[0]).toMatchObject({
      kind: 'update',
      caseId: 'dean',
      matchedBy: 'PNC number',
      changes: [
        { field: 'Risk of serious harm', from: 'High', to: 'Medium' },
        { field: 'Release', from: '', to: '1 Apr 2026' },
      ],
    });
    expect(rows[0]?.fields).toEqual({ rosh: 'medium', releaseOn: '2026-04-01' });
  });

  it('counts a row that says nothing new as unchanged, and has nothing to confirm then', () => {
    const { plan: seen, rows } = plan(['fullName', 'crn', 'rosh'], [['CARTERWICK, DEAN', 'x123456', 'H']], [dean]);
    expect(seen.counts.unchanged).toBe(1);
    expect(seen.canConfirm).toBe(false);
    expect(rows).toEqual([]);
  });

  it('recognises a person by name and date of birth where no identifier is given', () => {
    expect(plan(['fullName', 'dateOfBirth', 'rosh'], [['Dean James CARTERWICK', '3/2/94', 'L']], [dean]).plan.rows[0]).toMatchObject({
      kind: 'update',
      matchedBy: 'name and date of birth',
    });
  });

  it('recognises by the name alone only where the row gives nothing else, and says so', () => {
    const { plan: seen } = plan(['fullName', 'rosh'], [['CARTERWICK, Dean', 'L']], [dean]);
    expect(seen.rows[0]).toMatchObject({ kind: 'update', matchedBy: 'name alone' });
    expect(seen.problems[0]).toMatchObject({ severity: 'warning', reason: expect.stringContaining('name alone') });
    expect(
      plan(['fullName', 'crn'], [['CARTERWICK, Dean', 'X555555']], [existingCase('other', { surname: 'Carterwick', forenames: 'Dean' })])
        .plan.rows[0]?.kind,
    ).toBe('new');
  });

  it.each([
    [
      'identifiers of two people',
      ['Dean CARTERWICK', '3/2/94', '12/0000123A', 'X777777'],
      'The PNC number 12/0000123A is CARTERWICK, Dean’s, but the CRN X777777 is OAKENFELL, Sam’s',
    ],
    [
      'another number than the register has',
      ['Dean CARTERWICK', '3/2/94', '12/0000124C', 'X123456'],
      'The CRN X123456 is CARTERWICK, Dean’s, whose PNC number is 12/0000123A, not 12/0000124C',
    ],
    [
      'the number of somebody else',
      ['Kim BRAMBLECOTE', '9/9/99', '12/0000123A', ''],
      'The PNC number 12/0000123A is CARTERWICK, Dean’s, born 3 Feb 1994: another person than this row names',
    ],
  ])('leaves out a row with %s', (_, row, reason) => {
    const { plan: seen, rows } = plan(['fullName', 'dateOfBirth', 'pnc', 'crn'], [row], [dean, sam]);
    expect(seen.problems).toContainEqual(expect.objectContaining({ severity: 'error', reason, cell: 'A2' }));
    expect(seen.counts.leftOut).toBe(1);
    expect(rows).toEqual([]);
  });

  it('uses the first of two rows about one person and says in what the other differs', () => {
    const { plan: seen, rows } = plan(
      ['fullName', 'crn', 'pnc', 'colour'],
      [
        ['CARTERWICK, Dean', 'X123456', '', 'Red'],
        ['OAKENFELL, Sam', 'X777777', '', 'Green'],
        ['Carterwick, Dean', 'x123456', '12/0000123A', 'Amber'],
      ],
    );
    expect(seen.counts).toMatchObject({ new: 2, duplicate: 1 });
    expect(seen.rows[2]).toMatchObject({ kind: 'duplicate', matchedBy: 'CRN, row 2' });
    expect(seen.problems[0]).toMatchObject({
      row: 4,
      reason: 'The same person as row 2, by CRN; this row is not used. It differs in: PNC number, Colour',
    });
    expect(rows.map(({ row }) => row)).toEqual([2, 3]);
  });

  it('names each problem by its cell in the original sheet, and leaves only that cell out', () => {
    const request = {
      ...importRequest([], []),
      targets: ['ignore', 'fullName', 'dateOfBirth', 'colour'] as const,
      headingRow: 3,
      grid: [
        ['IOM tracker'],
        [],
        ['No', 'Nominal', 'DOB', 'RAG'],
        ['1', 'CARTERWICK, Dean', '31/02/1990', 'mauve'],
        [],
        ['2', 'OAKENFELL, Sam', '1/5/88', '#REF!'],
      ],
    };
    const { plan: seen, rows } = planImport(request);
    expect(seen.problems).toEqual([
      { cell: 'C4', row: 4, heading: 'DOB', value: '31/02/1990', reason: 'There is no 31 February 1990', severity: 'warning' },
      {
        cell: 'D4',
        row: 4,
        heading: 'RAG',
        value: 'mauve',
        reason: 'This is not one of the colours Red, Amber, Green and Blue',
        severity: 'warning',
      },
      { cell: 'D6', row: 6, heading: 'RAG', value: '#REF!', reason: expect.stringContaining('formula'), severity: 'warning' },
    ]);
    expect(rows.map(({ row, fields }) => [row, fields])).toEqual([
      [4, { surname: 'Carterwick', forenames: 'Dean' }],
      [6, { surname: 'Oakenfell', forenames: 'Sam', dateOfBirth: '1988-05-01' }],
    ]);
  });

  it('leaves out rows without a name and repeated headings, with the reason', () => {
    const { plan: seen } = plan(
      ['surname', 'crn'],
      [
        ['', 'X123456'],
        ['surname', 'crn'],
        ['n/a', 'X999999'],
        ['', ''],
      ],
    );
    expect(seen.counts.leftOut).toBe(3);
    expect(seen.problems.map(({ cell, severity }) => [cell, severity])).toEqual([
      ['A2', 'error'],
      ['A3', 'warning'],
      ['A4', 'error'],
    ]);
  });

  it('says once that no column is the name', () => {
    const { plan: seen } = plan(
      ['crn', 'colour'],
      [
        ['X123456', 'R'],
        ['X123457', 'R'],
      ],
    );
    expect(seen.problems).toHaveLength(1);
    expect(seen.canConfirm).toBe(false);
  });

  it('keeps a reference once given, and a band that somebody judged prolific', () => {
    const judged = existingCase('dean', { ...dean.fields, reference: 'HC-001', ogrsScore: 60, ogrsBand: 'prolific' });
    const { plan: seen, rows } = plan(
      ['reference', 'fullName', 'crn', 'ogrsScore'],
      [['HC-044', 'CARTERWICK, Dean', 'X123456', '78']],
      [judged],
    );
    expect(rows[0]?.fields).toEqual({ ogrsScore: 78 });
    expect(seen.problems[0]?.reason).toBe('The case keeps its reference HC-001; the file has HC-044');
  });

  it('only ever adds to aliases, warnings, needs and notes', () => {
    const before = existingCase('dean', dean.fields, {
      aliases: ['Deano'],
      riskWarnings: ['Weapons'],
      needs: [{ id: 'need', pathway: 'drugs', priority: 'medium' }],
      notes: ['Ring first.'],
    });
    const { rows } = plan(
      ['fullName', 'crn', 'aliases', 'riskWarnings', 'needs', 'note'],
      [['CARTERWICK, Dean', 'X123456', 'DEANO; DC', 'Dog', 'Drugs (high); Alcohol', 'ring first']],
      [before],
    );
    expect(rows[0]).toMatchObject({
      aliases: ['DC'],
      riskWarnings: ['Dog'],
      needs: [
        { pathway: 'drugs', priority: 'high', needId: 'need' },
        { pathway: 'alcohol', priority: null, needId: null },
      ],
      note: null,
    });
  });

  it('takes what hides or runs as nothing but text', () => {
    const { plan: seen, rows } = plan(
      ['surname', 'area', 'beat', 'indexOffence', 'note'],
      [
        [
          'Carter\u202ewick\u0000',
          '=cmd|’/c calc’!A1',
          `${'x'.repeat(100_000)}`,
          "'); DROP TABLE cases;--",
          '<img src=x onerror=alert(1)>',
        ],
      ],
    );
    expect(rows[0]?.fields).toEqual({ surname: 'Carterwick', area: '=cmd|’/c calc’!A1', indexOffence: "'); DROP TABLE cases;--" });
    expect(rows[0]?.note).toBe('<img src=x onerror=alert(1)>');
    expect(seen.problems).toEqual([expect.objectContaining({ cell: 'C2', reason: expect.stringContaining('longer than 500') })]);
    expect(seen.problems[0]?.value.length).toBeLessThanOrEqual(120);
  });

  it('plans 5,000 rows against 5,000 cases', () => {
    const number = (at: number) => String(at).padStart(6, '0');
    const existing = Array.from({ length: 5_000 }, (_, at) =>
      existingCase(`case-${at}`, { surname: `Oakenfell${at}`, crn: `X${number(at)}`, dateOfBirth: '1990-01-01' }),
    );
    const rows = Array.from({ length: 5_000 }, (_, at) => [
      `OAKENFELL${at + 2_500}, Sam`,
      `X${number(at + 2_500)}`,
      '1/1/1990',
      'Red',
      'Licence',
      'M',
      'Weapons; Dog',
      'Drugs; Housing',
    ]);
    const { plan: seen } = plan(
      ['fullName', 'crn', 'dateOfBirth', 'colour', 'statutoryPosition', 'rosh', 'riskWarnings', 'needs'],
      rows,
      existing,
    );
    expect(seen.counts).toMatchObject({ new: 2_500, update: 2_500 });
  });
});

describe('any import', () => {
  const cell = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        '',
        'n/a',
        'Red',
        'amber',
        '3/2/94',
        '31/02/2026',
        'L2',
        'H',
        '78',
        'HMP Stonefold',
        'UAL',
        'Drugs (high); ETE',
        'Weapons; Dog',
        'Police',
        '12/0000123A',
        'X123456',
      ),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  );
  const targets = fc.uniqueArray(fc.constantFrom(...importTargets), { minLength: 1, maxLength: 12 });
  const names = fc.constantFrom('CARTERWICK, Dean', 'Sam OAKENFELL', 'Kim Bramblecote', 'CARTERWICK, Dean (aka DC)', '');
  // One person always has the same numbers, as in life; otherwise a file may contradict itself more with each import.
  const keyed = fc.record({ name: names, at: fc.integer({ min: 0, max: 5 }) });

  it('gives the same plan for the same request, without throwing', () => {
    fc.assert(
      fc.property(targets, fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 }), (columns, rows) => {
        expect(plan(columns, rows, [dean, sam])).toEqual(plan(columns, rows, [dean, sam]));
      }),
    );
  });

  it('leaves nothing to do once it has been applied', () => {
    const other = targets.map((columns) =>
      columns.filter(
        (target) => !['surname', 'forenames', 'fullName', 'crn', 'pnc', 'prisonNumber', 'reference', 'dateOfBirth'].includes(target),
      ),
    );
    const row = fc
      .tuple(keyed, fc.array(cell, { minLength: 12, maxLength: 12 }))
      .map(([{ name, at }, cells]) => [name, name === '' || at === 0 ? '' : `X10000${name.length % 10}`, ...cells]);
    fc.assert(
      fc.property(other, fc.array(row, { maxLength: 10 }), (columns, rows) => {
        const first = plan(['fullName', 'crn', ...columns], rows, [dean, sam]);
        const after = applyPlan([dean, sam], first);
        const second = plan(['fullName', 'crn', ...columns], rows, after);
        expect(second.rows).toEqual([]);
        expect(second.plan.canConfirm).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it('only ever plans what the contract with the main process accepts', () => {
    const fields = z.strictObject(caseFieldInputs).partial();
    fc.assert(
      fc.property(targets, fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 }), (columns, rows) => {
        for (const row of plan(
          ['fullName', ...columns],
          rows.map((cells) => ['CARTERWICK, Dean', ...cells]),
        ).rows) {
          expect(fields.parse(row.fields)).toEqual(row.fields);
          for (const words of [...row.aliases, ...row.riskWarnings]) expect(someLine.parse(words)).toBe(words);
          if (row.note !== null) someProse.parse(row.note);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('accounts for every row that is not blank', () => {
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 20 }), (rows) => {
        const { counts } = plan(['fullName', 'crn', 'colour'], rows, [dean]).plan;
        const total = counts.new + counts.update + counts.unchanged + counts.leftOut + counts.duplicate;
        expect(total).toBe(rows.filter((row) => row.some((text) => text.trim() !== '')).length);
      }),
    );
  });
});
