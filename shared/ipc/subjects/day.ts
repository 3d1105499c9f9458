import type { ManagersDay } from '../../views/day';
import { nothing, verb } from '../verb';

/** What waits for someone today. */
export const day = {
  /** For managers and coordinators: what is late, due, coming up and not sent out in the whole scheme. */
  forManagers: verb<ManagersDay>()(nothing),
} as const;
