import { and, eq, isNull, sql } from 'drizzle-orm';
import { hasWordEdition } from '../../shared/language/document';
import type { HolderRow } from '../../shared/views/corrections';
import type { DocumentRow } from '../../shared/views/documents';
import type { LocalWriter, Reader } from '../connection';
import { documentFiles, documents } from '../schema';

type Flags = 'isFinal' | 'isHere' | 'isMadeHere' | 'isLatest' | 'sharesNumber' | 'hasWord';
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

/**
 * Whether two rows are versions of one document. Not by the number: two computers that issue before they have heard of each other
 * take one number for two documents, or two numbers for one.
 */
const identity = ['kind', 'meeting_id', 'about_case_id', 'agency_id', 'scope'];
const isSame = sql.raw(identity.map((field) => `l.${field} is d.${field}`).join(' and '));
/** A later version of it; where one version was issued twice, the one that was issued last. */
const isLater = sql.raw(`(l.version, coalesce(l.issued_at, ''), l.id) > (d.version, coalesce(d.issued_at, ''), d.id)`);
/** No later version is found by the number, the conference, the person, or else the reader: each of these has its index. */
const isLatest = sql.join(
  [
    'l.number = d.number',
    'l.meeting_id = d.meeting_id',
    'l.about_case_id = d.about_case_id',
    'd.meeting_id is null and d.about_case_id is null and l.agency_id is d.agency_id',
  ].map(
    (found) => sql`not exists (select 1 from documents l where ${sql.raw(found)} and ${isSame} and ${isLater} and l.withdrawn_on is null)`,
  ),
  sql` and `,
);
/** The same in one pass, where all of the ledger is read. */
const isLatestOfAll = sql.raw(
  `row_number() over (partition by ${identity.map((field) => `d.${field}`).join(', ')} order by d.version desc, coalesce(d.issued_at, '') desc, d.id desc) = 1`,
);
const sharesNumber = sql`exists (select 1 from documents l where l.number = d.number and l.number <> '' and not (${isSame}) and l.withdrawn_on is null)`;

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
          ${chosen.length === 0 ? isLatestOfAll : isLatest} as isLatest, ${sharesNumber} as sharesNumber,
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
    sharesNumber: row.sharesNumber === 1,
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

/** Who was handed which version of a document, the latest first. */
export function holdersOf(read: Reader, document: DocumentIdentity & { readonly number: string }): readonly HolderRow[] {
  const { number, kind, meetingId, agencyId, scope, aboutCaseId } = document;
  const rows = read.all<Omit<HolderRow, 'isLatest'> & { readonly isLatest: number }>(
    sql`select v.id, v.document_id as documentId, d.number, d.version, v.agency_id as agencyId, v.recipient, v.how,
          coalesce(v.delivered_at, '') as deliveredAt, coalesce(p.name, '') as deliveredByName, v.recalled_at as recalledAt,
          v.recall_note as recallNote, v.returned_on as returnedOn, ${isLatest} as isLatest
        from documents d join document_deliveries v on v.document_id = d.id left join people p on p.id = v.delivered_by
        where (d.number = ${number} or d.meeting_id = ${meetingId} or d.about_case_id = ${aboutCaseId}
            or (d.agency_id is ${agencyId} and d.meeting_id is null and d.about_case_id is null))
          and d.kind = ${kind} and d.meeting_id is ${meetingId} and d.about_case_id is ${aboutCaseId} and d.agency_id is ${agencyId}
          and d.scope = ${scope} and d.withdrawn_on is null and v.withdrawn_on is null
        order by d.version desc, v.delivered_at desc, v.id`,
  );
  return rows.map((row) => ({ ...row, isLatest: row.isLatest === 1 }));
}
