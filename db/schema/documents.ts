import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant, reference, rowId, whole, withdrawal, words } from './columns';
import { meetings } from './meetings';
import { agencies, people } from './scheme';

export const documentKinds = ['minutes', 'tasking-pack', 'agenda', 'recovery-sheet', 'case-summary'] as const;
export type DocumentKind = (typeof documentKinds)[number];

/** The ledger of issued documents. Space `office`: coordinators and managers. The bytes are in `document_files`. */
export const documents = sqliteTable(
  'documents',
  {
    id: rowId(),
    number: words('number'),
    version: whole('version').notNull().default(1),
    kind: text('kind').$type<DocumentKind>().notNull().default('minutes'),
    title: words('title'),
    meetingId: reference('meeting_id').references(() => meetings.id),
    /** The reader: an agency, or null for the full record kept by core agencies. */
    agencyId: reference('agency_id').references(() => agencies.id),
    recipient: words('recipient'),
    isFinal: whole('is_final').notNull().default(0),
    corrects: words('corrects'),
    fileName: words('file_name'),
    sha256: words('sha256'),
    size: whole('size').notNull().default(0),
    pages: whole('pages').notNull().default(0),
    issuedAt: instant('issued_at'),
    issuedBy: reference('issued_by').references(() => people.id),
    ...withdrawal(),
  },
  (table) => [index('documents_by_meeting').on(table.meetingId), index('documents_by_time').on(table.issuedAt)],
);
