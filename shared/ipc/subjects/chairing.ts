import { z } from 'zod';
import { schemeDecisions } from '../../language/meeting';
import type { ChairItemView, ChairView, OtherInMeeting } from '../../views/chairing';
import { day, id, line, prose, someProse } from '../inputs';
import { byMeeting, nothing, verb } from '../verb';

const ended = z.strictObject({ itemId: id, state: z.enum(['discussed', 'deferred']) });

export const chairing = {
  get: verb<ChairView>()(byMeeting),
  /** Who else records at this conference, from other workstations; the latest first. */
  others: verb<readonly OtherInMeeting[]>()(byMeeting),
  item: verb<ChairItemView>()(z.strictObject({ itemId: id })),
  /** Makes it the current case, and starts or resumes its clock. `ended` is the case that is over with that, in the same moment. */
  begin: verb<void>()(z.strictObject({ itemId: id, ended: ended.optional() })),
  /** Ends it; with `deferred` it goes to the next agenda undiscussed. */
  finish: verb<void>()(ended),
  /** Typing, kept durably before it is recorded. `field` is `discussion`, `colour-reason`, `action` and so on. */
  keepDraft: verb<{ readonly savedAt: string }>()(z.strictObject({ itemId: id, field: line, text: prose })),
  /**
   * `seen` is the text that the typing began from: what another chair recorded since then stays. Absent, the text stands as it
   * is. Gives what is recorded now.
   */
  recordDiscussion: verb<{ readonly discussion: string }>()(z.strictObject({ itemId: id, discussion: prose, seen: prose.optional() })),
  recordDecision: verb<void>()(
    z.strictObject({
      itemId: id,
      decision: z.enum(schemeDecisions),
      decisionText: prose,
      rationale: prose,
      dissent: prose,
      agreedBy: z.array(id).max(60),
      reviewDue: day.nullable(),
    }),
  ),
  contribute: verb<void>()(z.strictObject({ itemId: id, agencyId: id, personId: id.nullable(), text: someProse })),
  /** Puts right what an agency wrote for a conference, until the case is heard; empty text takes it back. */
  reviseUpdate: verb<void>()(z.strictObject({ id, text: prose })),
  /** Opens, or moves, the second window: the current case and nothing else. */
  openProjector: verb<void>()(byMeeting),
  closeProjector: verb<void>()(nothing),
} as const;
