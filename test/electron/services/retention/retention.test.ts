import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fingerprintTables, rebuild } from '../../../../db/log/rebuild';
import { verifyLog } from '../../../../db/log/verify';
import { listAudit } from '../../../../db/queries/audit';
import { erasedPlaces, listHeld, listRetentionRules } from '../../../../db/queries/retention';
import {
  agendaItems,
  caseErasures,
  caseRules,
  cases,
  cohortDecisions,
  documentFiles,
  documents,
  drafts,
  meetings,
  selectionReferrals,
} from '../../../../db/schema';
import { carryOutErasures, finishErasures } from '../../../../electron/services/retention/finish-erasures';
import { eraseCases, getRetention, keepCases, previewErasure, setRetentionRule } from '../../../../electron/services/retention/retention';
import type { LeavingGround } from '../../../../shared/language/selection';
import { addCase, as } from '../../../support/builders';
import { plansOf, scans } from '../../../support/query-plans';
import { openTestScheme, type TestSession } from '../../../support/session';

const noBackups = () => [];
const held = (session: TestSession) => getRetention(session, noBackups).rows;

function left(session: TestSession, surname: string, leftOn: string, grounds: readonly LeavingGround[] = []): string {
  const id = addCase(session, { surname, state: 'left', leftOn, leftReason: 'Agreed by the panel.', pnc: `26/${surname}` });
  session.record('left', (operation) =>
    operation.put(cohortDecisions, operation.newId(), { caseId: id, kind: 'left', decidedOn: leftOn, grounds: JSON.stringify(grounds) }),
  );
  return id;
}

test('What is held is due by the rule of the way in which each place ended, the most overdue first.', () => {
  const session = openTestScheme();
  left(session, 'OAKENFELL', '2019-01-10');
  left(session, 'CARTERWICK', '2025-02-01', ['died', 'needs-met']);
  left(session, 'THISTLEMOOR', '2024-06-01', ['moved-away']);
  const proposed = addCase(session, { surname: 'BRACKENHOLM', state: 'proposed' });
  session.record('referred', (operation) =>
    operation.put(selectionReferrals, operation.newId(), { caseId: proposed, referredOn: '2025-01-05', closedOn: '2025-03-01' }),
  );
  addCase(session, { surname: 'NOBODYKNOWS', state: 'proposed' });
  addCase(session, { surname: 'WORKEDWITH', state: 'adopted' });
  expect(held(session).map(({ caseName, kind, due }) => [caseName.split(',')[0], kind, due])).toEqual([
    ['OAKENFELL', 'left', '2025-01-10'],
    ['CARTERWICK', 'died', '2026-02-01'],
    ['BRACKENHOLM', 'never-adopted', '2026-03-01'],
    ['THISTLEMOOR', 'transferred', '2026-06-01'],
    ['NOBODYKNOWS', 'never-adopted', null],
  ]);
  setRetentionRule(session, { kind: 'died', months: 60, reason: 'Agreed with the coroner.', source: 'Board, 3 March' });
  expect(getRetention(session, noBackups).rules.find(({ kind }) => kind === 'died')).toMatchObject({
    months: 60,
    reason: 'Agreed with the coroner.',
    changedOn: '2026-03-03',
    changedBy: 'M. Larkspur',
  });
  expect(held(session).find(({ kind }) => kind === 'died')?.due).toBe('2030-02-01');
  expect(() => setRetentionRule(as(session, 'manager'), { kind: 'died', months: 1, reason: 'x', source: '' })).toThrow(/you cannot/);
});

test('Several are kept at once for a reason until a day, and come up again on it.', () => {
  const session = openTestScheme();
  const ids = [left(session, 'OAKENFELL', '2019-01-10'), left(session, 'CARTERWICK', '2018-01-10')];
  keepCases(session, { caseIds: ids, keepUntil: '2027-01-01', reason: 'A claim is open.' });
  expect(held(session).map(({ due, kept }) => [due, kept])).toEqual(
    ids.map(() => ['2027-01-01', { until: '2027-01-01', reason: 'A claim is open.' }]),
  );
  expect(() => keepCases(session, { caseIds: ids, keepUntil: '2026-03-03', reason: 'No' })).toThrow(/Choose a later day/);
  expect(() => keepCases(session, { caseIds: [addCase(session)], keepUntil: '2027-01-01', reason: 'No' })).toThrow(/is on the scheme/);
});

