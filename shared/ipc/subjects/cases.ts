import { z } from 'zod';
import { cohortParts, mappaLevels, ogrsBands, roshLevels } from '../../language/cohort';
import { colours } from '../../language/colour';
import { needPriorities, pathways, progressLevels } from '../../language/pathway';
import { mostPhotographBytes } from '../../language/photograph';
import { statutoryPositions } from '../../language/statutory-position';
import type { CaseView, FieldHistoryEntry, PhotographView } from '../../views/case';
import { day, id, line, prose, someLine, someProse } from '../inputs';
import { byId, verb } from '../verb';

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

/** Twice the limit, so that one which is a little too large is refused with a reason rather than with a code. */
const photograph = z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= 2 * mostPhotographBytes, 'This picture is too large');

export const cases = {
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
  /** What the person looks like; null where no picture was given. */
  photograph: verb<PhotographView | null>()(byId),
  /** Puts a picture in the place of the one before; the window has made it small. */
  setPhotograph: verb<void>()(z.strictObject({ caseId: id, bytes: photograph, takenOn: day.nullable(), source: line })),
  withdrawPhotograph: verb<void>()(z.strictObject({ id, reason: someLine })),
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
} as const;
