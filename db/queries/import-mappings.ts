import { eq, sql } from 'drizzle-orm';
import type { Reader } from '../connection';
import { importMappings } from '../schema';

export interface StoredMapping {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** JSON arrays of one text a column. */
  readonly headings: string;
  readonly targets: string;
  readonly usedAt: string;
  readonly savedByName: string;
}

/** What is kept of how sheets were read, the last used first. */
export function listMappings(read: Reader): readonly StoredMapping[] {
  return read.all<StoredMapping>(
    sql`select m.id, m.name, m.kind, m.headings, m.targets, coalesce(m.used_at, '') as usedAt, coalesce(p.name, '') as savedByName
        from import_mappings m left join people p on p.id = m.saved_by
        where m.withdrawn_on is null order by m.used_at desc, m.id desc limit 200`,
  );
}

/** Whether a mapping is there and still offered. */
export function isMappingKept(read: Reader, id: string): boolean {
  const found = read.select({ withdrawnOn: importMappings.withdrawnOn }).from(importMappings).where(eq(importMappings.id, id)).get();
  return found !== undefined && found.withdrawnOn === null;
}
