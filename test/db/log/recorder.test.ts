import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { decodeCommit } from '../../../db/log/commit';
import { fingerprintTables, rebuild } from '../../../db/log/rebuild';
import { commitsOf } from '../../../db/log/recorder';
import { verifyLog } from '../../../db/log/verify';
import { actions, agencies, cases, commits, meetings } from '../../../db/schema';
import { openTestScheme, type TestSession } from '../../support/session';

let session: TestSession;
beforeEach(() => {
  session = openTestScheme();
});

const addCase = (surname: string) =>
  session.record('case added', (operation) => {
    const id = operation.newId();
    operation.put(cases, id, { surname });
    return id;
  });
const lastCommit = () => decodeCommit(session.read.select({ body: commits.body }).from(commits).all().at(-1)?.body ?? '');

describe('the recorder', () => {
  test('writes the rows and the commit that tells of them together', () => {
    const id = addCase('CARTERWICK');
    expect(session.read.select().from(cases).all()).toMatchObject([{ id, surname: 'CARTERWICK', isAtLarge: false }]);
    expect(lastCommit()).toMatchObject({
      space: `case:${id}`,
      number: 1,
      previous: '',
      person: 'person-coordinator',
      intent: 'case added',
      puts: [{ relation: 'cases', row: id, field: 'surname', value: 'CARTERWICK', base: '' }],
    });
  });

  test('records with each new value the stamp of the one it replaces', () => {
    const id = addCase('CARTERWICK');
    const first = lastCommit().stamp;
    session.record('name corrected', (operation) => operation.put(cases, id, { surname: 'CARTERWYCK', isAtLarge: true }));
    expect(lastCommit().puts).toEqual([
      { relation: 'cases', row: id, field: 'surname', value: 'CARTERWYCK', base: first },
      { relation: 'cases', row: id, field: 'is_at_large', value: 1, base: '' },
    ]);
  });

  test('records nothing where nothing changes', () => {
    const id = addCase('CARTERWICK');
    const before = session.read.select().from(commits).all().length;
    session.record('nothing changed', (operation) => operation.put(cases, id, { surname: 'CARTERWICK', forenames: '' }));
    expect(session.read.select().from(commits).all()).toHaveLength(before);
  });

  test('parts one operation into a commit for each space, chained within it', () => {
    const [first, second] = [addCase('CARTERWICK'), addCase('OAKENFELL')];
    session.record('actions added', (operation) => {
      for (const caseId of [first, second, null]) operation.put(actions, operation.newId(), { caseId, text: 'Visit in pairs' });
    });
    const { operation } = lastCommit();
    const parts = commitsOf(session.read, operation);
    expect(parts.map(({ space }) => space)).toEqual([`case:${first}`, `case:${second}`, 'scheme']);
    expect(parts.map(({ number }) => number)).toEqual([2, 2, 2]);
    expect(new Set(parts.map(({ stamp }) => stamp)).size).toBe(3);
  });

  test('leaves nothing behind where the work fails half-way', () => {
    const before = fingerprintTables(session.connection);
    const fail = () =>
      session.record('case added', (operation) => {
        operation.put(cases, operation.newId(), { surname: 'GRIMSTOKE' });
        throw new Error('The lights went out.');
      });
    expect(fail).toThrow('The lights went out.');
    expect(fingerprintTables(session.connection)).toBe(before);
    addCase('OAKENFELL');
    expect(verifyLog(session.connection).problems).toEqual([]);
  });

  test('refuses a row that points nowhere, at the end of the operation', () => {
    expect(() =>
      session.record('case added', (operation) =>
        operation.put(cases, operation.newId(), { surname: 'GRIMSTOKE', leadAgencyId: 'nobody' }),
      ),
    ).toThrow('FOREIGN KEY');
    expect(session.read.select().from(cases).all()).toEqual([]);
  });

  test('never moves a row to another case, for its case decides who may read it', () => {
    const [first, second] = [addCase('CARTERWICK'), addCase('OAKENFELL')];
    const id = session.record('action added', (operation) => {
      const action = operation.newId();
      operation.put(actions, action, { caseId: first, text: 'Visit in pairs' });
      return action;
    });
    expect(() => session.record('action moved', (operation) => operation.put(actions, id, { caseId: second }))).toThrow('another case');
  });

  test('refuses an operation within an operation', () => {
    expect(() => session.record('outer', () => addCase('CARTERWICK'))).toThrow('inside another');
  });

  test('keeps its order though the clock is put back', () => {
    addCase('CARTERWICK');
    session.advance(-10 * 365 * 86_400_000);
    addCase('OAKENFELL');
    const stamps = session.read.select({ stamp: commits.stamp }).from(commits).orderBy(commits.sequence).all();
    expect(stamps.map(({ stamp }) => stamp)).toEqual(stamps.map(({ stamp }) => stamp).toSorted());
  });
});

