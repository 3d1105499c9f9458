import { and, eq } from 'drizzle-orm';
import type { Reader } from '../connection';
import { casePartings } from '../schema';

/** Cases that ceased to concern an agency: what its workstations have of them is as it stood then. */
export function partedCases(read: Reader, agencyId: string): ReadonlySet<string> {
  const rows = read
    .select({ caseId: casePartings.ofCaseId })
    .from(casePartings)
    .where(and(eq(casePartings.agencyId, agencyId), eq(casePartings.isParted, true)))
    .all();
  return new Set(rows.flatMap(({ caseId }) => caseId ?? []));
}

/** Since when a case does not concern an agency any more, ISO 8601 UTC; null where it does, or where nothing was said. */
export function partedSince(read: Reader, caseId: string, agencyId: string): string | null {
  const conditions = and(eq(casePartings.agencyId, agencyId), eq(casePartings.isParted, true), eq(casePartings.ofCaseId, caseId));
  return read.select({ at: casePartings.changedAt }).from(casePartings).where(conditions).get()?.at ?? null;
}
