import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { caseScores, referrals, selectionReferrals, services } from '../../../../db/schema';
import { readCsv } from '../../../../electron/exchange/read-csv';
import { readWorkbook } from '../../../../electron/exchange/read-workbook';
import { writeWorkbook } from '../../../../electron/exchange/write-workbook';
import { createAction } from '../../../../electron/services/actions';
import { addNeed } from '../../../../electron/services/cases/case-entries';
import { exportList } from '../../../../electron/services/export/export-list';
import { exportableLists } from '../../../../shared/views/exporting';
import { addCase, as } from '../../../support/builders';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const whole = { ids: null, columns: null, seenAs: 'Open; by agency' } as const;

async function gridOf(bytes: Uint8Array, sheet: string | null = null) {
  const read = await readWorkbook(bytes, { sheet });
  if (read.kind === 'problem') throw new Error(read.message);
  return read.grid;
}

test('Each list says the same as CSV and as a workbook, save for how days are written.', async () => {
  const session = openScheme();
  const caseId = addCase(session, { reviewDue: '2026-03-24' });
  createAction(session, {
    caseId,
    meetingId: null,
    agencyId: 'agency-debt',
    personId: null,
    text: '=cmd|calc\nand a second line',
    kind: 'support',
    priority: 'high',
    dueOn: '2026-03-10',
  });
  for (const list of exportableLists) {
    const csv = readCsv((await exportList(session, { ...whole, list, format: 'csv' })).bytes);
    const workbook = await gridOf((await exportList(session, { ...whole, list, format: 'xlsx' })).bytes, titles[list]);
    if (csv.kind === 'problem') throw new Error(csv.message);
    expect(workbook[0]).toEqual(csv.grid[0]);
    expect(workbook).toHaveLength(csv.grid.length);
  }
});

const titles = {
  register: 'Register',
  actions: 'Actions',
  documents: 'Documents',
  meetings: 'Conferences',
  audit: 'Audit trail',
  gaps: 'Gaps in provision',
  'unmet-needs': 'Needs with no service',
  services: 'Services',
  referrals: 'Referrals to services',
  selection: 'Referrals to the scheme',
  reviews: 'Reviews',
  left: 'Left the scheme',
  releases: 'Releases',
  people: 'People',
  agencies: 'Agencies',
} as const;

test('A workbook holds text that is never run, days that are dates, and what the file is.', async () => {
  const session = openScheme();
  addCase(session, { surname: '=1+1', area: '@SUM(A1)', reviewDue: '2026-03-24', ogrsScore: 71 });
  const columns = ['name', 'area', 'review', 'ogrs'];
  const { bytes, rows } = await exportList(session, { ...whole, list: 'register', columns, format: 'xlsx' });
  expect(rows).toBe(1);
  expect(await gridOf(bytes, 'Register')).toEqual([
    ['Name', 'Known as', 'Aliases', 'Area', 'Beat', 'Review due', 'OGRS', 'OGRS band'],
    ['=1+1, Dean', '', '', '@SUM(A1)', '', '24 Mar 2026', '71', ''],
  ]);
  expect(await gridOf(bytes, 'About this file')).toContainEqual(['As seen', 'Open; by agency']);
  const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
  expect(sheet).not.toMatch(/<f[ >]/);
});

test('Rows come in the order that they were shown in, and a hostile one cannot spoil the workbook.', async () => {
  const session = openScheme();
  const first = addCase(session, { surname: 'Aa\u0001\ufffe' });
  const second = addCase(session, { surname: 'B'.repeat(40_000) });
  const { bytes } = await exportList(session, { ...whole, list: 'register', ids: [second, first], columns: ['name'], format: 'xlsx' });
  const [, one, two] = await gridOf(bytes, 'Register');
  expect(one?.[0]?.length).toBe(32_767);
  expect(two?.[0]).toBe('AA, Dean');
});

test('The audit trail goes out only to those who may read it, and lists only to those who may export.', async () => {
  const session = openScheme();
  await expect(exportList(as(session, 'partner'), { ...whole, list: 'audit', format: 'csv' })).rejects.toThrow(
    'cannot read the audit trail',
  );
  await expect(exportList(as(session, 'partner'), { ...whole, list: 'actions', format: 'csv' })).rejects.toThrow('cannot export');
  expect((await exportList(as(session, 'manager'), { ...whole, list: 'audit', format: 'csv' })).rows).toBe(1);
});

