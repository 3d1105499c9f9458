import { z } from 'zod';
import { readinessItems, readinessStates, releaseSources } from '../../language/release';
import { statutoryPositions } from '../../language/statutory-position';
import type { ReleaseDetail, ReleaseRow } from '../../views/releases';
import { clockTime, day, id, line, prose, someLine } from '../inputs';
import { nothing, verb } from '../verb';

const byCase = z.strictObject({ caseId: id });
const check = { caseId: id, item: z.enum(readinessItems) } as const;

export const releases = {
  /** Everyone who is to come out, the soonest first, and those in custody without a date last. */
  list: verb<readonly ReleaseRow[]>()(nothing),
  /** Null where the person is not in custody and no date is set. */
  get: verb<ReleaseDetail | null>()(byCase),
  setDate: verb<void>()(
    z.strictObject({
      caseId: id,
      releaseOn: day.nullable(),
      source: z.enum(releaseSources),
      saidBy: line,
      reason: line,
      saidOn: day,
    }),
  ),
  edit: verb<void>()(
    z.strictObject({ caseId: id, place: line.optional(), expectedAt: clockTime.nullable().optional(), note: prose.optional() }),
  ),
  setCheck: verb<void>()(
    z.strictObject({ ...check, state: z.enum(readinessStates), agencyId: id.nullable(), personId: id.nullable(), note: line }),
  ),
  /** Raises an action from a gap, and gives its id. What is left out is worked out from the release. */
  raiseAction: verb<string>()(
    z.strictObject({
      ...check,
      text: someLine.optional(),
      agencyId: id.optional(),
      personId: id.nullable().optional(),
      dueOn: day.optional(),
    }),
  ),
  saveStep: verb<void>()(
    z.strictObject({
      caseId: id,
      id: id.nullable(),
      stepOn: day,
      stepAt: clockTime.nullable(),
      what: someLine,
      place: line,
      agencyId: id.nullable(),
      personId: id.nullable(),
    }),
  ),
  withdrawStep: verb<void>()(z.strictObject({ id, reason: someLine })),
  /** They came out. The colour is not changed by it; the case proposes that one be chosen. */
  recordRelease: verb<void>()(z.strictObject({ caseId: id, releasedOn: day, statutoryPosition: z.enum(statutoryPositions), note: line })),
} as const;
