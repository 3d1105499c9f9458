import { like } from 'drizzle-orm';
import { drafts } from '../../db/schema';
import type { Session } from './session';

/** Apart from the drafts of a conference, which are kept by agenda item. */
const prefix = 'typing/';

/** What was typed in a form and neither saved nor thrown away, by the name of its field. */
export function keptTyping(session: Session): Readonly<Record<string, string>> {
  const rows = session.read
    .select({ key: drafts.key, text: drafts.text })
    .from(drafts)
    .where(like(drafts.key, `${prefix}%`))
    .all();
  return Object.fromEntries(rows.map(({ key, text }) => [key.slice(prefix.length), text]));
}

/** Keeps it in the encrypted file, so that locking loses none of it; an empty text is forgotten. */
export function keepTyping(session: Session, typed: Readonly<Record<string, string>>): void {
  const { raw } = session.connection;
  const keep = raw.prepare(
    'insert into drafts (key, text, saved_at) values (?, ?, ?) on conflict (key) do update set text = excluded.text, saved_at = excluded.saved_at',
  );
  const forget = raw.prepare('delete from drafts where key = ?');
  raw.transaction(() => {
    for (const [field, text] of Object.entries(typed)) {
      if (text === '') forget.run(prefix + field);
      else keep.run(prefix + field, text, session.now());
    }
  })();
}
