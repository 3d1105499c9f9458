import { z } from 'zod';
import { actionKinds, actionOutcomes, actionPriorities } from '../language/action';
import { cohortParts, mappaLevels, ogrsBands, roshLevels } from '../language/cohort';
import { colours } from '../language/colour';
import { agendaReasons, attendanceStatuses, schemeDecisions } from '../language/meeting';
import { needPriorities, pathways, progressLevels } from '../language/pathway';
import { roles } from '../language/role';
import { statutoryPositions } from '../language/statutory-position';
import type { ActionRow, ActionUpdateView } from '../views/actions';
import type { AgendaCandidate, AgendaView, MeetingRow } from '../views/agenda';
import type { CaseView, FieldHistoryEntry } from '../views/case';
import type { ChairItemView, ChairView } from '../views/chairing';
import type { DocumentRow, IssuedSummary } from '../views/documents';
import { type ImportPlan, type ImportResult, type ImportSource, importTargets } from '../views/importing';
import type { FindResult, RegisterRow } from '../views/register';
import type { AppStatus, AuditEntry, HealthView, OpenResult, RecoverySheetView, SchemeView } from '../views/scheme';
import { clockTime, day, id, line, minutes, newPassphrase, passphrase, prose, someLine, someProse } from './inputs';

/** One verb: what it takes, checked in the main process before anything else happens, and what it gives. */
export interface Verb<Input extends z.ZodType, Result> {
  readonly input: Input;
  /** Only a type; never a value. */
  readonly result?: Result;
}
const verb =
  <Result>() =>
  <Input extends z.ZodType>(input: Input): Verb<Input, Result> => ({ input });

const nothing = z.undefined();
const byId = z.strictObject({ id });
const byMeeting = z.strictObject({ meetingId: id });

/** The fields of a case, each with what it may hold. An edit sends one or several. */
export const caseFieldInputs = {
  reference: line,
  surname: someLine,
  forenames: line,
  knownAs: line,
  dateOfBirth: day.nullable(),
  pnc: line,
  crn: line,
  prisonNumber: line,
  sex: line,
  ethnicity: line,
  disability: line,
  area: line,
  beat: line,
  leadAgencyId: id.nullable(),
  leadPersonId: id.nullable(),
  statutoryPosition: z.enum(statutoryPositions).nullable(),
  isAtLarge: z.boolean(),
  custodyPlace: line,
  cohortPart: z.enum(cohortParts).nullable(),
  indexOffence: line,
  ogrsScore: z.int().min(0).max(100).nullable(),
  ogrsBand: z.enum(ogrsBands).nullable(),
  rosh: z.enum(roshLevels),
  mappa: z.enum(mappaLevels),
  reviewDue: day.nullable(),
  adoptedOn: day.nullable(),
  releaseOn: day.nullable(),
  licenceEndsOn: day.nullable(),
  orderEndsOn: day.nullable(),
  supervisionEndsOn: day.nullable(),
  doAdvice: prose,
  doNotAdvice: prose,
} as const;

const newAction = z.strictObject({
  caseId: id.nullable(),
  meetingId: id.nullable(),
  agencyId: id,
  personId: id.nullable(),
  text: someProse,
  kind: z.enum(actionKinds),
  priority: z.enum(actionPriorities),
  dueOn: day.nullable(),
});

const colourChange = z.strictObject({
  caseId: id,
  /** The meeting that decided it, or null between meetings. */
  meetingId: id.nullable(),
  colour: z.enum(colours),
  reason: someProse,
  decidedOn: day,
  agreedBy: z.array(id).max(60),
  dissent: prose,
});

/**
 * The whole contract between the window and the main process. Handlers, the bridge of the preload script and the
 * type of `window.roundtable` all come from this map; `shared/ipc/verbs.ts` turns it into types.
 */
