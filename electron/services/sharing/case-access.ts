import { caseOfSpace } from '../../../db/log/synced-tables';
import type { Pace } from '../../../db/pace';
import { type AccessGroup, accessChanges, putAccess, togetherByAgency } from '../../../db/sync/access';
import { inSlices, writeInSlices } from '../../../db/turns';
import type { Session } from '../session';

/** Records to which agencies cases are open, by the rule of relevance, before anything is handed over. */
export type CaseAccess = () => Promise<void>;

/**
 * Only a coordinator’s workstation decides it. All cases are looked at the first time, on a new day (someone may have come
 * of age), and when an agency or a service changed; after that only those in which something was recorded, since it runs
 * before each look at the folder. After a large import that is many: it goes in slices, each agency's cases one operation.
 */
export function keepCaseAccess(session: Session, pace?: Pace): CaseAccess {
  const { raw } = session.connection;
  const changedSince = raw.prepare<[number], { space: string; operation: string }>(
    'select distinct space, operation from commits where sequence > ?',
  );
  // Of what the whole scheme reads, the rule goes by the agencies and by whose a service is.
  const decidesOverAll = raw.prepare<[number], { found: number }>(
    `select 1 as found from commits c, json_each(c.body, '$[10]') p
     where c.sequence > ? and c.space = 'scheme' and json_extract(p.value, '$[0]') in ('agencies', 'services') limit 1`,
  );
  const lastSequence = raw.prepare<[], number | null>('select max(sequence) from commits').pluck();
  const allCases = raw.prepare<[], string>('select id from cases').pluck();
  const own = new Set<string>();
  let lookedAt = -1;
  let day = '';

  function casesToLookAt(today: string): readonly string[] {
    if (lookedAt < 0 || today !== day || decidesOverAll.get(lookedAt)) return allCases.all();
    const changed = changedSince.all(lookedAt).filter(({ operation }) => !own.has(operation));
    return [...new Set(changed.flatMap(({ space }) => caseOfSpace(space) ?? []))];
  }

  return async () => {
    const last = lastSequence.get() ?? 0;
    const today = session.today();
    if (session.me.role !== 'coordinator' || (last === lookedAt && today === day)) return;
    const cases = casesToLookAt(today);
    own.clear();
    const found: AccessGroup[] = [];
    await inSlices(cases, (slice) => found.push(...accessChanges(session.connection, today, slice)), { pace, goesOn: () => raw.open });
    const untold = new Set<string>();
    for (const { intent, changes } of togetherByAgency(found)) {
      const operation = session.newId();
      own.add(operation);
      await writeInSlices(raw, changes, (slice) => session.record(intent, (open) => putAccess(open, slice), { operation, untold }), {
        pace,
      });
    }
    if (!raw.open) return;
    session.announce([...untold]);
    // What is recorded meanwhile is looked at the next time.
    lookedAt = last;
    day = today;
  };
}
