import { emptiedDocuments } from '../../../db/queries/erased-copies';
import { documents } from '../../../db/schema';
import type { Session } from '../session';

/**
 * Has the ledger say of which documents every stored copy is to go, because somebody in them was erased: their readers
 * have the bytes, and only the computer that issued a document knows who is in it. Recorded by itself, as the readers of
 * cases are.
 */
export function noteErasedCopies(session: Session): void {
  if (session.me.role === 'partner') return;
  const ids = emptiedDocuments(session.read);
  if (ids.length === 0) return;
  session.record('stored copies of documents removed', (operation) => {
    for (const id of ids) operation.put(documents, id, { contentErasedOn: session.today() });
  });
}
