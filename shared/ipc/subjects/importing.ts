import { z } from 'zod';
import { importKinds, listTargets } from '../../import/lists/kinds';
import {
  type ImportFieldChange,
  type ImportPlan,
  type ImportResult,
  type ImportRow,
  type ImportSource,
  type ImportUnderWay,
  type ImportUndoView,
  importTargets,
  type SavedMapping,
} from '../../views/importing';
import { id, line, someLine } from '../inputs';
import { byId, nothing, verb } from '../verb';

export const importing = {
  /** Asks for a file and reads it; null where cancelled, a sentence where it cannot be read. */
  choose: verb<ImportSource | { readonly problem: string } | null>()(nothing),
  /** Reads it again with another sheet or heading row, or as holding something else; null leaves that to the headings. */
  reread: verb<ImportSource | { readonly problem: string }>()(
    z.strictObject({
      token: id,
      sheet: line.nullable(),
      headingRow: z.int().min(1).max(1000),
      kind: z.enum(importKinds).nullable(),
      isHiddenLeftOut: z.boolean(),
    }),
  ),
  plan: verb<ImportPlan>()(z.strictObject({ token: id, columns: z.array(z.enum([...importTargets, ...listTargets])).max(500) })),
  /** Field by field, what the row says that would be added or updated as number `at` of all such rows, from 0. */
  rowWhole: verb<readonly ImportFieldChange[]>()(z.strictObject({ token: id, at: z.int().min(0).max(1_000_000) })),
  /** Answers once all of it is recorded; a large file goes in slices, and `underWay` tells how far it is. */
  confirm: verb<ImportResult>()(z.strictObject({ token: id })),
  /** The large import that is not at its end, at work or cut short; and going on with one that was cut short. */
  underWay: verb<ImportUnderWay | null>()(nothing),
  goOn: verb<ImportResult>()(nothing),
  /** What was imported before, newest first. */
  done: verb<readonly ImportRow[]>()(nothing),
  /** What taking an import back would do; and doing it, also with one that is under way. */
  lookAtUndo: verb<ImportUndoView>()(byId),
  undo: verb<ImportUndoView>()(byId),
  /** How the columns of each known sheet are read, the last used first; and looking after them. */
  mappings: verb<readonly SavedMapping[]>()(nothing),
  renameMapping: verb<void>()(z.strictObject({ id, name: someLine })),
  withdrawMapping: verb<void>()(byId),
  cancel: verb<void>()(z.strictObject({ token: id })),
} as const;
