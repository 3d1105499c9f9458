import type { Statement } from 'better-sqlite3';
import { eq, like } from 'drizzle-orm';
import type { Connection, LocalWriter, Reader } from '../connection';
import { drafts } from '../schema';

const keyOf = (itemId: string, field: string) => `${itemId}/${field}`;

/** Prepared once a file: this runs at every keystroke, and preparing it costs as much as the write. */
const keepers = new WeakMap<Connection, Statement<[string, string, string, string]>>();

function keeperOf(connection: Connection) {
  const known = keepers.get(connection);
  if (known) return known;
  const keeper = connection.raw.prepare<[string, string, string, string]>(
    `insert into drafts (key, text, saved_at)
     select ?, ?, ? from agenda_items i join meetings m on m.id = i.meeting_id
     where i.id = ? and i.withdrawn_on is null and i.case_id is not null and m.state <> 'final'
     on conflict (key) do update set text = excluded.text, saved_at = excluded.saved_at`,
  );
  keepers.set(connection, keeper);
  return keeper;
}

/**
 * Keeps what is being typed on a case of an agenda. Durable when it returns: one row, one write to the disk, and the same
 * statement sees that the case may still be written to. False where it may not, and then nothing is kept.
 */
export function keepDraft(connection: Connection, itemId: string, field: string, text: string, savedAt: string): boolean {
  return keeperOf(connection).run(keyOf(itemId, field), text, savedAt, itemId).changes > 0;
}

/** Drops a draft, within the operation that records what it held. */
export function dropDraft(local: LocalWriter, itemId: string, field: string): void {
  local
    .delete(drafts)
    .where(eq(drafts.key, keyOf(itemId, field)))
    .run();
}

/** Kept typing on a case, by field. */
export function draftsOf(read: Reader, itemId: string): Readonly<Record<string, string>> {
  const prefix = keyOf(itemId, '');
  const rows = read
    .select()
    .from(drafts)
    .where(like(drafts.key, `${prefix}%`))
    .all();
  return Object.fromEntries(rows.map(({ key, text }) => [key.slice(prefix.length), text]));
}
