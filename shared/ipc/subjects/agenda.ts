import { z } from 'zod';
import { agendaOrderRules, visitEnds } from '../../agenda/day-rules';
import { agendaReasons } from '../../language/meeting';
import type { AgendaCandidate, AgendaView, ProposedMinutesView, RestPreview } from '../../views/agenda';
import type { DocumentRow } from '../../views/documents';
import { clockTime, id, line, someLine } from '../inputs';
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
    z.strictObject({
      meetingId: id,
      afterPosition: z.int().min(0).max(1000),
      minutes: z.int().min(1).max(180),
      title: someLine,
      /** For a break at a time: it begins then, or once the case that is being discussed then has ended. */
      at: clockTime.nullish(),
    }),
  ),
  removeBreak: verb<void>()(z.strictObject({ breakId: id })),
  /** How colours come: in any order, Red first, or colour by colour. */
  setOrderRule: verb<void>()(z.strictObject({ meetingId: id, order: z.enum(agendaOrderRules) })),
  /** Splits the meeting in two, or joins it again. */
  setSittings: verb<void>()(
    z.strictObject({ meetingId: id, sittings: z.strictObject({ firstEndsAt: clockTime, secondStartsAt: clockTime }).nullable() }),
  ),
  setMostMinutes: verb<void>()(z.strictObject({ meetingId: id, minutes: z.int().min(5).max(1440).nullable() })),
  setFixedStart: verb<void>()(z.strictObject({ itemId: id, startsAt: clockTime.nullable() })),
  /** When and how an agency can come to this meeting. */
  setVisit: verb<void>()(
    z.strictObject({ meetingId: id, agencyId: id, from: clockTime.nullable(), until: clockTime.nullable(), isRemote: z.boolean() }),
  ),
  /** The agency can come at any time and in person again. */
  removeVisit: verb<void>()(z.strictObject({ meetingId: id, agencyId: id })),
  /** Two cases one after the other, or two whose agencies must not meet; gives the id of the rule. */
  pairCases: verb<string>()(z.strictObject({ kind: z.enum(['together', 'apart']), itemId: id, otherItemId: id })),
  /** A case that must not be discussed while an agency is in the room; gives the id of the rule. */
  keepFrom: verb<string>()(z.strictObject({ itemId: id, agencyId: id, reason: line })),
  removeCaseRule: verb<void>()(z.strictObject({ ruleId: id })),
  /** Orders what is not pinned so that partners wait least. */
  order: verb<void>()(byMeeting),
  /** Orders what is still to come of a running meeting; what was heard and the current case stay. */
  orderRemaining: verb<void>()(byMeeting),
  /** What would come of the rest of a running meeting if an agency came or left at another time, or a case came in now; nothing is recorded. */
  previewRest: verb<RestPreview>()(
    z.strictObject({
      meetingId: id,
      told: z.strictObject({ agencyId: id, end: z.enum(visitEnds), at: clockTime }).nullable(),
      caseId: id.nullable(),
    }),
  ),
  /**
   * Takes an order for the rest, with what it was worked out for, as one operation; `at` null takes back what an agency told,
   * and `remove` a case that was added.
   */
  changeRest: verb<void>()(
    z.strictObject({
      meetingId: id,
      /** Every case of the agenda. */
      order: z.array(id).min(1).max(1000),
      told: z.strictObject({ agencyId: id, end: z.enum(visitEnds), at: clockTime.nullable() }).nullable(),
      add: id.nullable(),
      remove: id.nullable(),
    }),
  ),
  /** Goes on searching for less waiting while the agenda is looked at; told by the event `agendaSearch`. */
  search: verb<void>()(byMeeting),
  stopSearch: verb<void>()(byMeeting),
  issue: verb<DocumentRow>()(byMeeting),
} as const;
