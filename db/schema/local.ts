import { blob, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** What stays on this device: never synced, never part of the log, not touched by a rebuild. */

/** Typing that is not recorded yet, kept keystroke by keystroke so that a crash costs a second at most. */
export const drafts = sqliteTable('drafts', {
  key: text('key').primaryKey(),
  text: text('text').notNull(),
  savedAt: text('saved_at').notNull(),
});

/** The bytes of issued documents, by the id of their ledger row. */
export const documentFiles = sqliteTable('document_files', {
  documentId: text('document_id').primaryKey(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  /** JSON of what it was made from: its Word edition, and a correction of it, say what it said and not what is known since. */
  request: text('request').notNull().default(''),
  /** When it came through the shared folder, ISO 8601 UTC; null where it was made on this computer. */
  arrivedAt: text('arrived_at'),
});

export const localSettings = sqliteTable('local_settings', { key: text('key').primaryKey(), value: text('value').notNull() });

/** An import, or the taking back of one, that is not at its end yet: a crash leaves it here, to be finished or taken back. */
export const importRuns = sqliteTable('import_runs', {
  /** The row of `imports` that it is. */
  importId: text('import_id').primaryKey(),
  /** Shared by the commits of all its slices. */
  operation: text('operation').notNull(),
  state: text('state', { enum: ['importing', 'taking-back'] }).notNull(),
  kind: text('kind').notNull(),
  fileName: text('file_name').notNull(),
  /** The day on which it began, which all its rows bear. */
  day: text('day').notNull(),
  /** Rows to import in all. */
  total: integer('total').notNull(),
  added: integer('added').notNull(),
  updated: integer('updated').notNull(),
  /** Rows passed over, since somebody else changed the same thing meanwhile. */
  leftAlone: integer('left_alone').notNull(),
  /** How far the log went when the plan was made. */
  standsOn: integer('stands_on').notNull(),
  /** Shared by the commits that take it back; empty until then. */
  backOperation: text('back_operation').notNull(),
});

/** What such an import has still to write, a few rows at a time. The slice that writes them takes them away. */
export const importRunRows = sqliteTable(
  'import_run_rows',
  {
    importId: text('import_id').notNull(),
    number: integer('number').notNull(),
    /** JSON of planned rows. */
    rows: text('rows').notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.number] })],
);

/** The log: see db/log/README.md. */
export const commits = sqliteTable(
  'commits',
  {
    /** Order of arrival on this device. */
    sequence: integer('sequence').primaryKey({ autoIncrement: true }),
    /** Not looked up by itself: whoever knows it knows the stamp, and an index in random order costs a page an entry. */
    hash: text('hash').notNull(),
    space: text('space').notNull(),
    device: text('device').notNull(),
    /** Place in the chain of this device in this space, from 1. */
    number: integer('number').notNull(),
    previous: text('previous').notNull(),
    stamp: text('stamp').notNull().unique(),
    person: text('person').notNull(),
    meeting: text('meeting'),
    operation: text('operation').notNull(),
    intent: text('intent').notNull(),
    body: text('body').notNull(),
    signature: text('signature').notNull(),
  },
  (table) => [
    index('commits_by_chain').on(table.device, table.space, table.number),
    index('commits_by_operation').on(table.operation),
    index('commits_by_space').on(table.space, table.stamp),
    index('commits_by_meeting').on(table.meeting),
    index('commits_by_device').on(table.device, table.stamp),
  ],
);

/**
 * One changed field: the log's index for history, base stamps and rebuild. In the file it is kept by its key alone
 * (`WITHOUT ROWID`): a row's puts lie together, and a large import writes half as much.
 */
export const puts = sqliteTable(
  'puts',
  {
    /** The table that the row is in. */
    relation: text('relation').notNull(),
    row: text('row').notNull(),
    field: text('field').notNull(),
    stamp: text('stamp').notNull(),
    /** JSON scalar: string, whole number or null. */
    value: text('value').notNull(),
    /** Stamps of the values it was written on top of, parted by spaces; empty for the first. */
    base: text('base').notNull(),
  },
  (table) => [primaryKey({ columns: [table.relation, table.row, table.field, table.stamp] })],
);
