import type { Reader } from '../../../db/connection';
import { documentRequest } from '../../../db/queries/documents';
import type { KeptRequest } from './issue-one';

/** What an issued document was made from; null where another computer issued it, or it was issued before this was kept. */
export function keptRequestOf(read: Reader, id: string): KeptRequest | null {
  const kept = documentRequest(read, id);
  return kept === undefined ? null : (JSON.parse(kept) as KeptRequest);
}
