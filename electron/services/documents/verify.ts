import { strFromU8, unzipSync } from 'fflate';
import { holdersOf, listDocuments, versionsOf } from '../../../db/queries/documents';
import type { Verification } from '../../../shared/views/documents';
import type { Session } from '../session';
import { sha256Of } from './issue-one';

/** Written into every document: see `documentMark` in electron/documents/words.ts. */
const mark = /Roundtable document ([^\s()<>]{1,60}) v(\d{1,6})/;

/**
 * Holds a file against the ledger: whether its bytes are those that were issued, and if not, whether it says that it is
 * one of ours. Nothing in the file is run or believed but that mark.
 */
export function verifyDocument({ read }: Session, bytes: Uint8Array): Verification {
  const sha256 = sha256Of(bytes);
  const [same] = listDocuments(read, { sha256 });
  if (same !== undefined) {
    const edition = same.sha256 === sha256 ? 'pdf' : 'word';
    const calledBack = holdersOf(read, same).flatMap(({ documentId, recalledAt }) => (documentId === same.id ? (recalledAt ?? []) : []));
    return {
      kind: 'matches',
      document: same,
      edition,
      latestVersion: versionsOf(read, same)[0]?.version ?? same.version,
      calledBackAt: calledBack.toSorted().at(-1) ?? null,
    };
  }
  const claimed = claimOf(bytes);
  if (claimed === null) return { kind: 'unknown' };
  const [document, ...others] = listDocuments(read, { number: claimed.number }).filter(({ version }) => version === claimed.version);
  return document === undefined ? { kind: 'not-in-ledger', ...claimed } : { kind: 'altered', document, others };
}

/** The number and version that a PDF or a Word file says it is; null where it says nothing that we would. */
function claimOf(bytes: Uint8Array): { readonly number: string; readonly version: number } | null {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const text = isZip ? wordProperties(bytes) : Buffer.from(bytes).toString('latin1');
  const found = mark.exec(text);
  return found === null ? null : { number: found[1] as string, version: Number(found[2]) };
}

const mostProperties = 1_000_000;

function wordProperties(bytes: Uint8Array): string {
  try {
    const files = unzipSync(bytes, { filter: ({ name, originalSize }) => name === 'docProps/core.xml' && originalSize < mostProperties });
    const core = files['docProps/core.xml'];
    return core === undefined ? '' : strFromU8(core);
  } catch {
    // Not a whole zip: whatever it is, it is not a file that was issued.
    return '';
  }
}
