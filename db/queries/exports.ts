import { sql } from 'drizzle-orm';
import type { ExportRow } from '../../shared/views/exporting';
import type { Reader } from '../connection';

/** What left the scheme as data, newest first. */
export function listExports(read: Reader): readonly ExportRow[] {
  const rows = read.all<Omit<ExportRow, 'isEncrypted'> & { readonly isEncrypted: number }>(
    sql`select e.id, e.kind, e.title, e.file_name as fileName, e.rows, e.size, e.is_encrypted as isEncrypted,
          coalesce(e.exported_at, '') as exportedAt, coalesce(p.name, '') as exportedByName
        from data_exports e left join people p on p.id = e.exported_by
        where e.withdrawn_on is null order by e.exported_at desc, e.id desc limit 500`,
  );
  return rows.map((row) => ({ ...row, isEncrypted: row.isEncrypted === 1 }));
}
