import { z } from 'zod';
import { custodyKinds, outcomeEventKinds, positiveKinds, severityGroups } from '../../language/outcome-event';
import { offenceGroups } from '../../language/selection';
import { type BeforeAfter, countedKinds } from '../../outcomes/before-after';
import type { OutcomesOfCase } from '../../views/outcomes';
import { day, id, line, prose, someLine } from '../inputs';
import { verb } from '../verb';

export const outcomes = {
  ofCase: verb<OutcomesOfCase>()(z.strictObject({ caseId: id })),
  recordEvent: verb<void>()(
    z.strictObject({
      caseId: id,
      kind: z.enum(outcomeEventKinds),
      happenedOn: day,
      what: someLine,
      offenceGroup: z.enum(offenceGroups).nullable(),
      severity: z.enum(severityGroups).nullable(),
      positiveKind: z.enum(positiveKinds).nullable(),
      offences: z.int().min(1).max(1000),
      note: prose,
      agencyId: id.nullable(),
    }),
  ),
  withdrawEvent: verb<void>()(z.strictObject({ id, reason: someLine })),
  saveCustody: verb<void>()(
    z.strictObject({
      caseId: id,
      /** A stay that is there, or null for another one. */
      id: id.nullable(),
      kind: z.enum(custodyKinds),
      startsOn: day,
      endsOn: day.nullable(),
      place: line,
    }),
  ),
  withdrawCustody: verb<void>()(z.strictObject({ id, reason: someLine })),
  /** Before and after adoption over equal windows and time at liberty. */
  beforeAfter: verb<BeforeAfter>()(z.strictObject({ kind: z.enum(countedKinds), window: z.int().min(30).max(1826) })),
} as const;
