import { z } from 'zod';
import type { DocumentRow, IssuedSummary } from '../../views/documents';
import { id } from '../inputs';
import { byId, byMeeting, nothing, verb } from '../verb';

export const documents = {
  /** Newest first. */
  list: verb<readonly DocumentRow[]>()(nothing),
  issueMinutes: verb<DocumentRow>()(z.strictObject({ meetingId: id, isFinal: z.boolean() })),
  issuePacks: verb<IssuedSummary>()(byMeeting),
  bytes: verb<Uint8Array>()(byId),
  /** Saves one PDF where the person chooses; the path, or null where cancelled. */
  save: verb<string | null>()(byId),
  /** Saves several into a folder that the person chooses; the folder, or null. */
  saveAll: verb<string | null>()(z.strictObject({ ids: z.array(id).min(1).max(500) })),
} as const;
