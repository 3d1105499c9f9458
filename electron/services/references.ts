import { eq } from 'drizzle-orm';
import type { Reader } from '../../db/connection';
import { type CaseRow, findCase } from '../../db/queries/cases';
import { agencies, people } from '../../db/schema';
import { Refusal } from '../../shared/language/refusal';

/**
 * What an input points to must be there before anything is written: a foreign key would refuse it as well, but only
 * at the end and without a sentence that says what to do.
 */
export function demandCase(read: Reader, id: string): CaseRow {
  const found = findCase(read, id);
  if (!found) throw new Refusal('This case is not in your copy of the scheme. Nothing was changed. Open the register and choose it again.');
  return found;
}

export function demandAgency(read: Reader, id: string): typeof agencies.$inferSelect {
  const found = read.select().from(agencies).where(eq(agencies.id, id)).get();
  if (!found || found.withdrawnOn !== null) {
    throw new Refusal('This agency is not, or no longer, in the scheme. Nothing was changed. Choose another agency.');
  }
  return found;
}

export function demandAgencies(read: Reader, ids: readonly string[]): void {
  for (const id of new Set(ids)) demandAgency(read, id);
}

export function demandPerson(read: Reader, id: string): typeof people.$inferSelect {
  const found = read.select().from(people).where(eq(people.id, id)).get();
  if (!found || found.withdrawnOn !== null) {
    throw new Refusal('This person is not, or no longer, in the scheme. Nothing was changed. Choose another person.');
  }
  return found;
}

/** An owner: an agency and, where named, someone who works there or is its link worker (CAM R12). */
export function demandOwner(read: Reader, agencyId: string, personId: string | null): void {
  const agency = demandAgency(read, agencyId);
  if (personId === null || agency.linkPersonId === personId) return;
  if (demandPerson(read, personId).agencyId !== agencyId) {
    throw new Refusal('This person works for another agency. Nothing was changed. Choose someone of the agency, or leave the person open.');
  }
}
