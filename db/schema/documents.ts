import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DeliveryWay, DocumentKind } from '../../shared/language/document';
import { cases } from './cases';
import { day, instant, reference, rowId, whole, withdrawal, words } from './columns';
import { meetings } from './meetings';
import { agencies, people } from './scheme';

/** The ledger of issued documents. Space `agency:<id>` where it is for one, otherwise `office`: coordinators and managers. The bytes are in `document_files`. */
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
    /** Narrower than the agency: the area or the officer that a pack is for. Empty for the agency as a whole. */
    scope: words('scope'),
    /** The person whom it is about. Not `case_id`: the ledger is the office's, whatever it lists. */
    aboutCaseId: reference('about_case_id').references(() => cases.id),
    isFinal: whole('is_final').notNull().default(0),
    corrects: words('corrects'),
    fileName: words('file_name'),
    sha256: words('sha256'),
    size: whole('size').notNull().default(0),
    /** Of the Word edition; empty until one is saved. */
    wordSha256: words('word_sha256'),
    pages: whole('pages').notNull().default(0),
    issuedAt: instant('issued_at'),
    issuedBy: reference('issued_by').references(() => people.id),
    ...withdrawal(),
    /** The day on which every stored copy was removed, because it named someone who has been erased since. */
    contentErasedOn: day('content_erased_on'),
  },
  (table) => [
    index('documents_by_meeting').on(table.meetingId),
    index('documents_by_time').on(table.issuedAt),
    index('documents_by_case').on(table.aboutCaseId),
    index('documents_by_hash').on(table.sha256),
    index('documents_by_word_hash').on(table.wordSha256),
    index('documents_by_agency').on(table.agencyId, table.issuedAt),
    index('documents_by_number').on(table.number, table.version),
  ],
);

/** Who was handed which version, how, and whether it was called back. Space `office`. */
export const documentDeliveries = sqliteTable(
  'document_deliveries',
  {
    id: rowId(),
    documentId: reference('document_id').references(() => documents.id),
    agencyId: reference('agency_id').references(() => agencies.id),
    recipient: words('recipient'),
    how: text('how').$type<DeliveryWay>().notNull().default('by-hand'),
    deliveredAt: instant('delivered_at'),
    deliveredBy: reference('delivered_by').references(() => people.id),
    recalledAt: instant('recalled_at'),
    recalledBy: reference('recalled_by').references(() => people.id),
    recallNote: words('recall_note'),
    /** The day on which the recipient said that the recalled copy is destroyed or sent back. */
    returnedOn: day('returned_on'),
    ...withdrawal(),
  },
  (table) => [index('document_deliveries_by_document').on(table.documentId)],
);

/**
 * What final minutes said, and what they should have said. Space `case:<case id>`, or `scheme` for what is not about a case.
 * The conference itself stays locked: a correction is laid over the minutes as they were issued.
 */
export const minutesCorrections = sqliteTable(
  'minutes_corrections',
  {
    id: rowId(),
    meetingId: reference('meeting_id').references(() => meetings.id),
    caseId: reference('case_id').references(() => cases.id),
    /** Which field, as `shared/views/corrections.ts` writes it. */
    target: words('target'),
    said: words('said'),
    says: words('says'),
    reason: words('reason'),
    correctedAt: instant('corrected_at'),
    correctedBy: reference('corrected_by').references(() => people.id),
    /** The version of the minutes that first has it; 0 until that is issued. */
    version: whole('version').notNull().default(0),
    ...withdrawal(),
  },
  (table) => [index('minutes_corrections_by_meeting').on(table.meetingId), index('minutes_corrections_by_case').on(table.caseId)],
);
