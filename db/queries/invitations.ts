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
      recipients: invitations.recipients,
      madeAt: invitations.madeAt,
      madeByName: sql<string>`coalesce((select name from people where id = ${invitations.madeBy}), '')`,
    })
    .from(invitations)
    .where(eq(invitations.meetingId, meetingId))
    .orderBy(asc(invitations.agencyId), asc(invitations.madeAt), asc(invitations.sequence), asc(invitations.id))
    .all();
  return new Map(
    rows.flatMap(({ agencyId, heldOn, arrivesAt, leavesAt, madeAt, ...row }) =>
      agencyId && heldOn && arrivesAt && leavesAt && madeAt ? [[agencyId, { ...row, agencyId, heldOn, arrivesAt, leavesAt, madeAt }]] : [],
    ),
  );
}
