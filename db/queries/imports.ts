import { eq, sql } from 'drizzle-orm';
import type { ImportRow } from '../../shared/views/importing';
import type { Reader } from '../connection';
import { imports } from '../schema';

/** Why something left that an import had brought: by it a case that only an import made is told from one that somebody ended. */
export const importUndoneReason = 'The import was taken back';

/** What was imported, newest first. */
export function listImports(read: Reader): readonly ImportRow[] {
  const rows = read.all<Omit<ImportRow, 'isUndone'> & { readonly withdrawnOn: string | null }>(
    sql`select i.id, i.file_name as fileName, i.kind, i.added, i.updated, i.left_out as leftOut, i.rows_due as rowsDue, coalesce(i.imported_at, '') as importedAt,
          coalesce(p.name, '') as importedByName, i.withdrawn_on as withdrawnOn
        from imports i left join people p on p.id = i.imported_by order by i.imported_at desc, i.id desc limit 200`,
  );
  return rows.map(({ withdrawnOn, ...row }) => ({ ...row, isUndone: withdrawnOn !== null }));
}

export function findImport(read: Reader, id: string): typeof imports.$inferSelect | undefined {
  return read.select().from(imports).where(eq(imports.id, id)).get();
}

/** The operation that an import was: its own row was written by it. */
export function operationOfImport(read: Reader, id: string): string | null {
  return (
    read.get<{ operation: string }>(
      sql`select c.operation from commits c where c.stamp = (select min(stamp) from puts where relation = 'imports' and row = ${id})`,
    )?.operation ?? null
  );
}