test('Erasing needs the surname a second time, someone who has left, no open agenda, and a coordinator.', () => {
  const session = openTestScheme();
  const caseId = left(session, 'CARTERWICK', '2018-01-10');
  const erase = (surname: string, on: TestSession = session) =>
    eraseCases(on, { people: [{ caseId, surname }], reason: 'Nothing speaks for keeping it.' });
  expect(() => erase('OAKENFELL')).toThrow(/not that of CARTERWICK/);
  expect(() => erase('CARTERWICK', as(session, 'manager'))).toThrow(/you cannot erase/);
  expect(() => erase('CARTERWICK', as(session, 'partner'))).toThrow(/you cannot erase/);
  const item = session.record('planned', (operation) => {
    operation.put(meetings, 'meeting-1', { title: 'Weekly conference', state: 'planned' });
    const id = operation.newId();
    operation.put(agendaItems, id, { caseId, meetingId: 'meeting-1', position: 4 });
    return id;
  });
  expect(() => erase('CARTERWICK')).toThrow(/stands on the agenda of Weekly conference/);
  session.record('taken off', (operation) => operation.put(agendaItems, item, { withdrawnOn: '2026-03-03' }));
  const adopted = addCase(session, { surname: 'OAKENFELL', state: 'adopted' });
  expect(() => eraseCases(session, { people: [{ caseId: adopted, surname: 'OAKENFELL' }], reason: 'x' })).toThrow(/is on the scheme/);
  expect(session.read.select().from(caseErasures).all()).toEqual([]);
  expect(erase(' carterwick ').entries).toBe(4);
});

