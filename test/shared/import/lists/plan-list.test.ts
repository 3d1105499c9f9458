import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessKind } from '../../../../shared/import/lists/guess-kind';
import { importKinds, type ListKind, listKinds, targetsOfHeadings } from '../../../../shared/import/lists/kinds';
import type { ExistingRecord, PlannedRecord } from '../../../../shared/import/lists/list-facts';
import { planList } from '../../../../shared/import/lists/plan-list';
import { agencies, existingCase, people, today } from '../../../fixtures/case-builders';

const dean = existingCase('dean', {
  surname: 'Carterwick',
  forenames: 'Dean',
  pnc: '12/0000123A',
  crn: 'X123456',
  dateOfBirth: '1994-02-03',
});
const sam = existingCase('sam', { surname: 'Oakenfell', forenames: 'Sam', crn: 'X777777' });

function plan(kind: ListKind, grid: readonly (readonly string[])[], records: readonly ExistingRecord[] = []) {
  const targets = targetsOfHeadings(kind, grid[0] ?? []).map((target) => target ?? ('ignore' as const));
  return planList({ token: 't', kind, grid, headingRow: 1, targets, facts: { existing: [dean, sam], agencies, people, today, records } });
}

/** What the table holds once a plan has been applied. */
function applied(records: readonly ExistingRecord[], planned: readonly PlannedRecord[]): readonly ExistingRecord[] {
  const rows = new Map(records.map((one) => [one.id, one]));
  for (const { id, row, fields } of planned) {
    const key = id ?? `new-${row}`;
    rows.set(key, { id: key, fields: { ...rows.get(key)?.fields, ...fields } });
  }
  return [...rows.values()];
}

const sheets: Readonly<Record<ListKind, readonly (readonly string[])[]>> = {
  actions: [
    ['Name', 'CRN', 'Action', 'Agency', 'Owner', 'Due date', 'Status', 'Comments'],
    ['CARTERWICK, Dean', 'X123456', 'Visit with the landlord', 'Police', 'Jo Thistlemoor', '10/3/2026', 'Open', ''],
    ['', 'X777777', 'Refer to the drug service', 'Drug Service', '', '1/3/26', 'Completed', 'Accepted'],
    ['', '', 'Print the new statement', 'Probation', '', '', '', ''],
  ],
  colours: [
    ['CRN', 'Colour', 'Date of change', 'Reason'],
    ['X123456', 'Red', '3/2/2026', 'Arrested twice'],
    ['X123456', 'Amber', '17/2/2026', ''],
  ],
  events: [
    ['PNC', 'Date of offence', 'Offence', 'Details'],
    ['12/0000123A', '12 Jan 2026', 'Theft from shop', 'Bread and milk'],
  ],
  services: [
    ['Service', 'Provider', 'Pathway', 'Start date'],
    ['Stepping Out', 'Drug Service', 'Drugs', '1/4/2025'],
  ],
  people: [
    ['Name', 'Organisation', 'Job title', 'E-mail', 'Mobile'],
    ['P. Bramblecote', 'Police', 'Sergeant', 'p.bramblecote@example.invalid', '07700 900123'],
  ],
  agencies: [
    ['Agency', 'Code', 'Type'],
    ['Larkwell Trust', 'LWT', 'Housing Options'],
  ],
};

