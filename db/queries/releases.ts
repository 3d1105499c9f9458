import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import { addDays } from '../../shared/language/dates';
import type { Pathway } from '../../shared/language/pathway';
import { type ReadinessItem, readinessItems } from '../../shared/language/release';
import { dayOf } from '../../shared/language/scheme-place';
import { isInCustody, type StatutoryPosition } from '../../shared/language/statutory-position';
import { likelyOwner } from '../../shared/rules/release-readiness';
import type { FirstHoursStepView, ReleaseCheckView, ReleaseDateView, ReleaseDetail, ReleaseRow } from '../../shared/views/releases';
import type { Reader } from '../connection';
import { cases, firstHoursSteps, people, releaseDates, releases } from '../schema';
import { type Among, among } from './among';
import { coloursNow } from './cases';
import { fieldHistory } from './field-history';
import { agenciesAtWork } from './relevance';

/** How long a date that has passed is still shown, for someone whose release nobody has recorded. */
const daysAfter = 28;

interface ReleaseLine {
  readonly caseId: string;
  readonly surname: string;
  readonly forenames: string;
  readonly reference: string;
  readonly statutoryPosition: StatutoryPosition | null;
  readonly custodyPlace: string;
  readonly releaseOn: string | null;
  readonly leadPersonId: string | null;
}

/** The release that a case is to have next, or has under way: the one of its releases that has not ended. */
export function expectedRelease(read: Reader, caseId: string): typeof releases.$inferSelect | undefined {
  return read
    .select()
    .from(releases)
    .where(and(eq(releases.caseId, caseId), eq(releases.state, 'expected')))
    .orderBy(desc(releases.id))
    .get();
}

/** The id of the next release of a case: the same on every device that begins it (see db/schema/releases.ts). */
export function nextReleaseId(read: Reader, caseId: string): string {
  const count = read.get<{ count: number }>(sql`select count(*) as count from releases where case_id = ${caseId}`)?.count ?? 0;
  return `${caseId}:r${count + 1}`;
}

/** Everyone on the scheme or proposed for it who is to come out: by day, and those in custody without a day last. */
export function listReleases(read: Reader, today: string): readonly ReleaseRow[] {
  const since = addDays(today, -daysAfter);
  const dated = read.all<ReleaseLine>(
    sql`select ${releaseColumns} from cases where release_on >= ${since} and state <> 'left' order by release_on, surname, forenames, id`,
  );
  // Reading by state uses the index of reviews; of those on the scheme only some are in custody.
  const undated = read.all<ReleaseLine>(
    sql`select ${releaseColumns} from cases where state in ('adopted', 'proposed') and statutory_position in ('serving', 'remand') and release_on is null
        order by surname, forenames, id`,
  );
  // Someone who is out already is followed by other dates: of those whose day has passed only who is still inside is shown.
  const lines = [
    ...dated.filter(({ releaseOn, statutoryPosition }) => (releaseOn ?? '') >= today || isInCustody(statutoryPosition)),
    ...undated,
  ];
  return releaseRows(read, lines);
}

/** The same for those who come out from one day to another, both included. */
export function listReleasesWithin(read: Reader, from: string, to: string): readonly ReleaseRow[] {
  return releaseRows(
    read,
    read.all<ReleaseLine>(
      sql`select ${releaseColumns} from cases where release_on between ${from} and ${to} and state <> 'left' order by release_on, surname, forenames, id`,
    ),
  );
}

const releaseColumns = sql`id as caseId, surname, forenames, reference, statutory_position as statutoryPosition,
  custody_place as custodyPlace, release_on as releaseOn, lead_person_id as leadPersonId`;

