import { expect, test } from 'vitest';
import { getCase } from '../../../../electron/services/cases/cases';
import { listRegister } from '../../../../electron/services/cases/register';
import { createImportDesk } from '../../../../electron/services/import/importing';
import type { ImportSource } from '../../../../shared/views/importing';
import { addCase, as } from '../../../support/builders';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();

const headings = 'Surname,Forenames,Date of birth,PNC,Colour,Aliases,Risk warnings,Needs,Release date,Notes';
const cohort = [
  headings,
  'Carterwick,Dean,02/09/1997,97/0000112X,Amber,Deano,Weapons,Drugs; Accommodation,27/03/2026,Prefers mornings',
  'Oakenfell,Mary,14/05/1990,90/0000345A,Blue,,,,,',
];
const bytesOf = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\r\n'));

async function opened(lines: readonly string[], desk = createImportDesk()) {
  const source = await desk.open(bytesOf(lines), 'cohort.csv');
  if (source === null || 'problem' in source) throw new Error('The file of the test was not read.');
  return { desk, source };
}
const targets = (source: ImportSource) => source.columns.map(({ guess }) => guess);
async function imported(session: TestSession, lines: readonly string[]) {
  const { desk, source } = await opened(lines);
  const plan = await desk.plan(session, { token: source.token, columns: targets(source) });
  return { plan, result: plan.canConfirm ? await desk.confirm(session, source) : null };
}
const commits = (session: TestSession) =>
  session.connection.raw.prepare('select operation, space from commits').all() as { operation: string; space: string }[];

test('Nothing is written until it is confirmed, and then all of it in one operation with a commit for each case and one that says so.', async () => {
  const session = openScheme();
  const { desk, source } = await opened(cohort);
  expect(source).toMatchObject({ fileName: 'cohort.csv', format: 'csv', headingRow: 1, rows: 2 });
  const before = commits(session).length;
  const plan = await desk.plan(session, { token: source.token, columns: targets(source) });
  expect(plan.counts).toMatchObject({ new: 2, update: 0 });
  expect(commits(session)).toHaveLength(before);
  const result = await desk.confirm(session, source);
  expect(result).toMatchObject({ added: 2, updated: 0 });
  const written = commits(session).slice(before);
  expect(written.map(({ space }) => space).toSorted()).toEqual([
    expect.stringMatching(/^case:/),
    expect.stringMatching(/^case:/),
    'office',
  ]);
  expect(new Set(written.map(({ operation }) => operation))).toEqual(new Set([result.operation]));
});

test('Colours say which file they came from, and lists become rows of their own.', async () => {
  const session = openScheme();
  await imported(session, cohort);
  const [row] = listRegister(session);
  const view = getCase(session, { id: row?.id ?? '' });
  expect(view.fields).toMatchObject({ surname: 'Carterwick', dateOfBirth: '1997-09-02', releaseOn: '2026-03-27' });
  expect(view.colourChanges).toMatchObject([{ colour: 'A', reason: 'Imported from cohort.csv', decidedOn: '2026-03-03' }]);
  expect(view.aliases.map(({ name }) => name)).toEqual(['Deano']);
  expect(view.riskWarnings.map(({ warning }) => warning)).toEqual(['Weapons']);
  expect(view.needs.map(({ pathway }) => pathway).toSorted()).toEqual(['accommodation', 'drugs']);
  expect(view.history).toContainEqual(expect.objectContaining({ title: 'Note from cohort.csv', text: 'Prefers mornings' }));
});

test('The same file again changes nothing; a changed one updates what it says and erases nothing.', async () => {
  const session = openScheme();
  await imported(session, cohort);
  expect(await imported(session, cohort)).toMatchObject({ plan: { canConfirm: false, counts: { unchanged: 2 } }, result: null });
  const { result } = await imported(session, [headings, 'Carterwick,,,97/0000112X,Red,,Self-harm,,01/04/2026,', cohort[2] ?? '']);
  expect(result).toMatchObject({ added: 0, updated: 1 });
  const view = getCase(session, { id: listRegister(session)[0]?.id ?? '' });
  expect(view).toMatchObject({ colour: 'R', fields: { forenames: 'Dean', releaseOn: '2026-04-01' }, earlierReleaseDates: ['2026-03-27'] });
  expect(view.aliases).toHaveLength(1);
  expect(view.needs).toHaveLength(2);
  expect(view.riskWarnings.map(({ warning }) => warning).toSorted()).toEqual(['Self-harm', 'Weapons']);
  expect(view.events.map(({ title }) => title)).toContain('Release date moved');
});

