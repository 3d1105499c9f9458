import { and, desc, eq, isNull } from 'drizzle-orm';
import type { Reader } from '../connection';
import { people, photographs } from '../schema';

export interface StoredPhotograph {
  readonly id: string;
  /** Base64. */
  readonly picture: string;
  readonly takenOn: string | null;
  readonly source: string;
  readonly addedAt: string | null;
  readonly addedByName: string;
}

/** The latest picture of a case that was not withdrawn, or null: two that were added apart from each other both stay. */
export function photographOf(read: Reader, caseId: string): StoredPhotograph | null {
  const row = read
    .select({
      id: photographs.id,
      picture: photographs.picture,
      takenOn: photographs.takenOn,
      source: photographs.source,
      addedAt: photographs.addedAt,
      addedByName: people.name,
    })
    .from(photographs)
    .leftJoin(people, eq(people.id, photographs.addedBy))
    .where(and(eq(photographs.caseId, caseId), isNull(photographs.withdrawnOn)))
    .orderBy(desc(photographs.addedAt), desc(photographs.id))
    .limit(1)
    .get();
  return row === undefined ? null : { ...row, addedByName: row.addedByName ?? '' };
}

/** Base64 of every picture of a case, those that were withdrawn too, the earliest first. */
export function allPicturesOf(read: Reader, caseId: string): readonly string[] {
  return read
    .select({ picture: photographs.picture })
    .from(photographs)
    .where(eq(photographs.caseId, caseId))
    .orderBy(photographs.addedAt, photographs.id)
    .all()
    .map(({ picture }) => picture);
}
