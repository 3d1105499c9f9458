import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AsideReason } from '../../shared/merge/may-write';
import type { ConflictKind } from '../../shared/merge/resolve-row';
import { cases } from './cases';
import { instant, reference, rowId, words, yesNo } from './columns';
import { agencies } from './scheme';

/**
 * To which agencies a case is open, as a coordinator's workstation found it by the rule of relevance: whom its entries
 * are encrypted to, and since when. Id `<case id>.<agency id>`. Space `case:<case id>`.
 */
export const caseAccess = sqliteTable(
  'case_access',
  {
    id: rowId(),
    caseId: reference('case_id').references(() => cases.id),
    agencyId: reference('agency_id').references(() => agencies.id),
    isOpen: yesNo('is_open'),
    /** Why, in the words of the rule of relevance. */
    reason: words('reason'),
    changedAt: instant('changed_at'),
  },
  (table) => [index('case_access_by_case').on(table.caseId), index('case_access_by_agency').on(table.agencyId, table.isOpen)],
);

/**
 * The last word to an agency that a case ceases to concern, since nothing further of the case reaches it: what it has is as
 * it stood then. Id as in `case_access`. Space `agency:<agency id>`, so the case is named by a column that makes it nobody else's.
 */
export const casePartings = sqliteTable(
  'case_partings',
  {
    id: rowId(),
    agencyId: reference('agency_id').references(() => agencies.id),
    /** Not a foreign key: whoever reads of the end need not have the case. */
    ofCaseId: reference('of_case_id'),
    /** Put back to 0 where the case concerns the agency again. */
    isParted: yesNo('is_parted'),
    changedAt: instant('changed_at'),
  },
  (table) => [index('case_partings_by_agency').on(table.agencyId, table.isParted)],
);

/** What follows stays on this device: db/sync/README.md. */

/** Commits that arrived and are not applied: not yet, or not at all. Kept with the reason, and looked at again. */
export const commitsAside = sqliteTable(
  'commits_aside',
  {
    hash: text('hash').notNull(),
    signature: text('signature').notNull(),
    space: text('space').notNull(),
    device: text('device').notNull(),
    number: integer('number').notNull(),
    stamp: text('stamp').notNull(),
    person: text('person').notNull(),
    intent: text('intent').notNull(),
    body: text('body').notNull(),
    reason: text('reason').$type<AsideReason>().notNull(),
    /** When it arrived, ISO 8601 UTC. */
    since: text('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.hash, table.signature] }),
    index('commits_aside_by_space').on(table.space),
    index('commits_aside_by_device').on(table.device),
  ],
);

/** Cells that a person should settle: an index over `puts`, made again by a rebuild. */
export const conflicts = sqliteTable(
  'conflicts',
  {
    relation: text('relation').notNull(),
    row: text('row').notNull(),
    field: text('field').notNull(),
    kind: text('kind').$type<ConflictKind>().notNull(),
    /** Stamps of the values to choose from, parted by spaces, the one shown last. */
    stamps: text('stamps').notNull(),
    /** The case that the row belongs to, null where it is the scheme's. */
    caseId: text('case_id'),
  },
  (table) => [primaryKey({ columns: [table.relation, table.row, table.field] }), index('conflicts_by_case').on(table.caseId)],
);

/** Files that are made and not yet surely in the shared folder: written again, the very same bytes, until they are. */
export const syncOutbox = sqliteTable('sync_outbox', {
  name: text('name').primaryKey(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

/** Files of the shared folder that were dealt with. */
export const syncFiles = sqliteTable(
  'sync_files',
  {
    /** Folder and name in the shared place. */
    folder: text('folder').notNull(),
    name: text('name').notNull(),
    device: text('device').notNull(),
    kind: text('kind').notNull(),
    number: integer('number').notNull(),
    /** `own`, `read`, `sealed` (to others), `removed` (own, after packing), `lost` (put back by other files). */
    state: text('state').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.folder, table.name] }),
    index('sync_files_by_device').on(table.device, table.kind, table.number),
  ],
);

/** Up to which number the commits of one author in one space were sealed to a reader, by anyone. */
export const syncCover = sqliteTable(
  'sync_cover',
  {
    space: text('space').notNull(),
    reader: text('reader').notNull(),
    author: text('author').notNull(),
    upTo: integer('up_to').notNull(),
  },
  (table) => [primaryKey({ columns: [table.space, table.reader, table.author] })],
);

/** The last part that a device sent in a space: the next one names it. */
export const syncPartEnds = sqliteTable(
  'sync_part_ends',
  { device: text('device').notNull(), space: text('space').notNull(), hash: text('hash').notNull() },
  (table) => [primaryKey({ columns: [table.device, table.space] })],
);

/** What is known of each device from its files. */
export const syncSenders = sqliteTable('sync_senders', {
  device: text('device').primaryKey(),
  /** Up to which of its segments all have been read, or are stood in for. */
  upTo: integer('up_to').notNull().default(0),
  /** The greatest number of a segment of it that was ever seen. */
  highest: integer('highest').notNull().default(0),
  /** What it has read itself, JSON: device to number. */
  heads: text('heads').notNull().default('{}'),
  /** Its clock when it last wrote, and this device's when that was read, ISO 8601 UTC. */
  wroteAt: text('wrote_at'),
  readAt: text('read_at'),
});

/** Runs of segments that other files stand in for. */
export const syncCovered = sqliteTable(
  'sync_covered',
  { device: text('device').notNull(), first: integer('first').notNull(), last: integer('last').notNull() },
  (table) => [primaryKey({ columns: [table.device, table.first, table.last] })],
);

/** To whom the bytes of an issued document were sealed, by anyone. */
export const syncPaperReaders = sqliteTable(
  'sync_paper_readers',
  { documentId: text('document_id').notNull(), reader: text('reader').notNull() },
  (table) => [primaryKey({ columns: [table.documentId, table.reader] })],
);

/** Which documents are in which of this device's own files of papers. */
export const syncPaperFiles = sqliteTable(
  'sync_paper_files',
  { name: text('name').notNull(), documentId: text('document_id').notNull() },
  (table) => [primaryKey({ columns: [table.name, table.documentId] })],
);

/** Bytes that came before the line of the ledger that says what they should be. */
export const paperArrivals = sqliteTable(
  'paper_arrivals',
  {
    documentId: text('document_id').notNull(),
    sha256: text('sha256').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    /** ISO 8601 UTC. */
    arrivedAt: text('arrived_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.documentId, table.sha256] })],
);