test('An erased case is nowhere any more, the audit trail and the log hold, and a tombstone says when, by whom and why.', () => {
  const session = openTestScheme();
  const { raw, local } = session.connection;
  const caseId = left(session, 'CARTERWICK', '2018-01-10');
  const other = left(session, 'OAKENFELL', '2018-01-11');
  session.record('conference', (operation) => {
    operation.put(meetings, 'meeting-1', { title: 'Weekly conference', state: 'closed' });
    operation.put(agendaItems, 'item-1', { caseId, meetingId: 'meeting-1', position: 4, discussion: 'CARTERWICK sleeps at the mill' });
    operation.put(caseRules, operation.newId(), { caseId: other, meetingId: 'meeting-1', otherCaseId: caseId });
    operation.put(documents, 'about', { title: 'Case summary', aboutCaseId: caseId, number: 'CW-2026-001' });
    operation.put(documents, 'minutes', { title: 'Minutes', meetingId: 'meeting-1', number: 'CW-2026-002' });
    operation.put(documents, 'pack', { title: 'Tasking pack', meetingId: 'meeting-1', number: 'CW-2026-003' });
  });
  const requestOf = { about: '{}', minutes: '{"cases":["CARTERWICK, Dean"]}', pack: '{"cases":["OAKENFELL, Dean"]}' };
  for (const [documentId, request] of Object.entries(requestOf))
    local
      .insert(documentFiles)
      .values({ documentId, bytes: Buffer.from(`%PDF ${request}`), request })
      .run();
  local.insert(drafts).values({ key: 'item-1/discussion', text: 'half a senten', savedAt: session.now() }).run();
  local.insert(drafts).values({ key: 'typing/note', text: 'Ask CARTERWICK about Friday', savedAt: session.now() }).run();
  local.insert(drafts).values({ key: 'typing/other', text: 'Ask about Friday', savedAt: session.now() }).run();
  const planned = JSON.stringify([
    { values: { surname: 'CARTERWICK', forenames: 'Dean', pnc: '26/CARTERWICK' } },
    { fields: { surname: 'Carterwick', forenames: 'DEAN', dateOfBirth: '1990-05-05' } },
    { fields: { surname: 'Carterwick', forenames: 'Leanne' } },
    { values: { surname: 'OAKENFELL' } },
  ]);
  raw.prepare("insert into import_run_rows (import_id, number, rows) values ('run', 1, ?)").run(planned);
  const preview = previewErasure(session, { caseIds: [caseId] })[0];
  expect(preview).toMatchObject({
    caseName: 'CARTERWICK, Dean',
    rule: 'Left the scheme: 6 years',
    due: '2024-01-10',
    entries: 3,
    conferences: 1,
    obstacle: null,
  });
  expect(preview?.documents.map(({ number }) => number).sort()).toEqual(['CW-2026-001', 'CW-2026-002', 'CW-2026-003']);
  const told: string[] = [];
  eraseCases(session, { people: [{ caseId, surname: 'CARTERWICK' }], reason: 'Nothing speaks for keeping it.' }, (tables) =>
    told.push(...tables),
  );
  expect(told).toEqual(expect.arrayContaining(['cases', 'agenda_items', 'cohort_decisions']));
  const text = raw.serialize().toString('latin1');
  for (const word of ['CARTERWICK', 'sleeps at the mill', 'half a senten']) expect(text).not.toContain(word);
  expect(text).toContain('Ask about Friday');
  expect(raw.prepare('select rows from import_run_rows').pluck().get()).toBe(
    '[{"fields":{"surname":"Carterwick","forenames":"Leanne"}},{"values":{"surname":"OAKENFELL"}}]',
  );
  const copies = session.read.select().from(documentFiles).all();
  expect(Object.fromEntries(copies.map(({ documentId, bytes }) => [documentId, bytes.length > 0]))).toEqual({
    about: false,
    minutes: false,
    pack: true,
  });
  const erasedOn = session.read.select({ id: documents.id, on: documents.contentErasedOn }).from(documents).orderBy(documents.id).all();
  expect(erasedOn.map(({ on }) => on)).toEqual(['2026-03-03', '2026-03-03', null]);
  expect(getRetention(session, () => ['2026-02-01T10:00:00.000Z', '2026-03-02T10:00:00.000Z', '2026-03-04T10:00:00.000Z'])).toMatchObject({
    rows: [{ caseId: other }],
    erased: [{ caseId, erasedBy: 'M. Larkspur', rule: 'Left the scheme: 6 years', reason: 'Nothing speaks for keeping it.', late: 0 }],
    work: { inFolder: 0, backups: { count: 2, newest: '2026-03-02T10:00:00.000Z', goneFrom: '2027-03-01' } },
  });
  expect(
    listAudit(session.read, { before: null, limit: 50, caseId }).map(({ intent, fieldCount, isErased }) => [intent, fieldCount, isErased]),
  ).toEqual([
    ['conference', 0, true],
    ['left', 0, true],
    ['case added', 0, true],
  ]);
  expect(erasedPlaces(session.read, 'meeting-1')).toEqual([4]);
  expect(verifyLog(session.connection).problems).toEqual([]);
  const before = fingerprintTables(session.connection);
  rebuild(session.connection);
  expect(fingerprintTables(session.connection)).toBe(before);
});

test.each(['CARTERWICK asked for it', 'As Dean Carterwick asked', 'PNC 26/CARTERWICK is a double'])(
  'The reason “%s” is refused: it would keep the name for ever.',
  (reason) => {
    const session = openTestScheme();
    const caseId = left(session, 'CARTERWICK', '2018-01-10');
    const erase = (why: string) => eraseCases(session, { people: [{ caseId, surname: 'CARTERWICK' }], reason: why });
    expect(() => erase(reason)).toThrow(/names somebody on the register.*Nobody was erased/);
    expect(session.read.select().from(caseErasures).all()).toEqual([]);
    expect(() => erase('Asked for by the person, and nothing speaks against it.')).not.toThrow();
    session.connection.close();
  },
);