export const contract = {
  app: {
    status: verb<AppStatus>()(nothing),
    openDemonstration: verb<OpenResult>()(nothing),
    /** Asks with the system's own dialog; null where cancelled. */
    chooseSchemeFile: verb<string | null>()(nothing),
    unlock: verb<OpenResult>()(z.strictObject({ path: z.string().min(1).max(4096), passphrase })),
    unlockWithKeychain: verb<OpenResult>()(z.strictObject({ path: z.string().min(1).max(4096) })),
    recover: verb<OpenResult>()(z.strictObject({ path: z.string().min(1).max(4096), words: z.array(line).length(18), newPassphrase })),
    lock: verb<void>()(nothing),
  },
  /** Starting a scheme. Nothing is on disk until `finish`. */
  setup: {
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
  },
  scheme: {
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
      z.strictObject({ id: id.nullable(), agencyId: id, name: someLine, post: line, email: line, phone: line, role: z.enum(roles) }),
    ),
    withdrawPerson: verb<void>()(z.strictObject({ id, reason: someLine })),
    changePassphrase: verb<boolean>()(z.strictObject({ old: passphrase, new: newPassphrase })),
    setKeychainUnlock: verb<boolean>()(z.strictObject({ isOn: z.boolean() })),
    health: verb<HealthView>()(nothing),
    /** Newest first. */
    audit: verb<readonly AuditEntry[]>()(
      z.strictObject({ before: z.int().nullable(), limit: z.int().min(1).max(500), caseId: id.nullable() }),
    ),
    /** Checks every hash, signature and chain of the log, and that the tables are what the log says. */
    verifyLog: verb<{ readonly isWhole: boolean; readonly commits: number; readonly problems: readonly string[] }>()(nothing),
  },
  register: {
    list: verb<readonly RegisterRow[]>()(nothing),
    /** Saves as CSV what the table shows, in its order; the path, or null where cancelled. */
    exportCsv: verb<string | null>()(z.strictObject({ caseIds: z.array(id).max(20_000), columns: z.array(line).max(60) })),
    find: verb<readonly FindResult[]>()(z.strictObject({ text: line })),
  },
  cases: {
    get: verb<CaseView>()(byId),
    create: verb<string>()(
      z.strictObject({ fields: z.strictObject(caseFieldInputs).partial().required({ surname: true }), colour: z.enum(colours).nullable() }),
    ),
    edit: verb<void>()(z.strictObject({ id, fields: z.strictObject(caseFieldInputs).partial() })),
    fieldHistory: verb<readonly FieldHistoryEntry[]>()(z.strictObject({ id, field: line })),
    changeColour: verb<void>()(colourChange),
    addAlias: verb<void>()(z.strictObject({ caseId: id, name: someLine })),
    withdrawAlias: verb<void>()(z.strictObject({ id, reason: someLine })),
    addRiskWarning: verb<void>()(z.strictObject({ caseId: id, warning: someLine })),
    withdrawRiskWarning: verb<void>()(z.strictObject({ id, reason: someLine })),
    addNeed: verb<void>()(
      z.strictObject({ caseId: id, pathway: z.enum(pathways), priority: z.enum(needPriorities), note: prose, agencyId: id.nullable() }),
    ),
    editNeed: verb<void>()(
      z.strictObject({ id, priority: z.enum(needPriorities).optional(), note: prose.optional(), agencyId: id.nullable().optional() }),
    ),
    reviewNeed: verb<void>()(z.strictObject({ needId: id, progress: z.enum(progressLevels), note: prose, meetingId: id.nullable() })),
    withdrawNeed: verb<void>()(z.strictObject({ id, reason: someLine })),
    addEvent: verb<void>()(
      z.strictObject({ caseId: id, kind: line, title: someLine, detail: prose, happenedOn: day, agencyId: id.nullable() }),
    ),
    overrideRelevance: verb<void>()(z.strictObject({ caseId: id, agencyId: id, isRelevant: z.boolean(), reason: someLine })),
  },
  actions: {
    /** `closedSince` leaves out what was closed before that day: ten years of actions are not sent to show one quarter. */
    list: verb<readonly ActionRow[]>()(z.strictObject({ state: z.enum(['open', 'closed', 'all']), closedSince: day.optional() })),
    updates: verb<readonly ActionUpdateView[]>()(byId),
    create: verb<string>()(newAction),
    settle: verb<void>()(
      z.strictObject({ ids: z.array(id).min(1).max(500), outcome: z.enum(actionOutcomes), note: prose, meetingId: id.nullable() }),
    ),
    reopen: verb<void>()(z.strictObject({ ids: z.array(id).min(1).max(500), reason: someLine })),
    update: verb<void>()(z.strictObject({ ids: z.array(id).min(1).max(500), text: someProse })),
    changeDue: verb<void>()(z.strictObject({ ids: z.array(id).min(1).max(500), dueOn: day, reason: line })),
    reassign: verb<void>()(z.strictObject({ ids: z.array(id).min(1).max(500), agencyId: id, personId: id.nullable(), reason: line })),
  },
  meetings: {
    /** Newest first. */
    list: verb<readonly MeetingRow[]>()(nothing),
    plan: verb<string>()(z.strictObject({ title: someLine, place: line, heldOn: day, startsAt: clockTime })),
    edit: verb<void>()(
      z.strictObject({ id, title: someLine.optional(), place: line.optional(), heldOn: day.optional(), startsAt: clockTime.optional() }),
    ),
    agreeStatement: verb<void>()(byMeeting),
    setAttendance: verb<void>()(
      z.strictObject({
        meetingId: id,
        /** An existing row, or null for a new one. */
        id: id.nullable(),
        agencyId: id.nullable(),
        personId: id.nullable(),
        guestName: line,
        status: z.enum(attendanceStatuses),
      }),
    ),
    arrive: verb<void>()(z.strictObject({ attendanceId: id })),
    leave: verb<void>()(z.strictObject({ attendanceId: id })),
    /** Closes the conference: what is open is carried to the next, minutes become a draft. */
    close: verb<{ readonly carried: number; readonly nextMeetingId: string }>()(byMeeting),
  },
  agenda: {
    get: verb<AgendaView>()(byMeeting),
    candidates: verb<readonly AgendaCandidate[]>()(byMeeting),
    addCases: verb<void>()(z.strictObject({ meetingId: id, caseIds: z.array(id).min(1).max(500), reason: z.enum(agendaReasons) })),
    removeCase: verb<void>()(z.strictObject({ itemId: id, reason: line })),
    move: verb<void>()(z.strictObject({ itemId: id, position: z.int().min(1).max(1000) })),
    setMinutes: verb<void>()(z.strictObject({ itemId: id, minutes: z.int().min(1).max(180) })),
    pin: verb<void>()(z.strictObject({ itemId: id, isPinned: z.boolean() })),
    addBreak: verb<void>()(
      z.strictObject({ meetingId: id, afterPosition: z.int().min(0).max(1000), minutes: z.int().min(1).max(180), title: someLine }),
    ),
    removeBreak: verb<void>()(z.strictObject({ breakId: id })),
    /** Orders what is not pinned so that partners wait least. */
    order: verb<void>()(byMeeting),
    issue: verb<DocumentRow>()(byMeeting),
  },
  chairing: {
    get: verb<ChairView>()(byMeeting),
    item: verb<ChairItemView>()(z.strictObject({ itemId: id })),
    /** Makes it the current case, and starts or resumes its clock. */
    begin: verb<void>()(z.strictObject({ itemId: id })),
    /** Ends it; with `deferred` it goes to the next agenda undiscussed. */
    finish: verb<void>()(z.strictObject({ itemId: id, state: z.enum(['discussed', 'deferred']) })),
    /** Typing, kept durably before it is recorded. `field` is `discussion`, `colour-reason`, `action` and so on. */
    keepDraft: verb<{ readonly savedAt: string }>()(z.strictObject({ itemId: id, field: line, text: prose })),
    recordDiscussion: verb<void>()(z.strictObject({ itemId: id, discussion: prose })),
    recordDecision: verb<void>()(
      z.strictObject({
        itemId: id,
        decision: z.enum(schemeDecisions),
        decisionText: prose,
        rationale: prose,
        dissent: prose,
        agreedBy: z.array(id).max(60),
        reviewDue: day.nullable(),
      }),
    ),
    contribute: verb<void>()(z.strictObject({ itemId: id, agencyId: id, personId: id.nullable(), text: someProse })),
    /** Opens, or moves, the second window: the current case and nothing else. */
    openProjector: verb<void>()(byMeeting),
    closeProjector: verb<void>()(nothing),
  },
  documents: {
    /** Newest first. */
    list: verb<readonly DocumentRow[]>()(nothing),
    issueMinutes: verb<DocumentRow>()(z.strictObject({ meetingId: id, isFinal: z.boolean() })),
    issuePacks: verb<IssuedSummary>()(byMeeting),
    bytes: verb<Uint8Array>()(byId),
    /** Saves one PDF where the person chooses; the path, or null where cancelled. */
    save: verb<string | null>()(byId),
    /** Saves several into a folder that the person chooses; the folder, or null. */
    saveAll: verb<string | null>()(z.strictObject({ ids: z.array(id).min(1).max(500) })),
  },
  importing: {
    /** Asks for a file and reads it; null where cancelled, a sentence where it cannot be read. */
    choose: verb<ImportSource | { readonly problem: string } | null>()(nothing),
    /** Reads it again with another sheet or heading row. */
    reread: verb<ImportSource | { readonly problem: string }>()(
      z.strictObject({ token: id, sheet: line.nullable(), headingRow: z.int().min(1).max(1000) }),
    ),
    plan: verb<ImportPlan>()(z.strictObject({ token: id, columns: z.array(z.enum(importTargets)).max(500) })),
    confirm: verb<ImportResult>()(z.strictObject({ token: id })),
    cancel: verb<void>()(z.strictObject({ token: id })),
  },
} as const;

/** What the main process tells windows without being asked. */
export interface Events {
  /** Tables that a recorded operation touched; screens fetch again what stands on them. */
  readonly changed: { readonly tables: readonly string[] };
  /** Long work, from 0 to `total`; `total` 0 means not known yet. */
  readonly progress: { readonly job: string; readonly done: number; readonly total: number; readonly label: string };
  /** The scheme was locked: by hand, or for having been idle. */
  readonly locked: { readonly why: 'by-hand' | 'idle' };
}
