import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '../../../db/connection';
import type { Operation } from '../../../db/log/recorder';
import { fieldHistory } from '../../../db/queries/field-history';
import { cases, custodyPeriods } from '../../../db/schema';
import type { CustodyKind } from '../../../shared/language/outcome-event';
import { dayOf } from '../../../shared/language/scheme-place';
import { isInCustody, type StatutoryPosition } from '../../../shared/language/statutory-position';

/** A stay in custody that has no last day yet. */
function openPeriod(read: Reader, caseId: string): typeof custodyPeriods.$inferSelect | undefined {
  return read
    .select()
    .from(custodyPeriods)
    .where(and(eq(custodyPeriods.caseId, caseId), isNull(custodyPeriods.endsOn), isNull(custodyPeriods.withdrawnOn)))
    .orderBy(desc(custodyPeriods.startsOn))
    .get();
}

interface Stay {
  readonly kind: CustodyKind;
  readonly on: string;
  readonly place: string;
}

/** Begins a stay in custody, unless one is open. Its days are taken out of the time in which someone could offend (HMI 8.5). */
export function enterCustody(operation: Operation, caseId: string, { kind, on, place }: Stay): void {
  if (openPeriod(operation.read, caseId)) return;
  operation.put(custodyPeriods, operation.newId(), { caseId, kind, startsOn: on, place, recordedAt: operation.at });
}

/**
 * Ends the stay that is open. Where none was recorded, as for someone who came onto the register inside, its first day
 * is the one on which the log first knew of it.
 */
export function leaveCustody(operation: Operation, caseId: string, on: string): void {
  const open = openPeriod(operation.read, caseId);
  if (open) {
    operation.put(custodyPeriods, open.id, { endsOn: on });
    return;
  }
  const known = knownInsideSince(operation.read, caseId);
  if (known === null || known.day > on) return;
  operation.put(custodyPeriods, operation.newId(), {
    caseId,
    kind: known.kind,
    startsOn: known.day,
    endsOn: on,
    recordedAt: operation.at,
  });
}

function knownInsideSince(read: Reader, caseId: string): { readonly day: string; readonly kind: CustodyKind } | null {
  const history = fieldHistory(read, cases, caseId, 'statutoryPosition') ?? [];
  let since: { day: string; kind: CustodyKind } | null = null;
  // Newest first; the run of custody that ends with the present is followed back to its beginning.
  const [latest, ...earlier] = history;
  const run = latest && isInCustody(latest.value as StatutoryPosition | null) ? history : earlier;
  for (const { value, at } of run) {
    if (!isInCustody(value as StatutoryPosition | null)) break;
    since = { day: dayOf(at), kind: value === 'remand' ? 'remand' : 'sentence' };
  }
  return since;
}
