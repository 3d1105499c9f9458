import { z } from 'zod';
import type { FindResult, RegisterRow } from '../../views/register';
import { line } from '../inputs';
import { nothing, verb } from '../verb';

export const register = {
  list: verb<readonly RegisterRow[]>()(nothing),
  find: verb<readonly FindResult[]>()(z.strictObject({ text: line })),
} as const;
