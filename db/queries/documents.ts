import { and, eq, isNull, sql } from 'drizzle-orm';
import { hasWordEdition } from '../../shared/language/document';
import type { HolderRow } from '../../shared/views/corrections';
import type { DocumentRow } from '../../shared/views/documents';
import type { LocalWriter, Reader } from '../connection';
import { documentFiles, documents } from '../schema';

type Flags = 'isFinal' | 'isHere' | 'isMadeHere' | 'isLatest' | 'hasWord';
type StoredRow = Omit<DocumentRow, Flags> & { readonly [F in Flags]: number };

/** Which rows of the ledger: all of it, newest first, where nothing is said. */
export interface LedgerFilter {
  readonly id?: string;
  readonly meetingId?: string;
  /** Of the PDF or of the Word edition. */
  readonly sha256?: string;
  readonly number?: string;
  /** For this agency. */
  readonly agencyId?: string;
  /** Issued on this day or later. */
  readonly issuedSince?: string;
}

export function listDocuments(read: Reader, filter: LedgerFilter = {}): readonly DocumentRow[] {
  const { id, meetingId, sha256, number, agencyId, issuedSince } = filter;
  const chosen = [
    ...(id === undefined ? [] : [sql`d.id = ${id}`]),
    ...(meetingId === undefined ? [] : [sql`d.meeting_id = ${meetingId}`]),
    ...(sha256 === undefined ? [] : [sql`(d.sha256 = ${sha256} or d.word_sha256 = ${sha256})`]),
    ...(number === undefined ? [] : [sql`d.number = ${number}`]),
    ...(agencyId === undefined ? [] : [sql`d.agency_id = ${agencyId}`]),
    ...(issuedSince === undefined ? [] : [sql`d.issued_at >= ${issuedSince}`]),
  ];
  const rows = read.all<StoredRow>(
    sql`select d.id, d.number, d.version, d.kind, d.title, d.meeting_id as meetingId, m.held_on as meetingHeldOn, d.agency_id as agencyId,
          d.recipient, d.scope, d.about_case_id as aboutCaseId, d.is_final as isFinal, d.file_name as fileName, d.sha256, d.size, d.pages,
          coalesce(d.issued_at, '') as issuedAt, coalesce(p.name, '') as issuedByName, f.document_id is not null as isHere,
          coalesce(f.request, '') <> '' as isMadeHere,
          not exists (select 1 from documents l where l.number = d.number and l.version > d.version and l.withdrawn_on is null) as isLatest,
          coalesce(f.request, '') <> '' as hasWord
        from documents d left join meetings m on m.id = d.meeting_id left join people p on p.id = d.issued_by
          left join document_files f on f.document_id = d.id
        where d.withdrawn_on is null ${sql.join(
          chosen.map((one) => sql` and ${one}`),
          sql``,
        )} order by d.issued_at desc, d.number desc, d.version desc, d.id desc`,
  );
  return rows.map((row) => ({
    ...row,
    isFinal: row.isFinal === 1,
    isHere: row.isHere === 1,
    isMadeHere: row.isMadeHere === 1,
    isLatest: row.isLatest === 1,
    hasWord: row.hasWord === 1 && hasWordEdition(row.kind),
  }));
}

export function documentBytes(read: Reader, id: string): Uint8Array | undefined {
  return read.select({ bytes: documentFiles.bytes }).from(documentFiles).where(eq(documentFiles.documentId, id)).get()?.bytes;
}

/** What a document was made from, as JSON; undefined where another computer issued it, or it was issued before this was kept. */
export function documentRequest(read: Reader, id: string): string | undefined {
  const row = read.select({ request: documentFiles.request }).from(documentFiles).where(eq(documentFiles.documentId, id)).get();
  return row?.request === '' ? undefined : row?.request;
}

export function keepDocumentBytes(local: LocalWriter, documentId: string, bytes: Uint8Array, request: string): void {
  local
    .insert(documentFiles)
    .values({ documentId, bytes: Buffer.from(bytes), request })
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

/** What makes two documents versions of one another: the same kind, conference, reader and person whom it is about. */
export interface DocumentIdentity {
  readonly kind: DocumentRow['kind'];
  readonly meetingId: string | null;
  readonly agencyId: string | null;
  readonly scope: string;
  readonly aboutCaseId: string | null;
}

export interface IssuedVersion {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly isFinal: boolean;
}

/** The document of a kind that was issued last; undefined where there is none. */
export function latestOfKind(read: Reader, kind: DocumentRow['kind']): string | undefined {
  return read.get<{ id: string }>(
    sql`select id from documents where kind = ${kind} and withdrawn_on is null order by issued_at desc, id desc limit 1`,
  )?.id;
}

/** Every version of one document, the latest first. */
export function versionsOf(read: Reader, { kind, meetingId, agencyId, scope, aboutCaseId }: DocumentIdentity): readonly IssuedVersion[] {
  // By the conference or by the person, whichever it has: each has its index, and a document without either is rare.
  return read
    .select({ id: documents.id, number: documents.number, version: documents.version, isFinal: documents.isFinal })
    .from(documents)
    .where(
      and(
        sql`${documents.meetingId} is ${meetingId}`,
        sql`${documents.aboutCaseId} is ${aboutCaseId}`,
        sql`${documents.agencyId} is ${agencyId}`,
        eq(documents.kind, kind),
        eq(documents.scope, scope),
        isNull(documents.withdrawnOn),
      ),
    )
    .orderBy(sql`${documents.version} desc, ${documents.issuedAt} desc`)
    .all()
    .map((row) => ({ ...row, isFinal: row.isFinal === 1 }));
}

/** Who was handed which version of a number, the latest first. */
export function holdersOf(read: Reader, number: string): readonly HolderRow[] {
  const rows = read.all<Omit<HolderRow, 'isLatest'>>(
    sql`select v.id, v.document_id as documentId, d.version, v.agency_id as agencyId, v.recipient, v.how, coalesce(v.delivered_at, '') as deliveredAt,
          coalesce(p.name, '') as deliveredByName, v.recalled_at as recalledAt, v.recall_note as recallNote, v.returned_on as returnedOn
        from documents d join document_deliveries v on v.document_id = d.id left join people p on p.id = v.delivered_by
        where d.number = ${number} and d.withdrawn_on is null and v.withdrawn_on is null order by d.version desc, v.delivered_at desc, v.id`,
  );
  const latest = read.get<{ version: number | null }>(
    sql`select max(version) as version from documents where number = ${number} and withdrawn_on is null`,
  );
  return rows.map((row) => ({ ...row, isLatest: row.version === latest?.version }));
}
