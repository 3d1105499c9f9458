import { z } from 'zod';
import { cohortParts, mappaLevels, ogrsBands, roshLevels } from '../../language/cohort';
import { intensities, leavingGrounds, offenceGroups, panelStances, panelSubjects, participationPoints } from '../../language/selection';
import type { SchemeRules } from '../../rules/staying';
import type {
  CohortCaseView,
  MatrixView,
  PanelRow,
  PanelView,
  ReviewsView,
  ScorePreview,
  ScoringView,
  SelectionRow,
} from '../../views/cohort';
import { clockTime, day, id, line, prose, someLine, someProse } from '../inputs';
import { byId, byMeeting, nothing, verb } from '../verb';

const byCase = z.strictObject({ caseId: id });
const points = z.int().min(-100).max(100);
const by = <const Keys extends readonly string[]>(keys: Keys) => z.record(z.enum(keys), points);

const weights = z.strictObject({
  offenceGroups: by(offenceGroups),
  ogrsBands: by(ogrsBands),
  frequency: z
    .array(z.strictObject({ atLeast: z.int().min(1).max(1000), points }))
    .max(20)
    .readonly(),
  rosh: by(roshLevels),
  prisonLeaver: points,
  youngAdult: points,
  judgementMost: z.int().min(0).max(100),
  threshold: z.int().min(0).max(1000),
});

const scoreFields = {
  caseId: id,
  offenceGroup: z.enum(offenceGroups).nullable(),
  ogrsScore: z.int().min(0).max(100).nullable(),
  ogrsBand: z.enum(ogrsBands).nullable(),
  offencesInYear: z.int().min(0).max(1000).nullable(),
  rosh: z.enum(roshLevels),
  mappa: z.enum(mappaLevels),
  isPrisonLeaver: z.boolean(),
  isYoungAdult: z.boolean(),
  judgement: points,
  judgementReason: prose,
} as const;

export const cohort = {
  /** Every referral into the scheme: open ones first, then the latest. */
  selection: verb<readonly SelectionRow[]>()(nothing),
  /** A referral from any agency or prison. Names a case, or a person who is not on the register yet; gives the case. */
  refer: verb<string>()(
    z.strictObject({
      person: z.union([
        byCase,
        z.strictObject({ surname: someLine, forenames: line, dateOfBirth: day.nullable(), pnc: line, indexOffence: line }),
      ]),
      agencyId: id.nullable(),
      organisation: line,
      referredBy: line,
      contact: line,
      referredOn: day,
      reason: someProse,
    }),
  ),
  withdrawReferral: verb<void>()(z.strictObject({ id, reason: someLine })),
  scoring: verb<ScoringView>()(byCase),
  previewScore: verb<ScorePreview>()(z.strictObject(scoreFields)),
  score: verb<void>()(z.strictObject({ ...scoreFields, referralId: id.nullable() })),
  /** Every version, the present one first. */
  matrices: verb<readonly MatrixView[]>()(nothing),
  saveMatrix: verb<void>()(z.strictObject({ name: someLine, weights, reason: someLine })),

  panels: verb<readonly PanelRow[]>()(nothing),
  panel: verb<PanelView>()(byMeeting),
  planPanel: verb<string>()(z.strictObject({ title: someLine, place: line, heldOn: day, startsAt: clockTime })),
  putBeforePanel: verb<void>()(
    z.strictObject({ meetingId: id, caseId: id, subject: z.enum(panelSubjects), referralId: id.nullable(), note: line }),
  ),
  takeOffPanel: verb<void>()(z.strictObject({ id, reason: someLine })),
  recordStance: verb<void>()(
    z.strictObject({
      panelItemId: id,
      agencyId: id,
      personId: id.nullable(),
      stance: z.enum(panelStances),
      cohortPart: z.enum(cohortParts).nullable(),
      reason: prose,
    }),
  ),
  decide: verb<void>()(
    z.strictObject({
      panelItemId: id,
      outcome: z.enum(['adopt', 'decline', 'leave', 'stay']),
      cohortPart: z.enum(cohortParts).nullable(),
      intensity: z.enum(intensities).nullable(),
      nextReviewOn: day.nullable(),
      grounds: z.array(z.enum(leavingGrounds)).max(20),
      reason: someProse,
      dissent: prose,
    }),
  ),
  closePanel: verb<void>()(byMeeting),

  reviews: verb<ReviewsView>()(nothing),
  review: verb<void>()(
    z.strictObject({
      caseId: id,
      intensity: z.enum(intensities),
      nextReviewOn: day,
      reason: someProse,
    }),
  ),
  setRules: verb<void>()(
    z.strictObject({
      custodyRule: z.enum(['keeps', 'review']).optional(),
      longStayMonths: z.int().min(3).max(120).optional(),
      stepsDownFirst: z.boolean().optional(),
      retentionYears: z.int().min(1).max(100).optional(),
    }),
  ),
  rules: verb<SchemeRules>()(nothing),
  case: verb<CohortCaseView>()(byCase),
  recordParticipation: verb<void>()(
    z.strictObject({
      caseId: id,
      toldOn: day,
      toldBy: someLine,
      how: line,
      points: z.array(z.enum(participationPoints)).min(1).max(10),
      response: prose,
    }),
  ),
  withdrawParticipation: verb<void>()(z.strictObject({ id, reason: someLine })),
  saveExitPlan: verb<void>()(
    z.strictObject({
      caseId: id,
      startsOn: day,
      endsOn: day,
      agencyId: id.nullable(),
      personId: id.nullable(),
      plan: someProse,
      wayBack: someProse,
      services: z
        .array(z.strictObject({ serviceId: id.nullable(), name: someLine, what: line, contact: line }))
        .min(1)
        .max(30),
    }),
  ),
  /** What the one who referred may be told, ready to be sent; nothing is recorded by it. */
  proposeFeedback: verb<string>()(byId),
  recordFeedback: verb<void>()(z.strictObject({ id, text: someProse, sentOn: day })),
  /** Keeps what is held of someone who has left for longer, with the reason. */
  keepLonger: verb<void>()(z.strictObject({ caseId: id, keepUntil: day, reason: someProse })),
} as const;
