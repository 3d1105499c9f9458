import { z } from 'zod';
import type { FindResult, RegisterRow } from '../../views/register';
import { id, line } from '../inputs';
import { nothing, verb } from '../verb';

export const register = {
  list: verb<readonly RegisterRow[]>()(nothing),
  /** Saves as CSV what the table shows, in its order; the path, or null where cancelled. */
  exportCsv: verb<string | null>()(z.strictObject({ caseIds: z.array(id).max(20_000), columns: z.array(line).max(60) })),
  find: verb<readonly FindResult[]>()(z.strictObject({ text: line })),
} as const;
