import { homedir, hostname } from 'node:os';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { actions, agencies, caseEvents, meetings, people } from '../../../db/schema';
import { createBackupDesk } from '../../../electron/services/backups/backups';
import { diagnosis, health, noteLogCheck } from '../../../electron/services/health';
import { keepTyping } from '../../../electron/services/kept-typing';
import { addCase } from '../../support/builders';
import { runHere, type SchemeOnDisk, schemeOnDisk } from '../../support/scheme-on-disk';

const desk = createBackupDesk(runHere);
const computer = { appVersion: '1.2.3', isKeychainUnlockOn: false, isKeychainAvailable: false };
let scheme: SchemeOnDisk;
beforeEach(async () => {
  scheme = await schemeOnDisk('Quizzleborough');
});
afterEach(() => scheme.end());

const view = () => health(scheme.access.session(), desk.view(scheme.access.open()), computer);

test('The health page says what was last checked, what is free and what to see to.', async () => {
  noteLogCheck(scheme.access.session(), await desk.verify(scheme.access.open()));
  expect(view()).toMatchObject({ checked: { isWhole: true, commits: 1, problems: 0 }, appVersion: '1.2.3' });
  expect(view().freeBytes).toBeGreaterThan(0);
  expect(
    view()
      .findings.map(({ id }) => id)
      .sort(),
  ).toEqual(['backups', 'disk', 'drill', 'log']);
});

test('A diagnosis holds no text that anyone typed, and no path, name or id.', async () => {
  const { session } = scheme.access.open();
  const caseId = addCase(session, {
    surname: 'Zindlewick',
    forenames: 'Bexwillard',
    crn: 'X991177',
    area: 'Plonkworth',
    doAdvice: 'Snorkleby says',
  });
  session.record('canaries added', (operation) => {
    operation.put(agencies, 'agency-zorble', { kind: 'housing', name: 'Zorblehousing', code: 'ZBH', email: 'zorble@example.invalid' });
    operation.put(people, 'person-zorble', { agencyId: 'agency-zorble', name: 'W. Wobbleton', phone: '0555 017234', role: 'partner' });
    operation.put(actions, 'action-zorble', { caseId, text: 'Jumblecroft at ten', dueOn: '2026-03-09' });
    operation.put(caseEvents, 'event-zorble', { caseId, kind: 'note', title: 'Fizzwidget', happenedOn: '2026-03-01' });
    operation.put(meetings, 'meeting-zorble', { number: 7, title: 'Grimblehaven weekly', heldOn: '2026-03-03', state: 'planned' });
  });
  keepTyping(session, { 'case alias': 'Dribblestane' });
  expect(await desk.backUp(scheme.access.open())).toMatchObject({ ok: true });
  await desk.drill(scheme.access.open());
  const report = diagnosis(session, view(), desk.view(scheme.access.open()));
  expect(report).toContain('"cases": 1');
  const typed = session.connection.raw
    .prepare<[], { value: string }>("select distinct value from puts where value like '\"%'")
    .all()
    .map(({ value }) => JSON.parse(value) as string)
    // Words of the program itself, such as a role or a kind of agency, are not what anyone typed.
    .filter((text) => text.length > 3 && !/^[a-z-]{2,30}$/.test(text) && !/^[\d:.TZ-]+$/.test(text));
  expect(typed.length).toBeGreaterThan(20);
  const ids = session.read
    .all<{ row: string }>(sql`select distinct row from puts`)
    .map(({ row }) => row)
    .filter((row) => row.length > 10);
  const secrets = [
    ...typed,
    ...ids,
    'Dribblestane',
    scheme.path,
    scheme.folder,
    'Quizzleborough',
    session.device.id,
    hostname(),
    homedir(),
  ];
  expect(secrets.filter((text) => report.toLowerCase().includes(text.toLowerCase()))).toEqual([]);
});
