import { documents } from '../../../db/schema';
import { hasWordEdition } from '../../../shared/language/document';
import { Refusal } from '../../../shared/language/refusal';
import type { DocumentRequest } from '../../documents/request';
import type { Session } from '../session';
import { demandDocument } from './deliveries';
import { type RenderDocument, sha256Of } from './issue-one';
import { keptRequestOf } from './kept-request';

/** Word, or the PDF under a password. */
export type Edition = 'word' | { readonly password: string };

/**
 * Another edition of an issued document, made from what it was made of, so that it says the same. The fingerprint of the
 * Word edition goes into the ledger; under a password no two files are alike, so there is none to keep.
 */
export async function makeEdition(render: RenderDocument, session: Session, id: string, edition: Edition): Promise<Uint8Array> {
  const row = demandDocument(session, id);
  const kept = keptRequestOf(session.read, id);
  if (kept === null) {
    throw new Refusal(
      'What this document was made from is not on this computer, so only the PDF as it was issued can be had. Nothing was saved.',
    );
  }
  if (edition === 'word' && !hasWordEdition(row.kind)) {
    throw new Refusal('Only minutes, action lists and quarterly reports have a Word edition. Nothing was saved.');
  }
  const { request } = kept;
  const more = edition === 'word' ? { edition } : { password: edition.password };
  const { bytes } = await render({ ...request, creationDate: row.issuedAt, ...more } as DocumentRequest);
  if (edition === 'word') keepFingerprint(session, id, sha256Of(bytes));
  return bytes;
}

function keepFingerprint(session: Session, id: string, wordSha256: string): void {
  const known = session.read.query.documents.findFirst({ where: (each, { eq }) => eq(each.id, id) }).sync()?.wordSha256;
  if (known === wordSha256) return;
  session.record('word edition made', (operation) => operation.put(documents, id, { wordSha256 }));
}
