import type { Handlers } from '../../../shared/ipc/verbs';
import { dayForManagers } from '../../services/day';
import { dayForPartners, markSeen } from '../../services/partners-day';
import type { Dependencies } from './dependencies';

export function dayHandlers({ session, tell }: Dependencies): Handlers['day'] {
  return {
    forManagers: () => dayForManagers(session()),
    forPartners: () => dayForPartners(session()),
    markSeen(input) {
      markSeen(session(), input);
      tell('changed', { tables: ['day-seen'] });
    },
  };
}
