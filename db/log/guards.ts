import type Database from 'better-sqlite3';
import { writing } from '../connection';
import { shapes } from './synced-tables';

/**
 * Triggers that refuse every write to a synced table or to the log but the recorder's. They ask a function that only
 * this program's connection has, so another tool's write fails as well, for want of it.
 */
export function installGuards(raw: Database.Database): void {
  const guard = (table: string, event: 'insert' | 'update' | 'delete', permitted: readonly number[]) => {
    const name = `guard_${table}_${event}`;
    raw.exec(
      `create trigger if not exists "${name}" before ${event} on "${table}" ` +
        `when roundtable_writing() not in (${permitted.join(', ')}) ` +
        `begin select raise(abort, 'Only the recorder writes ${table}'); end`,
    );
  };
  const isThere = raw.prepare<[string]>("select 1 from sqlite_master where type = 'table' and name = ?");
  for (const { relation } of shapes) {
    // A file brought only part of the way, as a test of migrations does, has not every table yet.
    if (!isThere.get(relation)) continue;
    guard(relation, 'insert', [writing.commit, writing.rebuild]);
    guard(relation, 'update', [writing.commit, writing.rebuild]);
    guard(relation, 'delete', [writing.rebuild]);
  }
  guard('commits', 'insert', [writing.commit]);
  guard('commits', 'update', [-1]);
  guard('commits', 'delete', [-1]);
  guard('puts', 'insert', [writing.commit, writing.rebuild]);
  guard('puts', 'update', [-1]);
  guard('puts', 'delete', [writing.rebuild]);
}
