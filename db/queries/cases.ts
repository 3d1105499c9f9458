import { eq, sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import type { Colour } from '../../shared/language/colour';
import type { Reader } from '../connection';
import { cases, colourChanges } from '../schema';
import { type Among, among } from './among';

export type CaseRow = typeof cases.$inferSelect;

export function findCase(read: Reader, id: string): CaseRow | undefined {
  return read.select().from(cases).where(eq(cases.id, id)).get();
}

/** "SURNAME, Forenames" by case id. */
export function caseNames(read: Reader, ids: Among): ReadonlyMap<string, string> {
  const rows = read
    .select({ id: cases.id, surname: cases.surname, forenames: cases.forenames })
    .from(cases)
    .where(among(cases.id, ids))
    .all();
  return new Map(rows.map((row) => [row.id, caseName(row.surname, row.forenames)]));
}

export interface ColourNow {
  readonly colour: Colour;
  /** The first day of the unbroken run of this colour: confirming a colour does not restart it. */
  readonly since: string | null;
}

interface ColourLine {
  readonly caseId: string | null;
  readonly colour: Colour | null;
  readonly decidedOn: string | null;
}

/**
 * The colour of each case that has one: its latest change by (day, instant, id).
 *
 * @param before leaves this meeting's own changes out: the colour as it was when the case came up.
 */
export function coloursNow(read: Reader, ids: Among, before: { readonly meetingId: string } | null = null): ReadonlyMap<string, ColourNow> {
  const conditions = [
    sql`colour is not null`,
    among(sql`case_id`, ids),
    before ? sql`(meeting_id is null or meeting_id <> ${before.meetingId})` : undefined,
  ].filter((condition) => condition !== undefined);
  // Read in the order of an index that holds all of these columns, so that nothing is sorted and no row is looked up.
  const lines = read.all<ColourLine>(
    sql`select case_id as caseId, colour, decided_on as decidedOn from ${colourChanges}
        where ${sql.join(conditions, sql` and `)} order by case_id, decided_on, decided_at, id`,
  );
  const now = new Map<string, ColourNow>();
  for (const { caseId, colour, decidedOn } of lines) {
    if (caseId === null || colour === null) continue;
    if (now.get(caseId)?.colour !== colour) now.set(caseId, { colour, since: decidedOn });
  }
  return now;
}

export function colourNow(read: Reader, caseId: string): ColourNow | null {
  return coloursNow(read, caseId).get(caseId) ?? null;
}

/**
 * The instant that a new colour change carries: `at`, or a millisecond after the latest change of the case where that is
 * not before it, as when two follow within one tick or another device's clock is ahead. What was decided last holds.
 */
export function instantOfColourChange(read: Reader, caseId: string, at: string): string {
  const latest = read.get<{ at: string | null }>(sql`select max(decided_at) as at from ${colourChanges} where case_id = ${caseId}`)?.at;
  return latest && latest >= at ? new Date(Date.parse(latest) + 1).toISOString() : at;
}
