import { z } from 'zod';
import type { BackupOutcome, BackupsView, DrillOutcome, InspectOutcome } from '../../views/backups';
import type { OpenResult } from '../../views/scheme';
import { line, newPassphrase, passphrase } from '../inputs';
import { nothing, verb } from '../verb';

/** Copies of the scheme that can be gone back to. The last four are for the first screens, while no scheme is open. */
export const backups = {
  get: verb<BackupsView>()(nothing),
  make: verb<BackupOutcome>()(nothing),
  drill: verb<DrillOutcome>()(nothing),
  /** Asks with the system's own dialog; the folder, or null where cancelled. */
  chooseFolder: verb<string | null>()(nothing),
  useOwnFolder: verb<void>()(nothing),
  choose: verb<string | null>()(nothing),
  inspect: verb<InspectOutcome>()(
    z.strictObject({
      path: z.string().min(1).max(4096),
      secret: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('passphrase'), passphrase }),
        z.strictObject({ kind: z.literal('words'), words: z.array(line).length(18), newPassphrase }),
      ]),
    }),
  ),
  restore: verb<OpenResult>()(nothing),
  leave: verb<void>()(nothing),
} as const;
