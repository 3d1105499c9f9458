import { z } from 'zod';
import type { ManagersDay } from '../../views/day';
import type { PartnersDay } from '../../views/partners-day';
import { nothing, verb } from '../verb';

/** What waits for someone today. */
export const day = {
  /** For managers and coordinators: what is late, due, coming up and not sent out in the whole scheme. */
  forManagers: verb<ManagersDay>()(nothing),
  /** For someone of an agency: its slot, cases, actions, referrals, papers, and what is new. */
  forPartners: verb<PartnersDay>()(nothing),
  /** What others recorded was seen, up to this place of the log. */
  markSeen: verb<void>()(z.strictObject({ upTo: z.int().min(0) })),
} as const;
