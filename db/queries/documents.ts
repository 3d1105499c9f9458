import { eq, sql } from 'drizzle-orm';
import type { DocumentRow } from '../../shared/views/documents';
import type { LocalWriter, Reader } from '../connection';
import { documentFiles, documents } from '../schema';

type StoredRow = Omit<DocumentRow, 'isFinal' | 'isHere'> & { readonly isFinal: number; readonly isHere: number };

/** The ledger, newest first; or one row of it. */
export function listDocuments(read: Reader, id: string | null = null): readonly DocumentRow[] {
  const rows = read.all<StoredRow>(
    sql`select d.id, d.number, d.version, d.kind, d.title, d.meeting_id as meetingId, m.held_on as meetingHeldOn, d.agency_id as agencyId,
          d.recipient, d.is_final as isFinal, d.file_name as fileName, d.sha256, d.size, d.pages, coalesce(d.issued_at, '') as issuedAt,
          coalesce(p.name, '') as issuedByName, exists (select 1 from document_files f where f.document_id = d.id) as isHere
        from documents d left join meetings m on m.id = d.meeting_id left join people p on p.id = d.issued_by
        where d.withdrawn_on is null ${id === null ? sql`` : sql`and d.id = ${id}`} order by d.issued_at desc, d.id desc`,
  );
  return rows.map((row) => ({ ...row, isFinal: row.isFinal === 1, isHere: row.isHere === 1 }));
}

export function documentBytes(read: Reader, id: string): Uint8Array | undefined {
  return read.select({ bytes: documentFiles.bytes }).from(documentFiles).where(eq(documentFiles.documentId, id)).get()?.bytes;
}

export function keepDocumentBytes(local: LocalWriter, documentId: string, bytes: Uint8Array): void {
  local
    .insert(documentFiles)
    .values({ documentId, bytes: Buffer.from(bytes) })
    .run();
}

/** The next running number of a year: 31 gives PREFIX-2026-031. */
export function nextDocumentNumber(read: Reader, prefix: string, year: string): string {
  const start = `${prefix}-${year}-`;
  const highest = read.get<{ highest: number | null }>(
    sql`select max(cast(substr(number, ${start.length + 1}) as integer)) as highest from documents where number like ${`${start}%`}`,
  );
  return `${start}${String((highest?.highest ?? 0) + 1).padStart(3, '0')}`;
}

/** Earlier versions of one document: the same kind, conference and reader. */
export function latestVersion(
  read: Reader,
  kind: DocumentRow['kind'],
  meetingId: string,
  agencyId: string | null,
): { readonly number: string; readonly version: number; readonly isFinal: boolean } | null {
  const row = read
    .select({ number: documents.number, version: documents.version, isFinal: documents.isFinal })
    .from(documents)
    .where(
      sql`${documents.kind} = ${kind} and ${documents.meetingId} = ${meetingId} and ${documents.agencyId} is ${agencyId} and ${documents.withdrawnOn} is null`,
    )
    .orderBy(sql`${documents.version} desc, ${documents.issuedAt} desc`)
    .get();
  return row ? { ...row, isFinal: row.isFinal === 1 } : null;
}