test.each([
  ['whose forename was never known', { surname: 'Carterwick', forenames: '' }, {}],
  ['whose forename became known later', { surname: 'Carterwick', forenames: '' }, { forenames: 'Dean' }],
  ['with a short name', { surname: 'Ng', forenames: '' }, {}],
])('No stored copy names an erased case %s, and one about a relation stays.', (_, first, later) => {
  const session = openTestScheme();
  const { local } = session.connection;
  const caseId = addCase(session, { ...first, state: 'left', leftOn: '2018-01-10' });
  const keep = (documentId: string, name: string) => {
    session.record('issued', (operation) => operation.put(documents, documentId, { title: 'Agenda', number: `CW-${documentId}` }));
    const request = JSON.stringify({ request: { view: { items: [{ position: 1, name }] } }, caseIds: [] });
    local
      .insert(documentFiles)
      .values({ documentId, bytes: Buffer.from('%PDF'), request })
      .run();
  };
  const shown = first.surname.toUpperCase();
  keep('own', shown);
  keep('relation', `${shown}, Leanne`);
  local.insert(drafts).values({ key: 'typing/note', text: 'Ask CARTERWICK or Carterwick’s sister', savedAt: session.now() }).run();
  if (Object.keys(later).length > 0) session.record('forename known', (operation) => operation.put(cases, caseId, later));
  eraseCases(session, { people: [{ caseId, surname: first.surname }], reason: 'Due.' });
  const left = session.read.select().from(documentFiles).all();
  expect(Object.fromEntries(left.map(({ documentId, bytes }) => [documentId, bytes.length > 0]))).toEqual({ own: false, relation: true });
  expect(session.read.select().from(drafts).all()).toHaveLength(first.surname === 'Ng' ? 1 : 0);
  session.connection.close();
});

test('An erasure that was cut short after it was recorded is carried out when the file is opened next.', () => {
  const session = openTestScheme();
  const caseId = left(session, 'CARTERWICK', '2018-01-10');
  session.record('case erased', (operation) =>
    operation.put(caseErasures, operation.newId(), { erasedCase: caseId, erasedAt: operation.at }),
  );
  expect(session.connection.raw.serialize().toString('latin1')).toContain('CARTERWICK');
  expect(finishErasures(session)).toContain('cases');
  expect(session.connection.raw.serialize().toString('latin1')).not.toContain('CARTERWICK');
});

test('A state of the file from before an erasure forgets the case at once, by the list that is kept beside it.', () => {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-erased-'));
  try {
    const session: TestSession = { ...openTestScheme(), path: join(folder, 'Crossways.roundtable') };
    const caseId = left(session, 'CARTERWICK', '2018-01-10');
    session.record('case erased', (operation) =>
      operation.put(caseErasures, operation.newId(), { erasedCase: caseId, erasedAt: operation.at }),
    );
    const { raw } = session.connection;
    const [erasure] = raw
      .prepare<[], { body: string; signature: string }>('select body, signature from commits order by sequence desc limit 1')
      .all();
    raw.exec('drop trigger guard_commits_delete; drop trigger guard_puts_delete; drop trigger guard_case_erasures_delete');
    raw.exec("delete from commits where stamp in (select stamp from puts where relation = 'case_erasures')");
    raw.exec("delete from puts where relation = 'case_erasures'; delete from case_erasures");
    finishErasures(session);
    expect(session.read.select().from(cases).all()).toHaveLength(1);
    const list = `${session.path}.erased`;
    writeFileSync(
      list,
      JSON.stringify([
        [erasure?.body, 'forged'],
        ['[]', ''],
      ]),
    );
    finishErasures(session);
    expect(session.read.select().from(cases).all()).toHaveLength(1);
    writeFileSync(list, JSON.stringify([[erasure?.body, erasure?.signature]]));
    // Only as a file is opened can it be of an earlier day: an exchange every few seconds does not merge the list again.
    expect(carryOutErasures(session)).toEqual([]);
    expect(session.read.select().from(cases).all()).toHaveLength(1);
    finishErasures(session);
    expect(session.read.select().from(cases).all()).toEqual([]);
    expect(readFileSync(list, 'utf8')).not.toContain('CARTERWICK');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('No list of what is held reads a table that grows for each of its rows.', () => {
  const session = openTestScheme();
  const plans = plansOf(session, (read) => listHeld(read, listRetentionRules(read)));
  expect(scans(plans).filter((step) => !/^SCAN c\b/.test(step))).toEqual([]);
});
