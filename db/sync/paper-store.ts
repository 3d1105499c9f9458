import type Database from 'better-sqlite3';
import { agencySpace, officeSpace } from '../log/synced-tables';
import { prepareOnce } from '../prepared';

/** A document of the ledger whose bytes are on this device and are wanted by its readers. */
export interface StandingPaper {
  readonly id: string;
  readonly sha256: string;
  readonly size: number;
  readonly space: string;
  /** It was made here, and did not come through the folder. */
  readonly isOwn: boolean;
}

/** A document stands while it is in the ledger, no later version of its number is, and it is not too old to be sent on. */
const standsSince = (day: string) => `d.withdrawn_on is null and d.content_erased_on is null and d.issued_at >= ${day}
  and not exists (select 1 from documents l where l.number = d.number and l.version > d.version and l.withdrawn_on is null)`;

/** What this device remembers of the papers that pass through the shared folder. */
export function createPaperStore(raw: Database.Database) {
  const standing = prepareOnce<[string], { id: string; sha256: string; agencyId: string | null; size: number; arrivedAt: string | null }>(
    raw,
    `select d.id, d.sha256, d.agency_id as agencyId, length(f.bytes) as size, f.arrived_at as arrivedAt
     from documents d join document_files f on f.document_id = d.id where ${standsSince('?')} and length(f.bytes) > 0 order by d.issued_at, d.id`,
  );
  const bytesOf = prepareOnce<[string], { bytes: Buffer }>(raw, 'select bytes from document_files where document_id = ?');
  const readersOf = prepareOnce<[string], string>(raw, 'select reader from sync_paper_readers where document_id = ?').pluck();
  const addReader = prepareOnce(raw, 'insert or ignore into sync_paper_readers (document_id, reader) values (?, ?)');
  const inFile = prepareOnce<[string], string>(raw, 'select document_id from sync_paper_files where name = ? order by document_id').pluck();
  const ledger = prepareOnce<[string], { sha256: string }>(raw, 'select sha256 from documents where id = ? and withdrawn_on is null');
  const arrivals = prepareOnce<[], { documentId: string; sha256: string; arrivedAt: string }>(
    raw,
    'select document_id as documentId, sha256, arrived_at as arrivedAt from paper_arrivals',
  );

  return {
    /** @param since instant, ISO 8601 UTC: what was issued before is not sent on any more. */
    standing: (since: string): readonly StandingPaper[] =>
      standing.all(since).map(({ agencyId, arrivedAt, ...paper }) => ({
        ...paper,
        isOwn: arrivedAt === null,
        space: agencyId === null ? officeSpace : agencySpace(agencyId),
      })),
    bytesOf: (id: string): Uint8Array | null => bytesOf.get(id)?.bytes ?? null,
    readersOf: (id: string): ReadonlySet<string> => new Set(readersOf.all(id)),
    addReaders(id: string, readers: readonly string[]): void {
      for (const reader of readers) addReader.run(id, reader);
    },
    forgetReaders: () => raw.exec('delete from sync_paper_readers'),
    forgetReadersOf: (id: string) => void prepareOnce(raw, 'delete from sync_paper_readers where document_id = ?').run(id),
    documentsIn: (name: string): readonly string[] => inFile.all(name),
    noteFile(name: string, documents: readonly string[]): void {
      for (const id of documents)
        prepareOnce(raw, 'insert or ignore into sync_paper_files (name, document_id) values (?, ?)').run(name, id);
    },
    dropFile: (name: string) => void prepareOnce(raw, 'delete from sync_paper_files where name = ?').run(name),
    keepArrival: (id: string, sha256: string, bytes: Uint8Array, arrivedAt: string) =>
      void prepareOnce(raw, 'insert or ignore into paper_arrivals (document_id, sha256, bytes, arrived_at) values (?, ?, ?, ?)').run(
        id,
        sha256,
        Buffer.from(bytes),
        arrivedAt,
      ),
    /**
     * Takes what has come to the line of the ledger that it belongs to. What the ledger says is other bytes, and what
     * nobody has told of for too long, is thrown away.
     */
    settleArrivals(before: string): number {
      let kept = 0;
      for (const { documentId, sha256, arrivedAt } of arrivals.all()) {
        const line = ledger.get(documentId);
        if (!line && arrivedAt >= before) continue;
        if (line?.sha256 === sha256) {
          kept += prepareOnce(
            raw,
            `insert or ignore into document_files (document_id, bytes, arrived_at)
             select document_id, bytes, arrived_at from paper_arrivals where document_id = ? and sha256 = ?`,
          ).run(documentId, sha256).changes;
        }
        prepareOnce(raw, 'delete from paper_arrivals where document_id = ? and sha256 = ?').run(documentId, sha256);
      }
      return kept;
    },
    /**
     * Lets go of what came through the folder and does not stand any more: replaced by a later version, withdrawn, or with
     * someone in it who has been erased; and of what is old and another agency's, of which the computer that issued it has
     * the bytes.
     *
     * @param agencyId whose papers are kept however old.
     */
    dropOvertaken(since: string, agencyId: string | null): number {
      prepareOnce(
        raw,
        'delete from paper_arrivals where document_id in (select id from documents where content_erased_on is not null)',
      ).run();
      return prepareOnce(
        raw,
        `delete from document_files where arrived_at is not null and document_id in
           (select f.document_id from document_files f left join documents d on d.id = f.document_id
            where f.arrived_at is not null and (d.id is null or not (${standsSince("case when d.agency_id is ? then '' else ? end")})))`,
      ).run(agencyId, since).changes;
    },
  };
}
