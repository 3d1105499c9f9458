import { expect, test } from 'vitest';
import { listActions } from '../../../../db/queries/actions';
import { listImports } from '../../../../db/queries/imports';
import { listAgencies, listPeople } from '../../../../db/queries/scheme';
import { services } from '../../../../db/schema';
import { getCase } from '../../../../electron/services/cases/cases';
import { getOutcomes } from '../../../../electron/services/cases/events';
import { createImportDesk } from '../../../../electron/services/import/importing';
import { undoImport } from '../../../../electron/services/import/undo-import';
import type { ImportKind } from '../../../../shared/import/lists/kinds';
import { addCase } from '../../../support/builders';
import type { TestSession } from '../../../support/session';
import { schemesWithWholeLogs } from '../../../support/whole-log';

const openScheme = schemesWithWholeLogs();

/** Imports as the headings say, and gives what was told; the same file again is held to change nothing. */
async function imported(session: TestSession, kind: ImportKind, lines: readonly string[]) {
  const bytes = new TextEncoder().encode(lines.join('\r\n'));
  const plan = async () => {
    const desk = createImportDesk();
    const source = await desk.open(bytes, `${kind}.csv`);
    if ('problem' in source) throw new Error(source.problem);
    expect(source.kind).toBe(kind);
    const columns = source.columns.map(({ guess }) => guess);
    return { desk, source, planned: await desk.plan(session, { token: source.token, columns }) };
  };
  const { desk, source, planned } = await plan();
  expect(planned.problems).toEqual([]);
  const result = await desk.confirm(session, source);
  expect((await plan()).planned).toMatchObject({ canConfirm: false, counts: { new: 0, update: 0 } });
  return result;
}

test('Actions come with their case, owner and outcome, and get a reference where the list has none.', async () => {
  const session = openScheme();
  const caseId = addCase(session, { crn: 'X123456' });
  const result = await imported(session, 'actions', [
    'Name,CRN,Action,Agency,Due date,Status,Comments',
    '"CARTERWICK, Dean",X123456,Visit with the landlord,Police,10/3/2026,Open,',
    '"CARTERWICK, Dean",X123456,Refer to the drug service,Probation,1/2/2026,Completed,Accepted',
  ]);
  expect(result).toMatchObject({ added: 2, updated: 0 });
  const rows = listActions(session.read, { state: 'all' });
  expect(rows).toHaveLength(2);
  expect(rows.every(({ reference, caseId: about }) => reference !== '' && about === caseId)).toBe(true);
  expect(rows.find(({ outcome }) => outcome === 'done')).toMatchObject({ closedOn: '2026-03-03', closingNote: 'Accepted' });
});

test('Past colours fill the history without changing the colour of today.', async () => {
  const session = openScheme();
  const caseId = addCase(session, { crn: 'X123456' });
  await imported(session, 'colours', [
    'CRN,Colour,Date of change,Reason',
    'X123456,Amber,17/2/2026,',
    'X123456,Red,3/2/2026,Arrested twice',
  ]);
  const view = getCase(session, { id: caseId });
  expect(view.colour).toBe('A');
  expect(view.colourChanges.map(({ colour, decidedOn }) => `${decidedOn} ${colour}`).toSorted()).toEqual(['2026-02-03 R', '2026-02-17 A']);
});

test('Offences and events stand on the story of the case on their own day.', async () => {
  const session = openScheme();
  const caseId = addCase(session, { pnc: '12/0000123A' });
  await imported(session, 'events', ['PNC,Date of offence,Offence,Details', '12/0000123A,12 Jan 2026,Theft from shop,Bread and milk']);
  expect(getCase(session, { id: caseId }).events).toContainEqual(
    expect.objectContaining({ kind: 'arrest', title: 'Theft from shop', on: '2026-01-12' }),
  );
});

test('Arrests, charges, convictions, breaches, recalls and what went well are counted as outcomes, and known again by their reference.', async () => {
  const session = openScheme();
  const caseId = addCase(session, { pnc: '12/0000123A' });
  const heads = 'PNC,Date,Type,Offence,Severity,Crime category,Crime number,Details';
  const row = (...cells: readonly string[]) => ['12/0000123A', ...cells].join(',');
  await imported(session, 'events', [
    heads,
    row('12 Jan 2026', 'Arrest', 'Burglary of a dwelling', 'Serious', '', 'C1', 'At night'),
    row('12 Jan 2026', 'Arrest', 'Burglary of a dwelling', 'Serious', '', 'C2', ''),
    row('13 Jan 2026', 'Charged', 'Burglary of a dwelling', 'High', '', 'C1', ''),
    row('1 Feb 2026', 'Conviction', 'Theft', 'minor', 'Shop theft', 'C3', ''),
    row('3 Feb 2026', 'Breach of licence', 'Missed appointment', '', '', '', ''),
    row('4 Feb 2026', 'Recall', 'Recalled to custody', '', '', '', ''),
    row('5 Feb 2026', 'Positive', 'Began a job', '', '', '', ''),
    row('6 Feb 2026', 'Released without charge', 'Interviewed', '', '', '', ''),
  ]);
  const { events } = getOutcomes(session, { caseId });
  expect(events.map(({ kind, severity, offenceGroup, positiveKind }) => [kind, severity, offenceGroup, positiveKind])).toEqual([
    ['positive', null, null, 'job'],
    ['recall', null, null, null],
    ['breach', null, null, null],
    ['conviction', 'less-serious', 'shop-theft', null],
    ['charge', 'serious', 'burglary', null],
    ['arrest', 'serious', 'burglary', null],
    ['arrest', 'serious', 'burglary', null],
  ]);
  expect(events.at(-2)).toMatchObject({ source: 'Imported from events.csv', happenedOn: '2026-01-12' });
  expect(getCase(session, { id: caseId }).events.map(({ title }) => title)).toEqual(['Interviewed']);
  await imported(session, 'events', [
    heads,
    row('13 Jan 2026', 'Arrest', 'Aggravated burglary', 'Serious', '', 'C1', 'Now said otherwise'),
  ]);
  const after = getOutcomes(session, { caseId }).events;
  expect(after).toHaveLength(events.length);
  expect(after.find(({ note }) => note === 'Now said otherwise')).toMatchObject({ kind: 'arrest', what: 'Burglary of a dwelling' });
});

