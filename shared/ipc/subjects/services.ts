import { z } from 'zod';
import { roshLevels } from '../../language/cohort';
import { pathways } from '../../language/pathway';
import { referralStates, serviceSettings } from '../../language/referral';
import type { GapRow, LinkRow, ReferralRow, ReferralUpdateView, ServiceMatch, ServiceView } from '../../views/services';
import { day, id, line, prose, someLine, someProse } from '../inputs';
import { byId, nothing, verb } from '../verb';

export const services = {
  list: verb<readonly ServiceView[]>()(nothing),
  /** Adds an entry of the directory, or changes one. Saving it says that it is right as of today. */
  save: verb<string>()(
    z.strictObject({
      id: id.nullable(),
      agencyId: id.nullable(),
      name: someLine,
      pathways: z.array(z.enum(pathways)).min(1).max(10),
      description: prose,
      eligibility: prose,
      leastAge: z.int().min(0).max(120).nullable(),
      mostAge: z.int().min(0).max(120).nullable(),
      onlySex: z.enum(['', 'Female', 'Male']),
      settings: z.array(z.enum(serviceSettings)).max(2),
      areas: z.array(someLine).max(100),
      mostRosh: z.enum(roshLevels).nullable(),
      howToRefer: prose,
      contactName: line,
      phone: line,
      email: line,
      waitingDays: z.int().min(0).max(3650).nullable(),
      nextStartOn: day.nullable(),
      capacity: z.int().min(0).max(100_000).nullable(),
    }),
  ),
  withdraw: verb<void>()(z.strictObject({ id, reason: someLine })),
  /** The directory beside one case's needs: what fits first, then what does not, with why. */
  match: verb<readonly ServiceMatch[]>()(z.strictObject({ caseId: id })),
  referrals: verb<readonly ReferralRow[]>()(nothing),
  referralStory: verb<readonly ReferralUpdateView[]>()(byId),
  refer: verb<string>()(z.strictObject({ caseId: id, serviceId: id, needId: id.nullable(), note: prose })),
  updateReferral: verb<void>()(z.strictObject({ id, state: z.enum(referralStates), note: prose, outcome: prose })),
  gaps: verb<readonly GapRow[]>()(nothing),
  links: verb<readonly LinkRow[]>()(nothing),
  carry: verb<void>()(z.strictObject({ caseId: id, agencyId: id, isFromAgency: z.boolean(), text: someProse })),
} as const;