test('Gaps in provision go out in figures that name nobody, and apart from them with the names and why nothing fits (CAM R15, R32).', async () => {
  const session = openScheme();
  const caseId = addCase(session, { surname: 'OAKENFELL' });
  addNeed(session, { caseId, pathway: 'drugs', priority: 'high', note: '', agencyId: null });
  const grid = async (list: 'gaps' | 'unmet-needs') => {
    const csv = readCsv((await exportList(session, { ...whole, seenAs: '', list, format: 'csv' })).bytes);
    return csv.kind === 'read' ? csv.grid : [];
  };
  expect(await grid('gaps')).toEqual([
    ['Need', 'People with it', 'Referred', 'Could be referred', 'Nothing fits'],
    ['Drugs', '1', '0', '0', '1'],
  ]);
  expect(await grid('unmet-needs')).toEqual([
    ['Need', 'Priority', 'Case', 'Standing', 'Why nothing fits'],
    ['Drugs', 'High', 'OAKENFELL, Dean', 'Nothing fits', 'No service in the directory'],
  ]);
});

test('The lists of services, referrals, selection, releases, people and agencies hold what their screens show, a figure below nought as a figure.', async () => {
  const session = openScheme();
  const caseId = addCase(session, {
    releaseOn: '2026-03-20',
    statutoryPosition: 'licence',
    custodyPlace: 'HMP Larkmoor',
    state: 'adopted',
  });
  session.record('lists filled', (operation) => {
    operation.put(services, 'service', {
      name: 'Room to Start',
      agencyId: 'agency-housing',
      pathway: 'accommodation',
      phone: '01632 960118',
    });
    operation.put(referrals, 'referral', { caseId, serviceId: 'service', referredOn: '2026-02-20' });
    operation.put(selectionReferrals, 'put-forward', {
      caseId,
      agencyId: 'agency-police',
      referredOn: '2026-02-10',
      reason: '-5 for judgement',
    });
    operation.put(caseScores, 'score', { caseId, referralId: 'put-forward', points: -5, scoredOn: '2026-02-11' });
  });
  const csvOf = async (list: (typeof exportableLists)[number]) =>
    new TextDecoder().decode((await exportList(session, { ...whole, list, format: 'csv' })).bytes);
  // A number that begins with nought keeps it: it is text, which in a workbook no program takes for a figure.
  expect(await csvOf('services')).toContain('Room to Start,Housing Options,Accommodation');
  expect(await csvOf('services')).toContain(',01632 960118,');
  expect(await csvOf('referrals')).toMatch(/"CARTERWICK, Dean",Room to Start,Housing Options,Accommodation,2026-02-20,Waiting/);
  const selection = await csvOf('selection');
  expect(selection).toContain("'-5 for judgement");
  expect(selection).toContain(',-5,');
  expect(await csvOf('releases')).toMatch(/"CARTERWICK, Dean",.*HMP Larkmoor,2026-03-20/);
  expect(await csvOf('people')).toContain('M. Larkspur,Police');
  expect(await csvOf('agencies')).toContain('Housing Options,HOU');
  expect(await gridOf((await exportList(session, { ...whole, list: 'services', format: 'xlsx' })).bytes, 'Services')).toHaveLength(2);
});

test('A workbook holds what was written: a text that looks like an escape, and a day that no workbook can count as text.', async () => {
  const bytes = await writeWorkbook([
    {
      name: 'A',
      headings: ['H'],
      rows: [['a_x000D_b _x0041_'], ['0123'], [{ day: '2026-02-30' }], [{ day: '1900-01-05' }], [{ day: '1986-12-09' }]],
    },
  ]);
  expect((await gridOf(bytes, 'A')).flat()).toEqual(['H', 'a_x000D_b _x0041_', '0123', '2026-02-30', '1900-01-05', '9 Dec 1986']);
  expect(strFromU8(unzipSync(bytes)['xl/sharedStrings.xml'] ?? new Uint8Array())).toContain('a_x005F_x000D_b _x005F_x0041_');
});
