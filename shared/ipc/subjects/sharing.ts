import { z } from 'zod';
import { roles } from '../../language/role';
import type { OpenResult, RecoverySheetView } from '../../views/scheme';
import type { ConflictView, FolderChecked, JoinState, SharingView } from '../../views/sharing';
import { id, line, newPassphrase, someLine } from '../inputs';
import { nothing, verb } from '../verb';

const folder = z.string().min(1).max(4096);

/** The shared folder: setting it up, who is in it, and joining by it. Those from `chooseToJoin` on are for the first screens. */
export const sharing = {
  get: verb<SharingView>()(nothing),
  /** Asks for a folder with the system's own dialog, and tries there what the exchange will do; null where cancelled. */
  chooseFolder: verb<FolderChecked | null>()(nothing),
  use: verb<void>()(z.strictObject({ folder })),
  leave: verb<void>()(nothing),
  exchange: verb<void>()(nothing),
  goOn: verb<void>()(nothing),
  admit: verb<void>()(
    z.strictObject({
      requestId: z.string().regex(/^[0-9a-f]{40}$/),
      person: z.union([
        z.strictObject({ id }),
        z.strictObject({ agencyId: id, name: someLine, post: line, email: line, phone: line, role: z.enum(roles) }),
      ]),
    }),
  ),
  retire: verb<void>()(z.strictObject({ id })),
  /** Gives this computer's file an identity of its own, after a copy of it was noticed. */
  renew: verb<void>()(nothing),
  /** Names the recovery sheet of this workstation by its words, so that it brings the workstation back from the folder. */
  nameSheet: verb<void>()(z.strictObject({ words: z.array(line).max(100) })),
  /** Of one case, or all. */
  conflicts: verb<readonly ConflictView[]>()(z.strictObject({ caseId: id.nullable() })),
  /** Keeps the value that was put at a stamp. */
  settle: verb<void>()(
    z.strictObject({ relation: someLine, row: z.string().min(1).max(200), field: someLine, stamp: z.string().min(1).max(100) }),
  ),
  forgetAway: verb<void>()(nothing),
  /** The folder that the person chose, or null where they cancelled. */
  chooseToJoin: verb<string | null>()(nothing),
  beginJoin: verb<RecoverySheetView>()(z.strictObject({ folder, yourName: someLine, passphrase: newPassphrase })),
  lookJoin: verb<JoinState>()(nothing),
  /** Brings a lost workstation back from the shared folder and the words of its sheet. */
  rebuild: verb<OpenResult>()(z.strictObject({ folder, words: z.array(line).max(100), newPassphrase })),
} as const;
