import { expect, test } from 'vitest';
import { tablesAgreeWithLog } from '../../../db/log/compare';
import { fingerprintTables, rebuild, rebuildThen } from '../../../db/log/rebuild';
import { createCase } from '../../../electron/services/cases/cases';
import { openTestScheme } from '../../support/session';

test('Tables that are what the log says agree with it, and are left as they are.', () => {
  const session = openTestScheme();
  createCase(session, { fields: { surname: 'Carterwick' }, colour: 'R' });
  const before = fingerprintTables(session.connection);
  expect(tablesAgreeWithLog(session.connection)).toBe(true);
  expect(fingerprintTables(session.connection)).toBe(before);
});

test('A table changed behind the log does not agree, and is not quietly mended by being looked at.', () => {
  const session = openTestScheme();
  createCase(session, { fields: { surname: 'Carterwick' }, colour: 'R' });
  const { raw } = session.connection;
  raw.exec('drop trigger guard_cases_update');
  raw.exec(`update cases set surname = 'Oakenfell'`);
  expect(tablesAgreeWithLog(session.connection)).toBe(false);
  expect(raw.prepare('select surname from cases').pluck().get()).toBe('Oakenfell');
});

test('A rebuild takes back everything where what follows it fails, and refuses to be begun inside a transaction.', () => {
  const { connection } = openTestScheme();
  const before = fingerprintTables(connection);
  expect(() =>
    rebuildThen(connection, () => {
      throw new Error('not this time');
    }),
  ).toThrow('not this time');
  expect(fingerprintTables(connection)).toBe(before);
  expect(() => connection.raw.transaction(() => rebuild(connection))()).toThrow('inside another transaction');
});
