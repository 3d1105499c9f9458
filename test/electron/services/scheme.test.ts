import { expect, test } from 'vitest';
import { writing } from '../../../db/connection';
import { actions, aliases, cases } from '../../../db/schema';
import { checkLog } from '../../../electron/services/backups/file-work';
import { audit, logHealth } from '../../../electron/services/log';
import { saveAgency, savePerson, withdrawPerson } from '../../../electron/services/members';
import { editScheme, getScheme, setColourMeaning } from '../../../electron/services/scheme';
import { Refusal } from '../../../shared/language/refusal';
import { addCase, as } from '../../support/builders';
import { inForm } from '../../support/earlier-form';
import { openTestScheme, type TestSession } from '../../support/session';
import { schemesWithWholeLogs } from '../../support/whole-log';

const openScheme = schemesWithWholeLogs();

const agencyInput = {
  id: null,
  kind: 'drugs',
  name: 'Riverbend',
  code: 'rvb',
  pathways: ['drugs' as const],
  isCore: false,
  attends: false,
  linkPersonId: null,
  email: '',
};
const personInput = {
  id: null,
  agencyId: 'agency-housing',
  name: 'A. Thistlemoor',
  post: 'Officer',
  email: '',
  phone: '',
  role: 'partner' as const,
};

test('The scheme shows its wording, its agencies with core ones first, and counts of cases and actions.', () => {
  const session = openScheme();
  addCase(session);
  addCase(session, { state: 'left' });
  session.record('action set', (operation) => {
    operation.put(actions, 'late', { dueOn: '2026-03-02' });
    operation.put(actions, 'today', { dueOn: '2026-03-03' });
    operation.put(actions, 'settled', { dueOn: '2026-01-01', outcome: 'done' });
  });
  const scheme = getScheme(session);
  expect(scheme.counts).toEqual({ cases: 1, openActions: 2, overdueActions: 1 });
  expect(scheme.agencies.slice(0, 2).map(({ kind }) => kind)).toEqual(['police', 'probation']);
  expect(scheme.agencies).toHaveLength(18);
  expect(scheme.colourMeanings.B).toBe('In custody and planning for release');
  expect(scheme).toMatchObject({ brand: 'Crossways', today: '2026-03-03', me: { name: 'M. Larkspur' }, isDemonstration: false });
});

test('An edit of the scheme changes what it names and nothing else, and a colour takes the scheme’s own meaning.', () => {
  const session = openScheme();
  editScheme(session, { minutesPerCase: 8, meetingStartsAt: '09:30' });
  setColourMeaning(session, { colour: 'A', meaning: 'Steady, with support' });
  expect(getScheme(session)).toMatchObject({ brand: 'Crossways', minutesPerCase: 8, meetingStartsAt: '09:30' });
  expect(getScheme(session).colourMeanings).toMatchObject({ A: 'Steady, with support', B: 'In custody and planning for release' });
});

test('An agency is added with the family of its kind, and its code is its alone.', () => {
  const session = openScheme();
  const id = saveAgency(session, agencyInput);
  const added = getScheme(session).agencies.find((agency) => agency.id === id);
  expect(added).toMatchObject({ code: 'RVB', family: 'health', pathways: ['drugs'], attends: false });
  expect(() => saveAgency(session, { ...agencyInput, code: 'Drg' })).toThrow('Another agency has this code already');
  saveAgency(session, { ...agencyInput, id, name: 'Riverbend Service' });
  expect(getScheme(session).agencies.find((agency) => agency.id === id)?.name).toBe('Riverbend Service');
});

test('A person’s team is kept with them, and an edit that says nothing of it leaves it.', () => {
  const session = openScheme();
  const id = savePerson(session, { ...personInput, team: 'Supported housing' });
  savePerson(session, { ...personInput, id, post: 'Manager' });
  const person = () => getScheme(session).people.find((one) => one.id === id);
  expect(person()).toMatchObject({ post: 'Manager', team: 'Supported housing' });
  savePerson(session, { ...personInput, id, team: '' });
  expect(person()).toMatchObject({ team: '' });
});

test('A person who owns open actions cannot be withdrawn until these are reassigned.', () => {
  const session = openScheme();
  const id = savePerson(session, personInput);
  session.record('action set', (operation) => operation.put(actions, 'one', { personId: id, agencyId: 'agency-housing' }));
  expect(() => withdrawPerson(session, { id, reason: 'Moved on' })).toThrow(
    'This person still owns 1 open action. Nothing was changed. Reassign it to someone else first.',
  );
  session.record('action reassigned', (operation) => operation.put(actions, 'one', { personId: null }));
  withdrawPerson(session, { id, reason: 'Moved on' });
  expect(getScheme(session).people.find((person) => person.id === id)).toMatchObject({ name: 'A. Thistlemoor', isWithdrawn: true });
});

