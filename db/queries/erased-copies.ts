import { sql } from 'drizzle-orm';
import type { Reader } from '../connection';

/** Documents issued here whose stored copy went with an erased case, and of which the ledger does not say so yet. */
export function emptiedDocuments(read: Reader): readonly string[] {
  return read
    .all<{ id: string }>(
      sql`select d.id from document_files f join documents d on d.id = f.document_id
          where length(f.bytes) = 0 and d.content_erased_on is null order by d.id`,
    )
    .map(({ id }) => id);
}