function releaseRows(read: Reader, lines: readonly ReleaseLine[]): readonly ReleaseRow[] {
  const ids = lines.map(({ caseId }) => caseId);
  const colours = coloursNow(read, ids);
  const expected = new Map(
    read
      .select()
      .from(releases)
      .where(and(among(releases.caseId, ids), eq(releases.state, 'expected')))
      .orderBy(asc(releases.id))
      .all()
      .map((row) => [row.caseId, row]),
  );
  const checks = checksByCase(read, ids);
  const moves = movesByCase(read, ids, new Set([...expected.values()].map(({ id }) => id)));
  const steps = countsOf(
    read,
    sql`select s.case_id as caseId, count(*) as count from first_hours_steps s join releases r on r.id = s.release_id
        where s.withdrawn_on is null and r.state = 'expected' and ${among(sql`s.case_id`, ids)} group by s.case_id`,
  );
  const needs = needsByCase(read, ids);
  return lines.map(({ surname, forenames, custodyPlace, ...line }): ReleaseRow => {
    const release = expected.get(line.caseId);
    return {
      ...line,
      caseName: caseName(surname, forenames),
      colour: colours.get(line.caseId)?.colour ?? null,
      place: release?.place || custodyPlace,
      expectedAt: release?.expectedAt ?? null,
      needs: needs.get(line.caseId) ?? [],
      checks: checks(line.caseId, release?.id ?? null),
      moves: moves(line.caseId),
      firstHours: steps.get(line.caseId) ?? 0,
    };
  });
}

/** How often the date of the present release was changed. Where nobody said by whom, the log tells of what was typed. */
function movesByCase(read: Reader, ids: readonly string[], present: ReadonlySet<string>): (caseId: string) => number {
  const lines = read.all<{ caseId: string; releaseId: string | null; day: string | null }>(
    sql`select case_id as caseId, release_id as releaseId, release_on as day from release_dates where ${among(sql`case_id`, ids)} order by recorded_at, id`,
  );
  const typed = read.all<{ caseId: string; day: string }>(
    sql`select row as caseId, value as day from puts where relation = 'cases' and field = 'release_on' and ${among(sql`row`, ids)} order by row, stamp`,
  );
  const said = Map.groupBy(
    lines.filter(({ releaseId }) => releaseId !== null && present.has(releaseId)),
    ({ caseId }) => caseId,
  );
  const inLog = Map.groupBy(typed, ({ caseId }) => caseId);
  return (caseId) => {
    const days = (said.get(caseId) ?? inLog.get(caseId) ?? []).map(({ day }) => day);
    return days.filter((day, index) => index > 0 && day !== days[index - 1]).length;
  };
}

function countsOf(read: Reader, query: ReturnType<typeof sql>): ReadonlyMap<string, number> {
  return new Map(read.all<{ caseId: string; count: number }>(query).map(({ caseId, count }) => [caseId, count]));
}

function needsByCase(read: Reader, ids: Among): ReadonlyMap<string, readonly Pathway[]> {
  const rows = read.all<{ caseId: string; pathway: Pathway }>(
    sql`select case_id as caseId, pathway from needs where withdrawn_on is null and pathway is not null and ${among(sql`case_id`, ids) ?? sql`true`} order by id`,
  );
  const byCase = new Map<string, Pathway[]>();
  for (const { caseId, pathway } of rows) byCase.set(caseId, [...(byCase.get(caseId) ?? []), pathway]);
  return byCase;
}

interface CheckLine extends Omit<ReleaseCheckView, 'action'> {
  readonly releaseId: string;
  readonly actionId: string | null;
  readonly actionReference: string | null;
  readonly dueOn: string | null;
  readonly outcome: NonNullable<ReleaseCheckView['action']>['outcome'];
}

