import { asc, eq, sql } from 'drizzle-orm';
import type { Reader } from '../connection';
import { invitations } from '../schema';

export interface LatestInvitation {
  readonly agencyId: string;
  readonly sequence: number;
  readonly isCancellation: boolean;
  readonly heldOn: string;
  readonly arrivesAt: string;
  readonly leavesAt: string;
  readonly place: string;
  /** For which the agency was sent an entry, in this invitation or an earlier one. */
  readonly sittings: readonly number[];
  readonly recipients: string;
  readonly madeAt: string;
  readonly madeByName: string;
}

/** The latest invitation that was made for each agency to one conference, by agency. */
export function latestInvitations(read: Reader, meetingId: string): ReadonlyMap<string, LatestInvitation> {
  const rows = read
    .select({
      agencyId: invitations.agencyId,
      sequence: invitations.sequence,
      isCancellation: invitations.isCancellation,
      heldOn: invitations.heldOn,
      arrivesAt: invitations.arrivesAt,
      leavesAt: invitations.leavesAt,
      place: invitations.place,
      sittings: invitations.sittings,
      recipients: invitations.recipients,
      madeAt: invitations.madeAt,
      madeByName: sql<string>`coalesce((select name from people where id = ${invitations.madeBy}), '')`,
    })
    .from(invitations)
    .where(eq(invitations.meetingId, meetingId))
    .orderBy(asc(invitations.agencyId), asc(invitations.madeAt), asc(invitations.sequence), asc(invitations.id))
    .all();
  const latest = new Map<string, LatestInvitation>();
  for (const { agencyId, heldOn, arrivesAt, leavesAt, madeAt, sittings, ...row } of rows) {
    if (!agencyId || !heldOn || !arrivesAt || !leavesAt || !madeAt) continue;
    const asked = new Set([...(latest.get(agencyId)?.sittings ?? []), ...sittingsIn(sittings)]);
    latest.set(agencyId, { ...row, agencyId, heldOn, arrivesAt, leavesAt, madeAt, sittings: [...asked] });
  }
  return latest;
}

function sittingsIn(written: string): readonly number[] {
  const read: unknown = JSON.parse(written);
  return Array.isArray(read) ? read.filter((each) => typeof each === 'number') : [];
}
