import { afterEach, expect } from 'vitest';
import { fingerprintTables, rebuild } from '../../db/log/rebuild';
import { verifyLog } from '../../db/log/verify';
import { openTestScheme, type TestSession } from './session';

/** Every hash, signature and chain holds, and the tables made again from the log are the tables that were there. */
export function expectWholeLog(session: TestSession): void {
  expect(verifyLog(session.connection).problems).toEqual([]);
  const before = fingerprintTables(session.connection);
  rebuild(session.connection);
  expect(fingerprintTables(session.connection)).toBe(before);
}

/** Opens test schemes whose logs are held to that after each test of the file. */
export function schemesWithWholeLogs(): () => TestSession {
  const opened: TestSession[] = [];
  afterEach(() => {
    for (const session of opened.splice(0)) {
      expectWholeLog(session);
      session.connection.close();
    }
  });
  return () => {
    const session = openTestScheme();
    opened.push(session);
    return session;
  };
}
