import type { Handlers } from '../../../shared/ipc/verbs';
import { dayForManagers } from '../../services/day';
import type { Dependencies } from './dependencies';

export function dayHandlers({ session }: Dependencies): Handlers['day'] {
  return { forManagers: () => dayForManagers(session()) };
}
