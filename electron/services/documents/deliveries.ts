import type { Operation } from '../../../db/log/recorder';
import { holdersOf, listDocuments } from '../../../db/queries/documents';
import { documentDeliveries } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import type { DeliveryWay } from '../../../shared/language/document';
import { Refusal } from '../../../shared/language/refusal';
import type { DocumentRow } from '../../../shared/views/documents';
import { demand } from '../permission';
import type { Session } from '../session';

/** Everyone who was handed a version of this document, the latest version first. */
export function listHolders(session: Session, { id }: Received<'documents', 'holders'>): Result<'documents', 'holders'> {
  return holdersOf(session.read, demandDocument(session, id));
}

/** Records that one document was handed to somebody. */
export function recordDelivery(session: Session, input: Received<'documents', 'recordDelivery'>): string {
  demand(session, 'issue-packs');
  const document = demandDocument(session, input.id);
  return session.record('document handed over', (operation) =>
    putDelivery(session, operation, document.id, { ...input, agencyId: input.agencyId ?? document.agencyId }),
  );
}

/** The same for several that left together, each to the reader for whom it was made. */
export function recordDeliveries(
  session: Session,
  given: readonly Pick<DocumentRow, 'id' | 'agencyId' | 'recipient'>[],
  how: DeliveryWay,
): void {
  if (given.length === 0) return;
  session.record('documents handed over', (operation) => {
    for (const { id, agencyId, recipient } of given) putDelivery(session, operation, id, { agencyId, recipient, how });
  });
}

interface NewDelivery {
  readonly agencyId: string | null;
  readonly recipient: string;
  readonly how: DeliveryWay;
}

function putDelivery(session: Session, operation: Operation, documentId: string, { agencyId, recipient, how }: NewDelivery): string {
  const id = operation.newId();
  operation.put(documentDeliveries, id, {
    documentId,
    agencyId,
    recipient,
    how,
    deliveredAt: operation.at,
    deliveredBy: session.me.personId,
  });
  return id;
}

/** Calls back every copy of the earlier versions of this document that has not been called back yet; how many. */
export function recallEarlier(session: Session, { id, note }: Received<'documents', 'recall'>): number {
  demand(session, 'issue-packs');
  const held = holdersOf(session.read, demandDocument(session, id)).filter(({ isLatest, recalledAt }) => !isLatest && recalledAt === null);
  if (held.length === 0) throw new Refusal('Nobody holds an earlier version that was not called back already. Nothing was changed.');
  session.record('earlier version called back', (operation) => {
    for (const each of held) {
      operation.put(documentDeliveries, each.id, { recalledAt: operation.at, recalledBy: session.me.personId, recallNote: note });
    }
  });
  return held.length;
}

/** Records that a copy which was called back is destroyed or sent back. */
export function confirmReturned(session: Session, { id }: Received<'documents', 'returned'>): void {
  demand(session, 'issue-packs');
  const row = session.read.query.documentDeliveries.findFirst({ where: (each, { eq }) => eq(each.id, id) }).sync();
  if (!row) throw new Refusal('This copy is not in your copy of the ledger. Nothing was changed.');
  if (row.recalledAt === null) throw new Refusal('This copy was not called back. Nothing was changed.');
  session.record('recalled copy returned', (operation) => operation.put(documentDeliveries, id, { returnedOn: session.today() }));
}

export function demandDocument(session: Session, id: string): DocumentRow {
  const [row] = listDocuments(session.read, { id });
  if (!row) throw new Refusal('This document is not in your copy of the ledger. Choose it again.');
  return row;
}
