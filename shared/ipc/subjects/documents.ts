import { z } from 'zod';
import { pictureIds } from '../../insight/picture';
import { deliveryWays, mostFileToVerify } from '../../language/document';
import type { CorrectionsView, HolderRow } from '../../views/corrections';
import type { DocumentRow, IssuedSummary, PackStanding, SentOut, Verification } from '../../views/documents';
import { id, prose, quarterId, someLine, someProse } from '../inputs';
import { byId, byMeeting, nothing, verb } from '../verb';

const file = z
  .instanceof(Uint8Array)
  .refine(({ byteLength }) => byteLength <= mostFileToVerify, 'This file is too large to be one of ours');

/** A field of the minutes: `discussion`, `action:26-101:text`. See shared/views/corrections.ts. */
const target = z.string().regex(/^[A-Za-z]+(:[^:]{1,40}){0,2}$/, 'This is not a field of the minutes');

/** What can be issued by itself; the reader is an agency, or null for the full record. */
const wish = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case-summary'), caseId: id, agencyId: id.nullable() }),
  z.strictObject({ kind: z.literal('attendance-sheet'), meetingId: id }),
  z.strictObject({ kind: z.literal('action-list'), agencyId: id.nullable() }),
  z.strictObject({
    kind: z.literal('briefing'),
    team: someLine,
    caseIds: z.array(id).min(1, 'Choose whom the briefing is about').max(60),
    /** Whether the photographs that are on the cases are printed. */
    withPhotographs: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('tasking-pack'),
    meetingId: id,
    agencyId: id,
    area: someLine.nullable(),
    team: someLine.nullable(),
    personId: id.nullable(),
  }),
  z.strictObject({
    kind: z.literal('quarterly-report'),
    quarter: quarterId,
    pictures: z.array(z.enum(pictureIds)).min(1, 'Choose at least one picture').max(pictureIds.length),
    introduction: prose,
  }),
]);
export type DocumentWish = z.output<typeof wish>;

export const documents = {
  /** Newest first. */
  list: verb<readonly DocumentRow[]>()(nothing),
  /** Draft or final minutes; of a conference whose minutes are final, the next version with the corrections that wait. */
  issueMinutes: verb<DocumentRow>()(z.strictObject({ meetingId: id, isFinal: z.boolean() })),
  /** One agency's own minutes of it: a draft until the full record is final. */
  issueAgencyMinutes: verb<DocumentRow>()(z.strictObject({ meetingId: id, agencyId: id })),
  /** For every agency, each a version after the one it has; or for some alone, such as those that are missing after a failure. */
  issuePacks: verb<IssuedSummary>()(z.strictObject({ meetingId: id, agencyIds: z.array(id).min(1).max(500).optional() })),
  /** One document by itself, for one reader. */
  issue: verb<DocumentRow>()(wish),
  /** Stops the documents that are being made; those that are done stay. */
  stop: verb<void>()(nothing),
  bytes: verb<Uint8Array>()(byId),
  /**
   * Saves one PDF where the person chooses; the path, or null where cancelled. With a password the saved copy is made anew
   * and protected by it; the one in the ledger stays as it is.
   */
  save: verb<string | null>()(
    z.strictObject({ id, password: z.string().min(8, 'A password has at least 8 characters').max(120).optional() }),
  ),
  /** Saves the Word edition of minutes, an action list or a report, made from what it said when it was issued. */
  saveWord: verb<string | null>()(byId),
  /** Saves the PDF and the Word edition side by side in a folder that the person chooses; the folder, or null where cancelled. */
  saveEditions: verb<string | null>()(byId),
  /** Saves several into a folder that the person chooses; what could not be saved is told of. Null where cancelled. */
  saveAll: verb<SentOut | null>()(z.strictObject({ ids: z.array(id).min(1).max(500) })),
  /** Each agency's pack of a conference, and whether it has been given it. */
  packs: verb<readonly PackStanding[]>()(byMeeting),
  /**
   * Sends several out: into a folder or a zip with a summary, or as e-mail drafts each with its own document. Null where the
   * person cancelled. Each that goes out is written down as given to its reader.
   */
  sendOut: verb<SentOut | null>()(z.strictObject({ ids: z.array(id).min(1).max(500), as: z.enum(['folder', 'zip', 'drafts']) })),
  /** Holds a file against the ledger. */
  verify: verb<Verification>()(z.strictObject({ bytes: file })),
  /** What final minutes say, field by field, and their corrections. */
  corrections: verb<CorrectionsView>()(byMeeting),
  /** Writes a correction down, to go out with the next version; its id. */
  correct: verb<string>()(z.strictObject({ meetingId: id, caseId: id.nullable(), target, says: prose, reason: someProse })),
  withdrawCorrection: verb<void>()(byId),
  /** Who was handed which version of this document. */
  holders: verb<readonly HolderRow[]>()(byId),
  recordDelivery: verb<string>()(z.strictObject({ id, agencyId: id.nullable(), recipient: someLine, how: z.enum(deliveryWays) })),
  /** Calls back every copy of earlier versions of this document; how many. */
  recall: verb<number>()(z.strictObject({ id, note: someProse })),
  /** Writes the note as e-mail drafts to all whose copy is called back and still out. Null where the person cancelled. */
  recallDrafts: verb<SentOut | null>()(byId),
  /** A copy that was called back is destroyed or came back: by the id of its delivery. */
  returned: verb<void>()(byId),
} as const;