test('An import of outcomes is taken back like any other.', async () => {
  const session = openScheme();
  const caseId = addCase(session, { pnc: '12/0000123A' });
  await imported(session, 'events', ['PNC,Date,Type,Offence', '12/0000123A,12 Jan 2026,Arrest,Burglary']);
  expect(getOutcomes(session, { caseId }).events).toHaveLength(1);
  await undoImport(session, { id: listImports(session.read)[0]?.id ?? '' });
  expect(getOutcomes(session, { caseId }).events).toEqual([]);
});

test('People come with their team, a later list moves them, and one that calls the agency “Team” still finds it.', async () => {
  const session = openScheme();
  const team = (name: string) => listPeople(session.read).find((one) => one.name === name)?.team;
  await imported(session, 'people', ['Name,Team,Organisation,E-mail', 'P. Bramblecote,North team,Police,', 'T. Quillby,,Police,']);
  expect([team('P. Bramblecote'), team('T. Quillby')]).toEqual(['North team', '']);
  await imported(session, 'people', ['Name,Agency,Unit,Phone', 'P. Bramblecote,Police,South team,']);
  expect(team('P. Bramblecote')).toBe('South team');
  // An empty cell takes nothing away.
  await imported(session, 'people', ['Name,Agency,Team,Phone', 'P. Bramblecote,Police,,01632 960001']);
  expect(team('P. Bramblecote')).toBe('South team');
  await imported(session, 'people', ['Name,Team,E-mail', 'O. Marlowick,Housing Options,o@example.invalid']);
  expect(listPeople(session.read).find(({ name }) => name === 'O. Marlowick')).toMatchObject({ agencyId: 'agency-housing', team: '' });
});

test('Agencies, people and services come in turn, each found again by its name.', async () => {
  const session = openScheme();
  await imported(session, 'agencies', ['Agency,Code,Type', 'Larkwell Trust,LWT,Housing Options', 'Sycamore Yard,,']);
  await imported(session, 'people', ['Name,Organisation,Job title,E-mail', 'P. Bramblecote,Larkwell Trust,Manager,p@example.invalid']);
  await imported(session, 'services', ['Service,Provider,Pathway', 'Stepping Out,Sycamore Yard,Drugs']);
  const agencies = listAgencies(session.read);
  expect(agencies.find(({ name }) => name === 'Larkwell Trust')).toMatchObject({
    code: 'LWT',
    kind: 'housing',
    family: 'home',
    attends: true,
  });
  expect(agencies.find(({ name }) => name === 'Sycamore Yard')).toMatchObject({ code: 'SY' });
  expect(listPeople(session.read).find(({ name }) => name === 'P. Bramblecote')).toMatchObject({ post: 'Manager', role: 'partner' });
  expect(session.read.select().from(services).all()).toMatchObject([{ name: 'Stepping Out', pathway: 'drugs' }]);
});

test('Past colours with a column for each month become the history of a case, are told in words, and go again when they are taken back.', async () => {
  const session = openScheme();
  const caseId = addCase(session, { pnc: '12/0000123A', surname: 'Carterwick', forenames: 'Dean' });
  const history = () => getCase(session, { id: caseId }).colourChanges.map(({ colour, decidedOn, reason }) => [colour, decidedOn, reason]);
  const before = history();
  const lines = ['Nominal,PNC,Nov-25,Dec-25,Jan-26,3/2/2026', '"CARTERWICK, Dean",12/123A,R,R (up),A,G'];
  const desk = createImportDesk();
  const source = await desk.open(new TextEncoder().encode(lines.join('\r\n')), 'rag.csv', session);
  if ('problem' in source) throw new Error(source.problem);
  await desk.plan(session, { token: source.token, columns: source.columns.map(({ guess }) => guess) });
  expect(await desk.rowWhole(session, { token: source.token, at: 1 })).toEqual([
    { field: 'Case', from: '', to: 'CARTERWICK, Dean' },
    { field: 'Colour', from: '', to: 'Amber' },
    { field: 'Since', from: '', to: '1 Jan 2026' },
  ]);
  expect(await desk.confirm(session, source)).toMatchObject({ added: 3 });
  expect(history()).toEqual(
    expect.arrayContaining([
      ['R', '2025-11-01', 'Imported from rag.csv'],
      ['A', '2026-01-01', 'Imported from rag.csv'],
      ['G', '2026-02-03', 'Imported from rag.csv'],
    ]),
  );
  const [done] = listImports(session.read);
  await undoImport(session, { id: done?.id ?? '' });
  expect(history()).toEqual(before);
  await imported(session, 'colours', lines);
});