/** The six checks of a case's release: those said, and for the others the agency that would be asked. */
function checksByCase(read: Reader, ids: readonly string[]): (caseId: string, releaseId: string | null) => readonly ReleaseCheckView[] {
  const agencies = agenciesAtWork(read);
  const said = new Map<string, CheckLine>();
  const lines = read.all<CheckLine>(
    sql`select k.release_id as releaseId, k.item, k.state, k.agency_id as agencyId, k.person_id as personId, k.note, k.changed_on as changedOn,
          k.action_id as actionId, a.reference as actionReference, a.due_on as dueOn, a.outcome
        from release_checks k left join actions a on a.id = k.action_id where ${among(sql`k.case_id`, ids)}`,
  );
  for (const check of lines) said.set(`${check.releaseId}:${check.item}`, check);
  const unsaid = (item: ReadinessItem): ReleaseCheckView => ({
    item,
    state: 'open',
    agencyId: likelyOwner(item, agencies),
    personId: null,
    note: '',
    changedOn: null,
    action: null,
  });
  return (_caseId, releaseId) =>
    readinessItems.map((item) => {
      const check = said.get(`${releaseId}:${item}`);
      if (!check) return unsaid(item);
      const { releaseId: _release, actionId, actionReference, dueOn, outcome, ...rest } = check;
      return { ...rest, action: actionId === null ? null : { id: actionId, reference: actionReference ?? '', dueOn, outcome } };
    });
}

/** One release in full, or null where there is nothing to release the person from. */
export function releaseDetail(read: Reader, caseId: string): ReleaseDetail | null {
  const line = read.get<ReleaseLine>(sql`select ${releaseColumns} from cases where id = ${caseId}`);
  if (!line || (line.releaseOn === null && !isInCustody(line.statutoryPosition))) return null;
  const [row] = releaseRows(read, [line]);
  if (!row) return null;
  const release = expectedRelease(read, caseId);
  return {
    ...row,
    note: release?.note ?? '',
    dates: releaseDatesOf(read, caseId, release?.id ?? null),
    steps: release ? stepsOf(read, release.id, caseId) : [],
  };
}

/**
 * Each date of the release and who said so. Of a date that was only typed into the case before, the log still knows when
 * and by whom.
 */
export function releaseDatesOf(read: Reader, caseId: string, releaseId: string | null): readonly ReleaseDateView[] {
  const said = read
    .select({
      id: releaseDates.id,
      releaseOn: releaseDates.releaseOn,
      source: releaseDates.source,
      saidBy: releaseDates.saidBy,
      reason: releaseDates.reason,
      saidOn: releaseDates.saidOn,
      recordedByName: sql<string>`coalesce(${people.name}, '')`,
    })
    .from(releaseDates)
    .leftJoin(people, eq(people.id, releaseDates.recordedBy))
    .where(
      and(eq(releaseDates.caseId, caseId), releaseId === null ? isNull(releaseDates.releaseId) : eq(releaseDates.releaseId, releaseId)),
    )
    .orderBy(asc(releaseDates.recordedAt), asc(releaseDates.id))
    .all();
  if (said.length > 0) return said;
  const typed = fieldHistory(read, cases, caseId, 'releaseOn') ?? [];
  return typed.toReversed().map(({ value, at, personName }, index) => ({
    id: `typed-${index}`,
    releaseOn: typeof value === 'string' ? value : null,
    source: null,
    saidBy: '',
    reason: '',
    saidOn: dayOf(at),
    recordedByName: personName,
  }));
}

/** The steps of the first 72 hours, by their time. */
export function stepsOf(read: Reader, releaseId: string, caseId: string): readonly FirstHoursStepView[] {
  return read
    .select({
      id: firstHoursSteps.id,
      stepOn: firstHoursSteps.stepOn,
      stepAt: firstHoursSteps.stepAt,
      what: firstHoursSteps.what,
      place: firstHoursSteps.place,
      agencyId: firstHoursSteps.agencyId,
      personId: firstHoursSteps.personId,
    })
    .from(firstHoursSteps)
    .where(and(eq(firstHoursSteps.caseId, caseId), eq(firstHoursSteps.releaseId, releaseId), isNull(firstHoursSteps.withdrawnOn)))
    .orderBy(asc(firstHoursSteps.stepOn), sql`coalesce(${firstHoursSteps.stepAt}, '99')`, asc(firstHoursSteps.id))
    .all();
}
