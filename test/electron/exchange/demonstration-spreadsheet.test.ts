import { describe, expect, it } from 'vitest';
import { readSpreadsheet } from '../../../electron/exchange/read-spreadsheet';
import { createChance } from '../../../electron/services/demonstration/chance';
import { createPeople } from '../../../electron/services/demonstration/people';
import { plainWords } from '../../../shared/import/cell-text';
import { guessColumns } from '../../../shared/import/guess-columns';
import { planImport } from '../../../shared/import/plan-import';
import { agencies, applyPlan, people as staff, today } from '../../fixtures/case-builders';
import { messyCsv, messySpreadsheet } from '../../fixtures/make-demonstration-spreadsheet';

const people = createPeople(createChance(108), today);

async function importOf(bytes: Uint8Array, fileName: string) {
  const read = await readSpreadsheet(bytes, fileName);
  if (read.kind === 'problem') throw new Error(read.message);
  const columns = guessColumns(read.grid, read.headingRow);
  const request = {
    token: 'token',
    grid: read.grid,
    headingRow: read.headingRow,
    targets: columns.map(({ guess }) => guess),
    agencies,
    people: staff,
    today,
  };
  return { read, columns, request };
}

describe.each([
  ['workbook', 'cohort.xlsx', messySpreadsheet, 'sheet Cohort', 4],
  ['CSV file', 'cohort.csv', messyCsv, 'Windows-1252, semicolons', 3],
] as const)('the messy demonstration %s', (_, fileName, make, readAs, headingRow) => {
  it('is the same for the same seed and another for another', async () => {
    const [first, second, other] = await Promise.all([make(people, 1), make(people, 1), make(people, 2)]);
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true);
    expect(Buffer.from(first).equals(Buffer.from(other))).toBe(false);
  });

  it('is read, and its columns are all guessed', async () => {
    const { read, columns } = await importOf(await make(people, 1), fileName);
    expect(read).toMatchObject({ readAs, headingRow });
    expect(columns.map(({ heading, guess }) => `${heading}: ${guess}`)).toEqual([
      'No.: ignore',
      'Nominal: fullName',
      'D.O.B.: dateOfBirth',
      'PNC ID: pnc',
      'CRN: crn',
      'NOMIS no: prisonNumber',
      'M/F: sex',
      'Ethnicity: ethnicity',
      'LPA: area',
      'Beat code: beat',
      'Lead Agency: leadAgency',
      'Status: statutoryPosition',
      'FFF: cohortPart',
      'Index offence: indexOffence',
      'OGRS3: ogrsScore',
      'RoSH: rosh',
      'MAPPA: mappa',
      'RAG: colour',
      'Date onto IOM: adoptedOn',
      'Next review: reviewDue',
      'CRD/ARD: releaseOn',
      'SED/LED: licenceEndsOn',
      'Order end: orderEndsOn',
      'AKA: aliases',
      'Warning markers: riskWarnings',
      'Pathways: needs',
      'Comments: note',
    ]);
  });

  it('brings in every person as they are, and says what it could not take', async () => {
    const { request } = await importOf(await make(people, 1), fileName);
    const { plan, rows } = planImport({ ...request, existing: [] });
    expect(plan.counts).toEqual({ new: people.length, update: 0, unchanged: 0, leftOut: 1, duplicate: 1 });
    expect(plan.problems.map(({ heading, value, severity }) => [heading, value, severity])).toEqual(
      expect.arrayContaining([
        ['Next review', '31/02/2026', 'warning'],
        ['Date onto IOM', '30.2.2025', 'warning'],
        ['Nominal', '', 'error'],
      ]),
    );
    expect(plan.problems).toHaveLength(4);
    const byCrn = new Map(rows.map((row) => [row.fields.crn, row]));
    people.forEach((person, index) => {
      const row = byCrn.get(person.crn);
      expect(row?.fields).toMatchObject({
        dateOfBirth: person.dateOfBirth,
        pnc: person.pnc,
        area: person.area,
        statutoryPosition: person.position,
        cohortPart: person.cohortPart,
        ogrsScore: person.ogrsScore,
        rosh: person.rosh,
        mappa: person.mappa,
        sex: person.sex,
        leadAgencyId: index % 3 === 0 ? 'agency-police' : 'agency-probation',
        ...(person.releaseOn ? { releaseOn: person.releaseOn } : {}),
        ...(person.licenceEndsOn ? { licenceEndsOn: person.licenceEndsOn } : {}),
        ...(person.isAtLarge ? { isAtLarge: true } : {}),
      });
      expect(plainWords(`${row?.fields.surname} ${row?.fields.forenames}`)).toBe(plainWords(`${person.surname} ${person.forenames}`));
      expect(row?.riskWarnings).toEqual(person.riskWarnings);
      expect(row?.aliases).toEqual(person.aliases);
      expect(new Set(row?.needs.map(({ pathway, priority }) => `${pathway} ${priority}`))).toEqual(
        new Set(person.needs.map(({ pathway, priority }) => `${pathway} ${priority}`)),
      );
    });
    expect(rows.filter(({ colour }, index) => colour !== people[index]?.colour)).toEqual([]);
  });

  it('has nothing to do a second time, and shows only what has changed in a later file', async () => {
    const { request } = await importOf(await make(people, 1), fileName);
    const register = applyPlan([], planImport({ ...request, existing: [] }));
    expect(planImport({ ...request, existing: register }).plan).toMatchObject({
      canConfirm: false,
      counts: { new: 0, update: 0, unchanged: people.length },
    });

    const moved = people.map((person, index) => (index === 30 ? { ...person, area: 'Otherwhere' } : person));
    const later = await importOf(await make(moved, 1), fileName);
    const { plan } = planImport({ ...later.request, existing: register });
    expect(plan.counts).toMatchObject({ new: 0, update: 1, unchanged: people.length - 1 });
    expect(plan.rows.find(({ kind }) => kind === 'update')?.changes).toEqual([{ field: 'Area', from: people[30]?.area, to: 'Otherwhere' }]);
  });
});
