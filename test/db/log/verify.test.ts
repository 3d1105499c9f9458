import { expect, test } from 'vitest';
import { fingerprintTables, rebuild } from '../../../db/log/rebuild';
import { verifyLog } from '../../../db/log/verify';
import { cases } from '../../../db/schema';
import { inForm } from '../../support/earlier-form';
import { openTestScheme, type TestSession } from '../../support/session';

/** Someone with the key and a database tool, who takes the guards away first. */
function tamper(session: TestSession, statement: string): readonly string[] {
  const { raw } = session.connection;
  for (const { name } of raw
    .prepare<[], { name: string }>("select name from sqlite_master where type = 'trigger' and name like 'guard_commits%'")
    .all()) {
    raw.exec(`drop trigger ${name}`);
  }
  raw.exec(statement);
  return verifyLog(session.connection).problems;
}

function schemeWithHistory(): TestSession {
  const session = openTestScheme();
  for (const surname of ['CARTERWICK', 'CARTERWYCK', 'CARTERWICKE'])
    session.record('name corrected', (operation) => operation.put(cases, 'case-1', { surname }));
  return session;
}

test('a log that nobody touched is whole', () => {
  expect(verifyLog(schemeWithHistory().connection)).toEqual({ commits: 4, problems: [] });
});

test.each([
  ['a changed word', "update commits set body = replace(body, 'CARTERWYCK', 'GRIMSTOKE')", 'does not match its hash'],
  ['another name in a column', "update commits set person = 'somebody else' where sequence = 2", 'something else than its signed text'],
  ['an entry cut out of the middle', 'delete from commits where sequence = 3', 'one or more are missing'],
  [
    'a signature of something else',
    'update commits set signature = (select signature from commits where sequence = 2) where sequence = 3',
    'signature of its device',
  ],
  ['an author who is not in the scheme', "update commits set device = 'nobody', body = body where sequence = 4", 'not in the scheme'],
])('a log shows %s', (_, statement, problem) => {
  expect(tamper(schemeWithHistory(), statement).join('\n')).toContain(problem);
});

test('problems are told without a name of anyone in the scheme', () => {
  const problems = tamper(schemeWithHistory(), "update commits set body = replace(body, 'CARTERWYCK', 'GRIMSTOKE')");
  expect(problems.join('\n')).not.toMatch(/CARTER|GRIMSTOKE|Larkspur/);
});

test('a log that began in the first form goes on in the second and the third, whole, and rebuilds to the same tables', () => {
  const session = openTestScheme();
  const { raw } = session.connection;
  for (const [surname, form] of [
    ['CARTERWICK', 1],
    ['CARTERWYCK', 1],
    ['CARTERWICKE', 2],
    ['CARTERWYCKE', 3],
  ] as const) {
    session.record('name corrected', (operation) => operation.put(cases, 'case-1', { surname }));
    if (form !== 3) inForm(form, raw, session.device);
  }
  const forms = raw.prepare<[], string>("select substr(body, 2, 1) from commits where space = 'case:case-1' order by sequence").pluck();
  expect(forms.all()).toEqual(['1', '1', '2', '3']);
  expect(verifyLog(session.connection)).toEqual({ commits: 5, problems: [] });
  const before = fingerprintTables(session.connection);
  rebuild(session.connection);
  expect(fingerprintTables(session.connection)).toBe(before);
});
