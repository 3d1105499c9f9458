import { accessChanges, putAccess } from '../../../db/sync/access';
import type { Session } from '../session';

/** Records to which agencies cases are open, by the rule of relevance, before anything is handed over. */
export type CaseAccess = () => void;

/**
 * Only a coordinator’s workstation decides it. All cases are looked at the first time, on a new day (someone may have come
 * of age), and when agencies changed; after that only those in which something was recorded, since it runs before each look
 * at the folder.
 */
export function keepCaseAccess(session: Session): CaseAccess {
  const changedSince = session.connection.raw.prepare<[number], string>('select distinct space from commits where sequence > ?').pluck();
  const lastSequence = session.connection.raw.prepare<[], number | null>('select max(sequence) from commits').pluck();
  let lookedAt = -1;
  let day = '';
  return () => {
    const last = lastSequence.get() ?? 0;
    const today = session.today();
    if (session.me.role !== 'coordinator' || (last === lookedAt && today === day)) return;
    const spaces = lookedAt < 0 || today !== day ? ['scheme'] : changedSince.all(lookedAt);
    const cases = spaces.includes('scheme') ? 'all' : spaces.flatMap((space) => (space.startsWith('case:') ? [space.slice(5)] : []));
    for (const group of accessChanges(session.connection, today, cases))
      session.record(group.intent, (operation) => putAccess(operation, group));
    lookedAt = lastSequence.get() ?? 0;
    day = today;
  };
}