describe('the database', () => {
  test.each([
    "insert into cases (id, surname) values ('x', 'GRIMSTOKE')",
    "update agencies set name = 'Nobody'",
    'delete from people',
    "insert into commits (hash, space, device, number, previous, stamp, person, operation, intent, body, signature) values ('', '', '', 1, '', '', '', '', '', '', '')",
    "update commits set intent = 'nothing'",
    'delete from commits',
    "update puts set value = 'null'",
    'delete from puts',
  ])('refuses to be written behind the recorder’s back: %s', (statement) => {
    const before = fingerprintTables(session.connection);
    expect(() => session.connection.raw.exec(statement)).toThrow('Only the recorder');
    expect(fingerprintTables(session.connection)).toBe(before);
  });

  test('does not let an operation rewrite or shorten the log', () => {
    expect(() => session.record('log shortened', () => session.connection.raw.exec('delete from commits'))).toThrow('Only the recorder');
    expect(() => session.record('row deleted', () => session.connection.raw.exec('delete from agencies'))).toThrow('Only the recorder');
  });
});

describe('a rebuild from the log', () => {
  test('makes the same tables, byte for byte, after any operations', () => {
    const word = fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.toWellFormed());
    const step = fc.record({
      row: fc.nat(5),
      surname: word,
      isAtLarge: fc.boolean(),
      ogrsScore: fc.option(fc.nat(100)),
      wait: fc.integer({ min: -5000, max: 5000 }),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const scheme = openTestScheme();
        for (const { row, surname, isAtLarge, ogrsScore, wait } of steps) {
          scheme.advance(wait);
          scheme.record('case edited', (operation) => {
            const id = `case-${row}`;
            operation.put(cases, id, { surname: `X${surname}`, isAtLarge, ogrsScore });
            operation.put(agencies, 'agency-housing', { name: surname });
            if (row === 0) operation.put(meetings, operation.newId(), { title: `Conference ${surname}` });
          });
        }
        const before = fingerprintTables(scheme.connection);
        rebuild(scheme.connection);
        expect(fingerprintTables(scheme.connection)).toBe(before);
        expect(verifyLog(scheme.connection).problems).toEqual([]);
        scheme.connection.close();
      }),
      { numRuns: 40 },
    );
  });

  test('does not depend on the order in which commits arrived', () => {
    const id = addCase('CARTERWICK');
    session.record('name corrected', (operation) => operation.put(cases, id, { surname: 'CARTERWYCK' }));
    const before = session.read.select().from(cases).all();
    const turned = openTestScheme();
    copyLog(session, turned, 'desc');
    rebuild(turned.connection);
    expect(turned.read.select().from(cases).all()).toEqual(before);
  });
});

/** Gives one scheme the other's whole log, as a merge would, in either order of arrival. */
function copyLog(from: TestSession, to: TestSession, order: 'asc' | 'desc'): void {
  const { raw } = to.connection;
  const known = new Set(
    raw
      .prepare<[], { hash: string }>('select hash from commits')
      .all()
      .map(({ hash }) => hash),
  );
  const columns = 'hash, space, device, number, previous, stamp, person, meeting, operation, intent, body, signature';
  const rows = from.connection.raw.prepare<[], Record<string, string>>(`select ${columns} from commits order by sequence ${order}`).all();
  to.record('log received', () => {
    const add = raw.prepare(`insert into commits (${columns}) values (${columns.replace(/\w+/g, (name) => `@${name}`)})`);
    for (const row of rows) if (!known.has(row.hash as string)) add.run(row);
  });
}
