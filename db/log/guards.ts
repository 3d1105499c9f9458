import type Database from 'better-sqlite3';
import { writing } from '../connection';
import { shapes } from './synced-tables';

/**
 * Triggers that refuse every write to a synced table or to the log but the recorder's. They ask a function that only
 * this program's connection has, so another tool's write fails as well, for want of it.
 */
export function installGuards(raw: Database.Database): void {
  const present = new Set(raw.prepare<[], string>(`select name from sqlite_master where type = 'table'`).pluck().all());
  const guard = (table: string, event: 'insert' | 'update' | 'delete', permitted: readonly number[]) => {
    // A file that is brought to an older version, for a test of what comes after it, has not all the tables yet.
    if (!present.has(table)) return;
    const name = `guard_${table}_${event}`;
    raw.exec(
      `create trigger if not exists "${name}" before ${event} on "${table}" ` +
        `when roundtable_writing() not in (${permitted.join(', ')}) ` +
        `begin select raise(abort, 'Only the recorder writes ${table}'); end`,
    );
  };
  for (const { relation } of shapes) {
    guard(relation, 'insert', [writing.commit, writing.rebuild]);
    guard(relation, 'update', [writing.commit, writing.rebuild]);
    guard(relation, 'delete', [writing.rebuild]);
  }
  guard('commits', 'insert', [writing.commit, writing.merge]);
  guard('commits', 'update', [-1]);
  // A merge moves a commit aside where it turns out that its author may not have written it.
  guard('commits', 'delete', [writing.merge]);
  guard('puts', 'insert', [writing.commit, writing.rebuild]);
  guard('puts', 'update', [-1]);
  guard('puts', 'delete', [writing.rebuild]);
}
