import { expect, test } from 'vitest';
import { renameMapping, savedMappings, withdrawMapping } from '../../../../electron/services/import/import-mappings';
import { createImportDesk } from '../../../../electron/services/import/importing';
import { as } from '../../../support/builders';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const sheet = (name: string) => new TextEncoder().encode(`Surname,Forenames,Odd column\r\n${name},Dean,Lowgate\r\n`);

/** Imports a sheet whose third column was set to be the area, and gives what the desk then makes of the same headings. */
async function importedAs(session: TestSession, name: string) {
  const desk = createImportDesk();
  const source = await desk.open(sheet(name), `${name}.csv`, session);
  if ('problem' in source) throw new Error(source.problem);
  const guessed = source.columns.map(({ guess }) => guess);
  await desk.plan(session, { token: source.token, columns: ['surname', 'forenames', 'area'] });
  await desk.confirm(session, source);
  return guessed;
}

test('The columns of an import are kept, can be looked at, and keep the name that somebody gives them.', async () => {
  const session = openScheme();
  expect((await importedAs(session, 'CARTERWICK'))[2]).toBe('ignore');
  const [kept] = savedMappings(session);
  expect(kept).toMatchObject({
    name: 'CARTERWICK.csv',
    kind: 'cases',
    columns: [
      { heading: 'surname', target: 'surname' },
      { heading: 'forenames', target: 'forenames' },
      { heading: 'odd column', target: 'area' },
    ],
  });
  renameMapping(session, { id: kept?.id ?? '', name: 'Police list' });
  expect((await importedAs(session, 'OAKENFELL'))[2]).toBe('area');
  expect(savedMappings(session)).toMatchObject([{ id: kept?.id, name: 'Police list' }]);
});

test('Withdrawn columns are offered no longer, and the next import keeps its own anew.', async () => {
  const session = openScheme();
  await importedAs(session, 'CARTERWICK');
  const id = savedMappings(session)[0]?.id ?? '';
  withdrawMapping(session, { id });
  expect(savedMappings(session)).toEqual([]);
  expect(() => withdrawMapping(session, { id })).toThrow('no longer, kept');
  expect((await importedAs(session, 'OAKENFELL'))[2]).toBe('ignore');
  expect(savedMappings(session)).toMatchObject([{ name: 'OAKENFELL.csv' }]);
});

test('Only who may import may rename or withdraw.', async () => {
  const session = openScheme();
  await importedAs(session, 'CARTERWICK');
  const id = savedMappings(session)[0]?.id ?? '';
  const partner = as(session, 'partner');
  expect(() => renameMapping(partner, { id, name: 'Mine' })).toThrow();
  expect(() => withdrawMapping(partner, { id })).toThrow();
  expect(savedMappings(session)).toMatchObject([{ name: 'CARTERWICK.csv' }]);
});

test('A sheet whose columns moved, or grew by one, is read as before and replaces what is kept; one without a column of then is kept beside it.', async () => {
  const session = openScheme();
  await importedAs(session, 'CARTERWICK');
  renameMapping(session, { id: savedMappings(session)[0]?.id ?? '', name: 'Police list' });
  const open = async (lines: string) => {
    const desk = createImportDesk();
    const source = await desk.open(new TextEncoder().encode(lines), 'later.csv', session);
    if ('problem' in source) throw new Error(source.problem);
    const columns = source.columns.map(({ guess }) => guess);
    await desk.plan(session, { token: source.token, columns });
    return { desk, source, columns };
  };
  const moved = await open('Odd column,Surname,Beat,Forenames\r\nHighgate,OAKENFELL,B7,Mary\r\n');
  expect(moved.columns).toEqual(['area', 'surname', 'beat', 'forenames']);
  expect(moved.source.remarks[0]).toContain('This is read like Police list, imported before, though column C is new');
  await moved.desk.confirm(session, moved.source);
  expect(savedMappings(session)).toMatchObject([{ name: 'Police list', columns: [{ heading: 'odd column', target: 'area' }, {}, {}, {}] }]);

  const renamed = await open('Patch column,Surname,Beat,Forenames\r\nLowgate,THISTLEMOOR,B7,Lee\r\n');
  expect(renamed.columns).toEqual(['area', 'surname', 'beat', 'forenames']);
  await renamed.desk.confirm(session, renamed.source);
  expect(savedMappings(session).map(({ name }) => name)).toEqual(['later.csv', 'Police list']);
});

test('What somebody said that the rows of a sheet are is remembered too, also for another sheet of the same workbook.', async () => {
  const session = openScheme();
  const lines = ['Organisation,Contact,Remark', 'Larkwell Trust,P. Bramblecote,'];
  const bytes = new TextEncoder().encode(lines.join('\r\n'));
  const desk = createImportDesk();
  const source = await desk.open(bytes, 'trusts.csv', session);
  if ('problem' in source) throw new Error(source.problem);
  expect(source.kind).not.toBe('agencies');
  await desk.reread({ token: source.token, sheet: null, headingRow: 1, kind: 'agencies' }, session);
  await desk.plan(session, { token: source.token, columns: ['agencyName', 'ignore', 'ignore'] });
  await desk.confirm(session, source);
  const again = await desk.open(bytes, 'trusts.csv', session);
  expect(again).toMatchObject({ kind: 'agencies', columns: [{ guess: 'agencyName' }, { guess: 'ignore' }, { guess: 'ignore' }] });
  if ('problem' in again) throw new Error(again.problem);
  expect(await desk.reread({ token: again.token, sheet: null, headingRow: 1 }, session)).toMatchObject({ kind: 'agencies' });
});
