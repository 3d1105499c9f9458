import { expect, test } from 'vitest';
import { listImports } from '../../../../db/queries/imports';
import { addAlias } from '../../../../electron/services/cases/case-entries';
import { changeColour, editCase, getCase } from '../../../../electron/services/cases/cases';
import { listRegister } from '../../../../electron/services/cases/register';
import { createImportDesk } from '../../../../electron/services/import/importing';
import { lookAtUndo, undoImport } from '../../../../electron/services/import/undo-import';
import { addCase, as } from '../../../support/builders';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();
const headings = 'Surname,Forenames,PNC,Colour,Aliases,Area,Release date';
const dean = 'Carterwick,Dean,97/0000112X,Amber,Deano,Lowgate,27/03/2026';
const mary = 'Oakenfell,Mary,90/0000345A,Blue,,Eastmoor,';

async function imported(session: TestSession, ...lines: readonly string[]) {
  const desk = createImportDesk();
  const source = await desk.open(new TextEncoder().encode([headings, ...lines].join('\n')), 'cohort.csv');
  if ('problem' in source) throw new Error(source.problem);
  const plan = await desk.plan(session, { token: source.token, columns: source.columns.map(({ guess }) => guess) });
  if (plan.canConfirm) await desk.confirm(session, source);
  session.advance(60_000);
  return { plan, id: listImports(session.read)[0]?.id ?? '' };
}
const onScheme = (session: TestSession) => listRegister(session).filter(({ state }) => state !== 'left');

test('An import taken back leaves the fields as they were, and whom it brought off the register; it can then come again.', async () => {
  const session = openScheme();
  const known = addCase(session, { pnc: '97/0000112X', area: 'Millbrook' });
  const { id } = await imported(session, dean, mary);
  expect(await lookAtUndo(session, { id })).toMatchObject({ fileName: 'cohort.csv', casesLeaving: 1, keptCount: 0 });
  expect(getCase(session, { id: known })).toMatchObject({ colour: 'A', fields: { area: 'Lowgate' } });
  await undoImport(session, { id });
  const view = getCase(session, { id: known });
  expect(view).toMatchObject({ colour: null, fields: { area: 'Millbrook', releaseOn: null } });
  expect(view.aliases).toEqual([]);
  expect(onScheme(session)).toHaveLength(1);
  expect(listImports(session.read)[0]).toMatchObject({ isUndone: true });
  await expect(undoImport(session, { id })).rejects.toThrow('taken back already');
  expect((await imported(session, dean, mary)).plan.counts).toMatchObject({ new: 1, update: 1 });
  expect(onScheme(session)).toHaveLength(2);
});

test('What was touched since is kept, and named before anything is done.', async () => {
  const session = openScheme();
  const known = addCase(session, { pnc: '97/0000112X', area: 'Millbrook' });
  const { id } = await imported(session, dean, mary);
  const brought = listRegister(session).find(({ surname }) => surname === 'Oakenfell')?.id ?? '';
  editCase(session, { id: known, fields: { area: 'Harrow Cross' } });
  addAlias(session, { caseId: brought, name: 'Molly' });
  const seen = await lookAtUndo(session, { id });
  expect(seen).toMatchObject({ casesLeaving: 0, keptCount: 2 });
  expect(seen.kept).toEqual([
    { name: 'CARTERWICK, Dean', what: 'area, since it was changed later' },
    { name: 'OAKENFELL, Mary', what: 'the whole case, since something was recorded on it later' },
  ]);
  expect(await undoImport(session, { id })).toEqual(seen);
  expect(getCase(session, { id: known })).toMatchObject({ colour: null, fields: { area: 'Harrow Cross', releaseOn: null } });
  expect(getCase(session, { id: brought })).toMatchObject({ colour: 'B', fields: { area: 'Eastmoor' } });
});

test('A colour given since stands, and only a coordinator takes an import back.', async () => {
  const session = openScheme();
  const known = addCase(session, { pnc: '97/0000112X' });
  const { id } = await imported(session, dean);
  changeColour(session, {
    caseId: known,
    meetingId: null,
    colour: 'R',
    reason: 'Wanted',
    decidedOn: session.today(),
    agreedBy: [],
    dissent: '',
  });
  await expect(undoImport(as(session, 'manager'), { id })).rejects.toThrow('As a manager you cannot import cases.');
  await undoImport(session, { id });
  expect(getCase(session, { id: known }).colour).toBe('R');
});

test('An agency that others rest on by now stays, with its name, and one that nobody used goes; fields are named as the screens name them.', async () => {
  const session = openScheme();
  const list = async (...lines: readonly string[]) => {
    const desk = createImportDesk();
    const source = await desk.open(new TextEncoder().encode(lines.join('\n')), 'list.csv');
    if ('problem' in source) throw new Error(source.problem);
    await desk.plan(session, { token: source.token, columns: source.columns.map(({ guess }) => guess) });
    await desk.confirm(session, source);
    session.advance(60_000);
    return listImports(session.read)[0]?.id ?? '';
  };
  const agencies = await list('Agency,Code,Type', 'Larkwell Trust,LWT,Housing Options', 'Sycamore Yard,SY,Housing Options');
  const people = await list('Name,Organisation,E-mail', 'P. Bramblecote,Larkwell Trust,p@example.invalid');
  expect(await lookAtUndo(session, { id: agencies })).toMatchObject({
    rowsWithdrawn: 1,
    kept: [{ name: 'The scheme', what: 'the agency “Larkwell Trust”, since other things in the scheme rest on it by now' }],
  });
  await undoImport(session, { id: people });
  expect(await undoImport(session, { id: agencies })).toMatchObject({ rowsWithdrawn: 2, keptCount: 0 });

  const known = addCase(session, { pnc: '97/0000112X' });
  const { id } = await imported(session, dean);
  editCase(session, { id: known, fields: { releaseOn: '2026-04-01' } });
  expect((await lookAtUndo(session, { id })).kept).toEqual([{ name: 'CARTERWICK, Dean', what: 'release, since it was changed later' }]);
});
