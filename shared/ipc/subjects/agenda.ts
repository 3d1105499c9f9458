import { z } from 'zod';
import { agendaReasons } from '../../language/meeting';
import type { AgendaCandidate, AgendaView, ProposedMinutesView } from '../../views/agenda';
import type { DocumentRow } from '../../views/documents';
import { id, line, someLine } from '../inputs';
import { byMeeting, verb } from '../verb';

export const agenda = {
  get: verb<AgendaView>()(byMeeting),
  candidates: verb<readonly AgendaCandidate[]>()(byMeeting),
  addCases: verb<void>()(z.strictObject({ meetingId: id, caseIds: z.array(id).min(1).max(500), reason: z.enum(agendaReasons) })),
  removeCase: verb<void>()(z.strictObject({ itemId: id, reason: line })),
  move: verb<void>()(z.strictObject({ itemId: id, position: z.int().min(1).max(1000) })),
  setMinutes: verb<void>()(z.strictObject({ itemId: id, minutes: z.int().min(1).max(180) })),
  /** What cases like those that are still to be heard took before, in the order of the agenda. */
  proposedMinutes: verb<readonly ProposedMinutesView[]>()(byMeeting),
  takeProposedMinutes: verb<void>()(z.strictObject({ meetingId: id, itemIds: z.array(id).min(1).max(500) })),
  pin: verb<void>()(z.strictObject({ itemId: id, isPinned: z.boolean() })),
  addBreak: verb<void>()(
    z.strictObject({ meetingId: id, afterPosition: z.int().min(0).max(1000), minutes: z.int().min(1).max(180), title: someLine }),
  ),
  removeBreak: verb<void>()(z.strictObject({ breakId: id })),
  /** Orders what is not pinned so that partners wait least. */
  order: verb<void>()(byMeeting),
  issue: verb<DocumentRow>()(byMeeting),
} as const;
