import { z } from 'zod';
import type { InvitationsView, SavedInvitations } from '../../views/invitations';
import { id } from '../inputs';
import { byMeeting, verb } from '../verb';

export const invitations = {
  list: verb<InvitationsView>()(byMeeting),
  /** Saves one agency's as an e-mail draft, or as a calendar entry alone, where the person chooses; the path, or null. */
  save: verb<string | null>()(z.strictObject({ meetingId: id, agencyId: id })),
  /** Saves a calendar entry for the own agency's time; the path, or null where cancelled. */
  saveMine: verb<string | null>()(byMeeting),
  /** Saves e-mail drafts into a folder that the person chooses; null where cancelled. */
  saveAll: verb<SavedInvitations | null>()(z.strictObject({ meetingId: id, agencyIds: z.array(id).min(1).max(200) })),
} as const;
