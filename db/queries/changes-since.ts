import { sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import { byText } from '../../shared/language/in-order';
import type { PartnersChange } from '../../shared/views/partners-day';
import type { Reader } from '../connection';
import { instantOf } from '../log/stamp';
import { agencySpace, caseOfSpace, schemeSpace } from '../log/synced-tables';
import { caseNames } from './cases';

/** Beyond this the list would not be read; the history of each case has it all. */
const mostEntries = 2000;
const mostGroups = 40;
const mostLines = 5;

/** What of the whole scheme's entries a partner cares about. */
const ofScheme = /"(meetings|agenda_slots)"/;

interface Entry {
  readonly space: string;
  readonly stamp: string;
  readonly operation: string;
  readonly intent: string;
  readonly body: string;
  readonly personName: string | null;
  readonly agencyName: string | null;
}

export const lastInLog = (read: Reader) => read.get<{ last: number | null }>(sql`select max(sequence) as last from commits`)?.last ?? 0;

/**
 * What others recorded and came in after a place in this device's log, by case, the latest first. A case of which nothing
 * was here before is one line: its whole history came at once.
 *
 * @param reader the agency whose papers count, and the person whose own entries do not.
 */
export function changesSince(
  read: Reader,
  after: number,
  reader: { readonly agencyId: string; readonly personId: string },
): readonly PartnersChange[] {
  const entries = read.all<Entry>(
    sql`select c.space, c.stamp, c.operation, c.intent, case when c.space = ${schemeSpace} then c.body else '' end as body,
          p.name as personName, a.name as agencyName
        from commits c left join people p on p.id = c.person left join agencies a on a.id = p.agency_id
        where c.sequence > ${after} and c.person <> ${reader.personId} order by c.sequence desc limit ${mostEntries}`,
  );
  const wanted = entries.filter(({ space, body }) =>
    space === schemeSpace ? ofScheme.test(body) : caseOfSpace(space) !== null || space === agencySpace(reader.agencyId),
  );
  const ids = [...new Set(wanted.flatMap(({ space }) => caseOfSpace(space) ?? []))];
  const names = caseNames(read, ids);
  const groups = Map.groupBy(wanted, ({ space }) => caseOfSpace(space));
  return [...groups]
    .map(([caseId, of]) => ({ caseId, of, latest: of.reduce((last, { stamp }) => (stamp > last ? stamp : last), '') }))
    .sort((one, other) => byText(other.latest, one.latest))
    .slice(0, mostGroups)
    .map(({ caseId, of, latest }): PartnersChange => {
      const isNew = caseId !== null && !wasHere(read, caseId, after);
      return {
        caseId,
        caseName: caseId === null ? '' : (names.get(caseId) ?? caseName('', '')),
        at: instantOf(latest),
        lines: isNew ? [{ what: 'new to your agency', by: '', count: 1 }] : linesOf(of),
      };
    });
}

const wasHere = (read: Reader, caseId: string, after: number) =>
  (read.get<{ first: number | null }>(sql`select min(sequence) as first from commits where space = ${`case:${caseId}`}`)?.first ?? 0) <=
  after;

/** By what was done and by whom, the latest first. */
function linesOf(entries: readonly Entry[]): PartnersChange['lines'] {
  const lines = new Map<string, { what: string; by: string; operations: Set<string> }>();
  for (const { intent, operation, agencyName, personName } of entries) {
    const by = agencyName ?? personName ?? '';
    const line = lines.get(`${intent}/${by}`) ?? { what: intent, by, operations: new Set<string>() };
    line.operations.add(operation);
    lines.set(`${intent}/${by}`, line);
  }
  return [...lines.values()].slice(0, mostLines).map(({ what, by, operations }) => ({ what, by, count: operations.size }));
}
