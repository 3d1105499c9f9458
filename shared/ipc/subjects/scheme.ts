import { z } from 'zod';
import { colours } from '../../language/colour';
import { pathways } from '../../language/pathway';
import { roles } from '../../language/role';
import { type IdleLockSettings, idleMinutes } from '../../rules/idle-lock';
import type { AuditEntry, HealthView, SchemeView } from '../../views/scheme';
import { clockTime, id, line, minutes, newPassphrase, passphrase, prose, someLine, someProse } from '../inputs';
import { nothing, verb } from '../verb';

export const scheme = {
  get: verb<SchemeView>()(nothing),
  edit: verb<void>()(
    z.strictObject({
      brand: someLine.optional(),
      area: line.optional(),
      marking: line.optional(),
      purpose: prose.optional(),
      legalBasis: prose.optional(),
      confidentiality: someProse.optional(),
      meetingWeekday: z.int().min(1).max(7).optional(),
      meetingStartsAt: clockTime.optional(),
      minutesPerCase: minutes.optional(),
      reviewWeeks: z.int().min(1).max(104).optional(),
      documentPrefix: line.optional(),
    }),
  ),
  setColourMeaning: verb<void>()(z.strictObject({ colour: z.enum(colours), meaning: someLine })),
  saveAgency: verb<string>()(
    z.strictObject({
      id: id.nullable(),
      kind: line,
      name: someLine,
      code: someLine.pipe(z.string().max(4)),
      pathways: z.array(z.enum(pathways)),
      isCore: z.boolean(),
      attends: z.boolean(),
      linkPersonId: id.nullable(),
      email: line,
    }),
  ),
  savePerson: verb<string>()(
    z.strictObject({
      id: id.nullable(),
      agencyId: id,
      name: someLine,
      post: line,
      /** Left out, it stays as it is. */
      team: line.optional(),
      email: line,
      phone: line,
      role: z.enum(roles),
    }),
  ),
  withdrawPerson: verb<void>()(z.strictObject({ id, reason: someLine })),
  changePassphrase: verb<boolean>()(z.strictObject({ old: passphrase, new: newPassphrase })),
  idleLock: verb<IdleLockSettings>()(nothing),
  setIdleLock: verb<void>()(z.strictObject({ minutes: z.literal(idleMinutes), duringConference: z.boolean() })),
  /** What was typed in forms and not saved, by field; it outlives a lock and a crash. An empty text is forgotten. */
  keptTyping: verb<Readonly<Record<string, string>>>()(nothing),
  keepTyping: verb<void>()(z.record(z.string().min(1).max(300), prose)),
  setKeychainUnlock: verb<boolean>()(z.strictObject({ isOn: z.boolean() })),
  health: verb<HealthView>()(nothing),
  /** Saves a report without personal data where the person chooses; the path, or null where cancelled. */
  saveDiagnosis: verb<string | null>()(nothing),
  /** Newest first. */
  audit: verb<readonly AuditEntry[]>()(
    z.strictObject({ before: z.int().nullable(), limit: z.int().min(1).max(500), caseId: id.nullable() }),
  ),
  /** Checks every hash, signature and chain of the log, and that the tables are what the log says. */
  verifyLog: verb<{ readonly isWhole: boolean; readonly commits: number; readonly problems: readonly string[] }>()(nothing),
} as const;