test('Nobody withdraws themselves, a link worker or the last coordinator.', () => {
  const session = openScheme();
  expect(() => withdrawPerson(session, { id: 'person-coordinator', reason: 'x' })).toThrow('You cannot take yourself out');
  saveAgency(session, { ...agencyInput, linkPersonId: 'person-drugs' });
  expect(() => withdrawPerson(session, { id: 'person-drugs', reason: 'x' })).toThrow('Riverbend');
  expect(() => savePerson(session, { ...personInput, id: 'person-coordinator' })).toThrow('without a coordinator');
});

test('Only a coordinator changes the scheme, and a partner does not read the audit trail.', () => {
  const session = openScheme();
  for (const role of ['manager', 'partner'] as const) {
    expect(() => editScheme(as(session, role), { brand: 'x' })).toThrow(Refusal);
    expect(() => saveAgency(as(session, role), agencyInput)).toThrow(Refusal);
    expect(() => withdrawPerson(as(session, role), { id: 'person-drugs', reason: 'x' })).toThrow(Refusal);
  }
  expect(() => audit(as(session, 'partner'), { before: null, limit: 5, caseId: null })).toThrow(Refusal);
  expect(audit(as(session, 'manager'), { before: null, limit: 5, caseId: null })).toHaveLength(1);
});

test('The audit trail is newest first, in pages, and can be that of one case.', () => {
  const session = openScheme();
  const id = addCase(session, { surname: 'Oakenfell' });
  session.advance(60_000);
  addCase(session);
  const [newest, next] = audit(session, { before: null, limit: 2, caseId: null });
  expect(newest).toMatchObject({
    personName: 'M. Larkspur',
    deviceName: 'HARROW-LT-0217',
    intent: 'case added',
    caseName: 'CARTERWICK, Dean',
    at: '2026-03-03T10:01:00.000Z',
  });
  expect(next).toMatchObject({ caseName: 'OAKENFELL, Dean', fieldCount: 2 });
  expect(audit(session, { before: next?.sequence ?? 0, limit: 5, caseId: null }).map(({ intent }) => intent)).toEqual(['scheme started']);
  expect(audit(session, { before: null, limit: 5, caseId: id }).map(({ caseName }) => caseName)).toEqual(['OAKENFELL, Dean']);
});

test('The audit trail counts the fields of an entry whatever form it is written in.', () => {
  const session = openScheme();
  const counts: number[] = [];
  for (const form of [1, 2, 3] as const) {
    const id = addCase(session, { surname: 'Oakenfell', forenames: 'Ida' });
    if (form !== 3) inForm(form, session.connection.raw, session.device);
    counts.push(audit(session, { before: null, limit: 1, caseId: id })[0]?.fieldCount ?? 0);
  }
  session.record('case tidied', (operation) => {
    const caseId = operation.newId();
    operation.put(cases, caseId, { surname: 'Carterwick', forenames: 'Jo', pnc: '08/1234567K' });
    operation.put(aliases, operation.newId(), { caseId, name: 'Deano' });
  });
  expect([...counts, audit(session, { before: null, limit: 1, caseId: null })[0]?.fieldCount]).toEqual([2, 2, 2, 5]);
});

test('A whole log is said to be whole, and checking it changes nothing.', () => {
  const session = openScheme();
  addCase(session);
  expect(checkLog(session.connection)).toEqual({ isWhole: true, commits: 2, problems: [] });
  expect(logHealth(session)).toMatchObject({ path: ':memory:', commits: 2, lastCommitAt: '2026-03-03T10:00:00.000Z' });
});

/** Writes as no service can: past the guard, as someone with the key and their own tool would. */
function tamper(session: TestSession, statement: string) {
  const raw: TestSession['connection']['raw'] & { roundtableWriting?: number } = session.connection.raw;
  raw.roundtableWriting = writing.commit;
  raw.exec(statement);
  raw.roundtableWriting = writing.nothing;
}

test('A table that was written behind the log is noticed, and the check does not quietly mend it.', () => {
  const session = openTestScheme();
  addCase(session);
  tamper(session, "update cases set surname = 'SOMEONE ELSE'");
  const report = checkLog(session.connection);
  expect(report.isWhole).toBe(false);
  expect(report.problems).toEqual([expect.stringContaining('The tables are not what the log says')]);
  expect(session.connection.raw.prepare('select surname from cases').get()).toEqual({ surname: 'SOMEONE ELSE' });
  session.connection.close();
});

test('An entry of the log that was altered is named by its number.', () => {
  const session = openTestScheme();
  addCase(session);
  session.connection.raw.exec('drop trigger guard_commits_update');
  session.connection.raw.exec("update commits set body = replace(body, 'Carterwick', 'Otherwick') where sequence = 2");
  const { isWhole, problems } = checkLog(session.connection);
  expect(isWhole).toBe(false);
  expect(problems[0]).toContain('Entry 2 of the log');
  session.connection.close();
});
