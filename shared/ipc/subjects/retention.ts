import { z } from 'zod';
import { retentionKinds } from '../../language/retention';
import type { ErasurePreview, RetentionView } from '../../views/retention';
import { day, id, line, someProse } from '../inputs';
import { nothing, verb } from '../verb';

const some = z.array(id).min(1).max(500).readonly();

export const retention = {
  view: verb<RetentionView>()(nothing),
  setRule: verb<void>()(
    z.strictObject({ kind: z.enum(retentionKinds), months: z.int().min(1).max(1200), reason: someProse, source: line }),
  ),
  /** Keeps what is held of people until a day, with the reason. */
  keep: verb<void>()(z.strictObject({ caseIds: some, keepUntil: day, reason: someProse })),
  preview: verb<readonly ErasurePreview[]>()(z.strictObject({ caseIds: some })),
  /** Erases for good. Each person is named a second time, by the surname. Gives how many entries were dropped. */
  erase: verb<{ readonly entries: number }>()(
    z.strictObject({
      people: z
        .array(z.strictObject({ caseId: id, surname: line }))
        .min(1)
        .max(500),
      reason: someProse,
    }),
  ),
} as const;