test('Where the register changed between the look and the confirmation, nothing is imported.', async () => {
  const session = openScheme();
  const { desk, source } = await opened(cohort);
  const columns = targets(source);
  await expect(desk.confirm(session, source)).rejects.toThrow('has not been shown yet');
  await desk.plan(session, { token: source.token, columns });
  addCase(session, { surname: 'Carterwick', pnc: '97/0000112X' });
  await expect(desk.confirm(session, source)).rejects.toThrow('The register has changed since the file was checked. Nothing was imported.');
  expect(listRegister(session)).toHaveLength(1);
  expect((await desk.plan(session, { token: source.token, columns })).counts).toMatchObject({ new: 1, update: 1 });
  expect(await desk.confirm(session, source)).toMatchObject({ added: 1, updated: 1 });
});

test('A file that was confirmed, cancelled or let go of on locking has to be chosen again.', async () => {
  const session = openScheme();
  const { desk, source } = await opened(cohort);
  const columns = targets(source);
  desk.cancel(source);
  await expect(desk.plan(session, { token: source.token, columns })).rejects.toThrow('This file is no longer open.');
  const again = await opened(cohort, desk);
  desk.clear();
  await expect(desk.plan(session, { token: again.source.token, columns })).rejects.toThrow('This file is no longer open.');
});

test('What cannot be read is said in a sentence, and only a coordinator imports.', async () => {
  const session = openScheme();
  const desk = createImportDesk();
  expect(await desk.open(new Uint8Array(0), 'empty.csv')).toEqual({ problem: expect.stringContaining('This file is empty') });
  const { desk: other, source } = await opened(cohort);
  await expect(other.plan(as(session, 'manager'), { token: source.token, columns: targets(source) })).rejects.toThrow(
    'As a manager you cannot import cases.',
  );
});

test('Another heading row is taken where the person says so.', async () => {
  const { desk, source } = await opened(['Harrowmere cohort,,,,,,,,,', ...cohort]);
  expect(source.headingRow).toBe(2);
  const again = await desk.reread({ token: source.token, sheet: null, headingRow: 1 });
  expect(again).toMatchObject({ token: source.token, headingRow: 1, rows: 3 });
});

test('A sheet with the same headings is read the next time by the columns that were set before.', async () => {
  const session = openScheme();
  const { desk, source } = await opened(['Surname,Forenames,Thing', 'Carterwick,Dean,Lowgate']);
  const columns = ['surname', 'forenames', 'area'] as const;
  expect(source.columns[2]).toMatchObject({ guess: 'ignore' });
  await desk.plan(session, { token: source.token, columns });
  await desk.confirm(session, source);
  const bytes = bytesOf(['SURNAME,forenames,"Thing."', 'Oakenfell,Mary,Eastmoor']);
  const again = await createImportDesk().open(bytes, 'next.csv', session);
  expect('columns' in again && again.columns.map(({ guess }) => guess)).toEqual(columns);
  expect('columns' in again && again.columns[2]?.because).toBe('as in cohort.csv, imported before');
  const other = await createImportDesk().open(bytesOf(['Surname,Thing', 'Oakenfell,Eastmoor']), 'other.csv', session);
  expect('columns' in other && other.columns[1]?.guess).toBe('ignore');
});

test('Each new row of the plan is told field by field when it is looked at, as it was read.', async () => {
  const session = openScheme();
  const { desk, source } = await opened([...cohort, 'Oakenfell,Mary,14/05/1990,90/0000345A,Blue,,,,,']);
  await desk.plan(session, { token: source.token, columns: targets(source) });
  expect(await desk.rowWhole(session, { token: source.token, at: 0 })).toEqual([
    { field: 'Surname', from: '', to: 'Carterwick' },
    { field: 'Forenames', from: '', to: 'Dean' },
    { field: 'Date of birth', from: '', to: '2 Sep 1997' },
    { field: 'PNC number', from: '', to: '97/0000112X' },
    { field: 'Release', from: '', to: '27 Mar 2026' },
    { field: 'Colour', from: '', to: 'Amber' },
    { field: 'Alias', from: '', to: 'Deano' },
    { field: 'Risk warning', from: '', to: 'Weapons' },
    { field: 'Need: Drugs', from: '', to: 'medium' },
    { field: 'Need: Accommodation', from: '', to: 'medium' },
    { field: 'Note', from: '', to: 'Prefers mornings' },
  ]);
  expect((await desk.rowWhole(session, { token: source.token, at: 1 }))[0]).toMatchObject({ to: 'Oakenfell' });
  expect(await desk.rowWhole(session, { token: source.token, at: 2 })).toEqual([]);
  await expect(desk.rowWhole(as(session, 'partner'), { token: source.token, at: 0 })).rejects.toThrow();
});
