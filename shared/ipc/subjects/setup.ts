import { z } from 'zod';
import type { OpenResult, RecoverySheetView } from '../../views/scheme';
import { line, newPassphrase, someLine } from '../inputs';
import { nothing, verb } from '../verb';

/** Starting a scheme. Nothing is on disk until `finish`. */
export const setup = {
  begin: verb<RecoverySheetView>()(
    z.strictObject({
      brand: someLine,
      area: line,
      marking: line,
      agencies: z
        .array(z.strictObject({ kind: line, name: someLine, code: someLine.pipe(z.string().max(4)), isCore: z.boolean() }))
        .min(1)
        .max(60),
      yourName: someLine,
      /** Index into `agencies`. */
      yourAgency: z.int().min(0).max(59),
      passphrase: newPassphrase,
    }),
  ),
  /** Saves the sheet as a PDF where the person chooses; the path, or null where cancelled. */
  saveRecoverySheet: verb<string | null>()(nothing),
  checkWord: verb<boolean>()(z.strictObject({ word: line })),
  finish: verb<OpenResult>()(z.strictObject({ useKeychain: z.boolean() })),
  abandon: verb<void>()(nothing),
} as const;
