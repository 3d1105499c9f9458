import { z } from 'zod';
import type { AppStatus, OpenResult } from '../../views/scheme';
import { line, newPassphrase, passphrase } from '../inputs';
import { nothing, verb } from '../verb';

export const app = {
  status: verb<AppStatus>()(nothing),
  openDemonstration: verb<OpenResult>()(nothing),
  /** Asks with the system's own dialog; null where cancelled. */
  chooseSchemeFile: verb<string | null>()(nothing),
  unlock: verb<OpenResult>()(z.strictObject({ path: z.string().min(1).max(4096), passphrase })),
  unlockWithKeychain: verb<OpenResult>()(z.strictObject({ path: z.string().min(1).max(4096) })),
  recover: verb<OpenResult>()(z.strictObject({ path: z.string().min(1).max(4096), words: z.array(line).length(18), newPassphrase })),
  lock: verb<void>()(nothing),
  /** Somebody is at the computer; told a few times a minute at most. */
  noteInput: verb<void>()(z.strictObject({ isChairing: z.boolean() })),
} as const;
