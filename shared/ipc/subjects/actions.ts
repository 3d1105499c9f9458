import { z } from 'zod';
import { actionKinds, actionOutcomes, actionPriorities } from '../../language/action';
import type { ActionRow, ActionUpdateView } from '../../views/actions';
import { day, id, line, prose, someLine, someProse } from '../inputs';
import { byId, verb } from '../verb';

const newAction = z.strictObject({
  caseId: id.nullable(),
  meetingId: id.nullable(),
  agencyId: id,
  personId: id.nullable(),
  text: someProse,
  kind: z.enum(actionKinds),
  priority: z.enum(actionPriorities),
  dueOn: day.nullable(),
});

export const actions = {
  /** `closedSince` leaves out what was closed before that day: ten years of actions are not sent to show one quarter. */
  list: verb<readonly ActionRow[]>()(z.strictObject({ state: z.enum(['open', 'closed', 'all']), closedSince: day.optional() })),
  updates: verb<readonly ActionUpdateView[]>()(byId),
  create: verb<string>()(newAction),
  settle: verb<void>()(
    z.strictObject({ ids: z.array(id).min(1).max(500), outcome: z.enum(actionOutcomes), note: prose, meetingId: id.nullable() }),
  ),
  reopen: verb<void>()(z.strictObject({ ids: z.array(id).min(1).max(500), reason: someLine })),
  update: verb<void>()(z.strictObject({ ids: z.array(id).min(1).max(500), text: someProse })),
  /** Its words put right; what they were stays in its story. */
  reword: verb<void>()(z.strictObject({ id, text: someProse })),
  changeDue: verb<void>()(z.strictObject({ ids: z.array(id).min(1).max(500), dueOn: day, reason: line })),
  reassign: verb<void>()(z.strictObject({ ids: z.array(id).min(1).max(500), agencyId: id, personId: id.nullable(), reason: line })),
} as const;
