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
});

export const localSettings = sqliteTable('local_settings', { key: text('key').primaryKey(), value: text('value').notNull() });

/** The log: see db/log/README.md. */
export const commits = sqliteTable(
  'commits',
  {
    /** Order of arrival on this device. */
    sequence: integer('sequence').primaryKey({ autoIncrement: true }),
    hash: text('hash').notNull().unique(),
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

/** One changed field: the log's index for history, base stamps and rebuild. */
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