describe('a list', () => {
  it('is told by its headings, whatever it holds', () => {
    for (const kind of importKinds) if (kind !== 'cases') expect([kind, guessKind(sheets[kind][0] ?? [])]).toEqual([kind, kind]);
    expect(guessKind(['Surname', 'Forename', 'DOB', 'PNC', 'RAG', 'Index offence', 'RoSH', 'OGRS', 'Status', 'Notes'])).toBe('cases');
    expect(guessKind(['Nominal', 'DOB', 'RAG', 'Date added', 'Reason', 'MAPPA', 'RoSH', 'Statutory status'])).toBe('cases');
    expect(guessKind([])).toBe('cases');
  });

  it('becomes new rows, linked by identifier to the cases and by name to agencies and people', () => {
    const { plan: seen, records } = plan('actions', sheets.actions);
    expect(seen.problems).toEqual([]);
    expect(seen.counts).toMatchObject({ new: 3 });
    expect(records.map(({ fields }) => fields)).toEqual([
      { caseId: 'dean', text: 'Visit with the landlord', agencyId: 'agency-police', personId: 'person-thistlemoor', dueOn: '2026-03-10' },
      {
        caseId: 'sam',
        text: 'Refer to the drug service',
        agencyId: 'agency-drugs',
        dueOn: '2026-03-01',
        outcome: 'done',
        closingNote: 'Accepted',
      },
      { text: 'Print the new statement', agencyId: 'agency-probation' },
    ]);
    for (const kind of ['colours', 'events', 'services', 'people', 'agencies'] as const) {
      expect([kind, plan(kind, sheets[kind]).plan.problems]).toEqual([kind, []]);
      expect(plan(kind, sheets[kind]).records).toHaveLength(sheets[kind].length - 1);
    }
  });

  it('names each problem by its cell, and leaves the row out where nothing can be made of it', () => {
    const { plan: seen } = plan('colours', [
      ['CRN', 'Colour', 'Date of change'],
      ['X999999', 'Red', '3/2/2026'],
      ['X123456', 'Purple', '3/2/2026'],
      ['X123456', 'Red', '3/2/2027'],
      ['X123456', 'Red', ''],
    ]);
    expect(seen.counts).toMatchObject({ new: 0, leftOut: 4 });
    expect(seen.problems.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([
      'A2 No case of the register is known by this; the row is left out',
      expect.stringMatching(/^B3 .*so the row is left out$/),
      'C4 This day is still to come, so the row is left out',
      'C5 Without a day the row is left out',
    ]);
  });

  it('updates what is there, names it, and never opens again what is closed', () => {
    const present: ExistingRecord = {
      id: 'a1',
      fields: { reference: '26-001', text: 'Visit', caseId: 'dean', agencyId: 'agency-police', dueOn: '2026-03-10', outcome: 'done' },
    };
    const { plan: seen, records } = plan(
      'actions',
      [
        ['Action no', 'CRN', 'Action', 'Agency', 'Due', 'Status'],
        ['26-001', 'X123456', 'Visit', 'Police', '12/3/2026', 'Open'],
      ],
      [present],
    );
    expect(records).toEqual([{ row: 2, id: 'a1', fields: { dueOn: '2026-03-12' } }]);
    expect(seen.rows[0]).toMatchObject({
      kind: 'update',
      matchedBy: 'reference',
      changes: [{ field: 'Due', from: '10 Mar 2026', to: '12 Mar 2026' }],
    });
  });

  it('says which column is missing, and reads nothing then', () => {
    const { plan: seen } = plan('services', [['Service'], ['Stepping Out']]);
    expect(seen.problems).toMatchObject([{ reason: 'No column is Agency, so no row can be read: choose the column', severity: 'error' }]);
    expect(seen.canConfirm).toBe(false);
  });

  it('changes nothing the second time, however its rows contradict each other', () => {
    const some = (...texts: string[]) => fc.constantFrom(...texts);
    const row = fc.tuple(
      some('', '26-001', '26-002', '26-003'),
      some('', 'X123456', 'X777777'),
      some('Visit', 'Phone', 'Refer'),
      some('Police', 'Probation'),
      some('', '10/3/2026', '12/3/2026'),
      some('', 'Done', 'Open', 'Withdrawn'),
    );
    const known = fc.record({
      reference: some('', '26-001', '26-002'),
      text: some('Visit', 'Phone'),
      caseId: fc.constantFrom('dean', null),
      agencyId: some('agency-police'),
      dueOn: fc.constantFrom('2026-03-10', null),
      outcome: fc.constantFrom('done', null),
    });
    fc.assert(
      fc.property(fc.array(known, { maxLength: 3 }), fc.array(row, { minLength: 1, maxLength: 7 }), (present, rows) => {
        const before = present.map((fields, at) => ({ id: `known-${at}`, fields }));
        const grid = [['Action no', 'CRN', 'Action', 'Agency', 'Due', 'Status'], ...rows];
        const first = plan('actions', grid, before);
        expect(plan('actions', grid, applied(before, first.records)).records).toEqual([]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is planned without throwing, whatever its cells hold', () => {
    const kinds = fc.constantFrom(...(Object.keys(listKinds) as ListKind[]));
    fc.assert(
      fc.property(
        kinds,
        fc.array(fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 9 }), { maxLength: 8 }),
        (kind, rows) => {
          const { counts } = plan(kind, [sheets[kind][0] ?? [], ...rows]).plan;
          const total = counts.new + counts.update + counts.unchanged + counts.leftOut + counts.duplicate;
          expect(total).toBe(rows.filter((cells) => cells.some((cell) => cell.trim() !== '')).length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
