import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { RetentionKind } from '../../shared/language/retention';
import { day, instant, reference, rowId, whole, words } from './columns';
import { people } from './scheme';

/** How long is kept what is held of people whose place ended in one way. Id: the kind. Space `scheme`. */
export const retentionRules = sqliteTable('retention_rules', {
  id: text('id').$type<RetentionKind>().primaryKey(),
  /** Counted from the day on which the place ended. */
  months: whole('months').notNull().default(72),
  /** Why so long, and on what it stands: for whoever asks in ten years. */
  reason: words('reason'),
  source: words('source'),
  changedOn: day('changed_on'),
  changedBy: reference('changed_by').references(() => people.id),
});

/**
 * That a case was erased: the tombstone. Nothing in it says who the person was. Space `scheme`, since everyone who holds
 * anything of the case has to hear of it. Several of one case hold together.
 */
export const caseErasures = sqliteTable(
  'case_erasures',
  {
    id: rowId(),
    /** Not `case_id`, for the row is not the case's: it outlives it. */
    erasedCase: words('erased_case'),
    /** The rule under which it was due, in words. */
    rule: words('rule'),
    reason: words('reason'),
    /** JSON: for each device the last entry of the case that this erasure knew of, by number and hash. */
    covers: text('covers').notNull().default('{}'),
    /** JSON: the conferences at which it stood on the agenda, and in which place: `[[meeting id, place], …]`. */
    stoodIn: text('stood_in').notNull().default('[]'),
    erasedAt: instant('erased_at'),
    erasedBy: reference('erased_by').references(() => people.id),
  },
  (table) => [index('case_erasures_by_case').on(table.erasedCase)],
);

/** What this device has done about each erased case; it stays here. */
export const erasureWork = sqliteTable('erasure_work', {
  caseId: text('case_id').primaryKey(),
  /** When the content went out of the tables and the log of this device, ISO 8601 UTC. */
  erasedAt: text('erased_at').notNull(),
  /** When the file was written anew without it; null until then. */
  clearedAt: text('cleared_at'),
  /** When this device's own files in the shared folder had nothing of it left; null until then. */
  shareClearedAt: text('share_cleared_at'),
});
