import type Database from 'better-sqlite3';

const known = new WeakMap<Database.Database, Map<string, Database.Statement>>();

/** A statement of this text, made ready once for a connection. To be iterated only to its end and by one reader: two would share a place. */
export function prepareOnce<P extends unknown[], R>(raw: Database.Database, text: string): Database.Statement<P, R> {
  const statements = known.get(raw) ?? new Map<string, Database.Statement>();
  known.set(raw, statements);
  const ready = statements.get(text) ?? raw.prepare(text);
  statements.set(text, ready);
  return ready as unknown as Database.Statement<P, R>;
}
