import { createHash } from 'node:crypto';
import type { Operation } from '../../../db/log/recorder';
import { theScheme } from '../../../db/queries/document-facts';
import { type DocumentIdentity, keepDocumentBytes, listDocuments, nextDocumentNumber, versionsOf } from '../../../db/queries/documents';
import { documents } from '../../../db/schema';
import { documentKindName } from '../../../shared/language/document';
import { Refusal } from '../../../shared/language/refusal';
import type { DocumentRow } from '../../../shared/views/documents';
import type { DocumentRequest, RenderedDocument } from '../../documents/request';
import type { IssuedDocument } from '../../documents/views';
import type { Session } from '../session';
import { fileNameOf } from './file-name';

/** Lays a document out; in the app it runs in a worker. */
export type RenderDocument = (request: DocumentRequest, signal?: AbortSignal) => Promise<RenderedDocument>;
type Undated<R extends DocumentRequest = DocumentRequest> = R extends unknown ? Omit<R, 'creationDate'> : never;

/** What a document is, before its number and bytes. */
export interface NewDocument extends DocumentIdentity {
  readonly title: string;
  readonly recipient: string;
  readonly isFinal: boolean;
  /** Printed on every page: whose eyes it is for. */
  readonly reader: string;
  readonly content: (issued: IssuedDocument) => Undated;
  /** Ids of the cases by their position in the document, kept beside it so that it can be corrected. */
  readonly caseIds?: readonly string[];
  /** Where what it says is locked by it: it must still say the same once it is laid out. */
  readonly mustNotChange?: boolean;
  /** Recorded together with the ledger row: either both stand or neither. */
  readonly together?: (operation: Operation, issued: IssuedDocument, id: string) => void;
}

/** What is kept beside the bytes of a document. */
export interface KeptRequest {
  readonly request: Undated;
  readonly caseIds: readonly string[];
}

/** Numbers a document, lays it out, and enters it in the ledger with its bytes: the last two in one operation. */
export async function issueOne(
  render: RenderDocument,
  session: Session,
  document: NewDocument,
  signal?: AbortSignal,
): Promise<DocumentRow> {
  const { read } = session;
  const issuedAt = session.now();
  const [before] = versionsOf(read, document);
  const number = before?.number ?? nextDocumentNumber(read, theScheme(read).documentPrefix || 'RT', session.today().slice(0, 4));
  const issued: IssuedDocument = {
    number,
    version: (before?.version ?? 0) + 1,
    isFinal: document.isFinal,
    issuedAt,
    reader: document.reader,
  };
  const asked = document.content(issued);
  const { bytes, pages } = await render({ ...asked, creationDate: issuedAt } as DocumentRequest, signal);
  signal?.throwIfAborted();
  const kept = JSON.stringify({ request: asked, caseIds: document.caseIds ?? [] } satisfies KeptRequest);
  const id = session.record(
    `${documentKindName[document.kind].toLowerCase()} issued`,
    (operation) => {
      // Laying out takes a while, and what is final locks the conference: the page must be what is locked.
      if (document.mustNotChange && JSON.stringify(document.content(issued)) !== JSON.stringify(asked)) {
        throw new Refusal('The conference was changed while its minutes were being made. Nothing was issued; issue them again.');
      }
      const row = operation.newId();
      operation.put(documents, row, ledgerRow(session, document, issued, bytes, pages));
      keepDocumentBytes(session.connection.local, row, bytes, kept);
      document.together?.(operation, issued, row);
      return row;
    },
    { meetingId: document.meetingId },
  );
  const [row] = listDocuments(read, { id });
  if (!row) throw new Error('A document was issued and is not in the ledger.');
  return row;
}

function ledgerRow(session: Session, document: NewDocument, issued: IssuedDocument, bytes: Uint8Array, pages: number) {
  const { kind, title, meetingId, agencyId, scope, aboutCaseId, recipient, isFinal } = document;
  return {
    number: issued.number,
    version: issued.version,
    kind,
    title,
    meetingId,
    agencyId,
    scope,
    aboutCaseId,
    recipient,
    isFinal: isFinal ? 1 : 0,
    fileName: fileNameOf(issued.number, issued.version, { kind, reader: agencyId === null ? documentWide(document) : recipient, isFinal }),
    sha256: sha256Of(bytes),
    size: bytes.length,
    pages,
    issuedAt: issued.issuedAt,
    issuedBy: session.me.personId,
  };
}

/** What tells documents for no one agency apart by their names: the quarter of a report. */
const documentWide = ({ kind, scope }: NewDocument) => (kind === 'quarterly-report' ? scope : '');

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
