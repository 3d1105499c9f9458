import { eq, like } from 'drizzle-orm';
import type { LocalWriter, Reader } from '../connection';
import { drafts } from '../schema';

const keyOf = (itemId: string, field: string) => `${itemId}/${field}`;

/** Keeps what is being typed. Durable when it returns: one row, one write to the disk. */
export function keepDraft(local: LocalWriter, itemId: string, field: string, text: string, savedAt: string): void {
  const key = keyOf(itemId, field);
  if (text === '') {
    local.delete(drafts).where(eq(drafts.key, key)).run();
    return;
  }
  local.insert(drafts).values({ key, text, savedAt }).onConflictDoUpdate({ target: drafts.key, set: { text, savedAt } }).run();
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
