import { managersDay } from '../../db/queries/day';
import type { Result } from '../../shared/ipc/verbs';
import type { Session } from './session';

/** What a manager or a coordinator looks at first: late, due, coming up and not sent out, in the whole scheme. */
export function dayForManagers(session: Session): Result<'day', 'forManagers'> {
  return managersDay(session.read, session.today());
}
