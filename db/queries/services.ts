import { asc, eq, isNull, sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import type { RoshLevel } from '../../shared/language/cohort';
import { type NeedPriority, type Pathway, pathways } from '../../shared/language/pathway';
import { isOpenReferral, type ReferralState, serviceSettings } from '../../shared/language/referral';
import { isInCustody, type StatutoryPosition } from '../../shared/language/statutory-position';
import { type FitFacts, fitOf } from '../../shared/rules/service-fit';
import type { GapCase, GapRow, LinkRow, ReferralRow, ReferralUpdateView, ServiceMatch, ServiceView } from '../../shared/views/services';
import type { Reader } from '../connection';
import { services } from '../schema';
import { type Among, among } from './among';
import { relevance } from './relevance';
import { listAgencies } from './scheme';
import { listIn } from './text-list';

const isPathway = (text: string): text is Pathway => (pathways as readonly string[]).includes(text);

/** The directory, by name, with how many are referred to each service. */
export function listServices(read: Reader): readonly ServiceView[] {
  const rows = read.select().from(services).where(isNull(services.withdrawnOn)).orderBy(asc(services.name), asc(services.id)).all();
  const counts = new Map<string, number>();
  for (const { serviceId, state, count } of read.all<{ serviceId: string; state: ReferralState; count: number }>(
    sql`select service_id as serviceId, state, count(*) as count from referrals
        where state in ('waiting', 'accepted', 'started', 'refused', 'completed', 'ended') and withdrawn_on is null group by service_id, state`,
  ))
    counts.set(`${serviceId}:${state}`, count);
  const count = (id: string, ...states: readonly ReferralState[]) =>
    states.reduce((sum, state) => sum + (counts.get(`${id}:${state}`) ?? 0), 0);
  return rows.map(({ pathway, otherPathways, settings, areas, startedOn: _s, withdrawnOn: _w, withdrawnReason: _r, ...row }) => ({
    ...row,
    pathways: [...(pathway === null ? [] : [pathway]), ...listIn(otherPathways).filter(isPathway)],
    settings: serviceSettings.filter((setting) => listIn(settings).includes(setting)),
    areas: listIn(areas),
    openReferrals: count(row.id, 'waiting', 'accepted', 'started'),
    completed: count(row.id, 'completed'),
    endedEarly: count(row.id, 'ended', 'refused'),
  }));
}

interface FitLine {
  readonly caseId: string;
  readonly surname: string;
  readonly forenames: string;
  readonly dateOfBirth: string | null;
  readonly sex: string;
  readonly statutoryPosition: StatutoryPosition | null;
  readonly releaseOn: string | null;
  readonly area: string;
  readonly rosh: RoshLevel;
}

const fitColumns = sql`id as caseId, surname, forenames, date_of_birth as dateOfBirth, sex, statutory_position as statutoryPosition,
  release_on as releaseOn, area, rosh`;

interface NeedLine {
  readonly id: string;
  readonly caseId: string;
  readonly pathway: Pathway;
  readonly priority: NeedPriority;
}

function needLines(read: Reader, ids: Among): readonly NeedLine[] {
  return read.all<NeedLine>(
    sql`select id, case_id as caseId, pathway, priority from needs where withdrawn_on is null and pathway is not null and ${among(sql`case_id`, ids) ?? sql`true`}
        order by id`,
  );
}

function factsOf(line: FitLine, needs: readonly Pathway[]): FitFacts {
  const { dateOfBirth, sex, statutoryPosition, releaseOn, area, rosh } = line;
  return { needs, dateOfBirth, sex, releaseOn, area, rosh, isInCustody: isInCustody(statutoryPosition) };
}

/** Every service beside the needs of one case: those that meet a need and fit first, then those that do not, with why. */
export function matchServices(read: Reader, caseId: string, today: string): readonly ServiceMatch[] {
  const line = read.get<FitLine>(sql`select ${fitColumns} from cases where id = ${caseId}`);
  if (!line) return [];
  const facts = factsOf(
    line,
    needLines(read, caseId).map(({ pathway }) => pathway),
  );
  const open = new Map(
    referralLines(read, caseId)
      .filter(({ state }) => isOpenReferral(state))
      .map(({ id, serviceId }) => [serviceId, id]),
  );
  const rank = ({ meets, against }: ServiceMatch) => (meets.length === 0 ? 2 : against.length === 0 ? 0 : 1);
  return listServices(read)
    .map((service): ServiceMatch => ({ service, ...fitOf(service, facts, today), openReferralId: open.get(service.id) ?? null }))
    .sort((one, other) => rank(one) - rank(other) || (one.service.waitingDays ?? 999) - (other.service.waitingDays ?? 999));
}

/** Referrals to services, the latest change first. */
export function referralLines(read: Reader, ids: Among): readonly ReferralRow[] {
  const rows = read.all<Omit<ReferralRow, 'caseName'> & { surname: string; forenames: string }>(
    sql`select r.id, r.case_id as caseId, c.surname, c.forenames, r.service_id as serviceId, coalesce(s.name, '') as serviceName,
          s.agency_id as agencyId, coalesce(n.pathway, s.pathway) as pathway, r.state, r.referred_on as referredOn, r.changed_on as changedOn,
          r.note, r.outcome
        from referrals r join cases c on c.id = r.case_id left join services s on s.id = r.service_id left join needs n on n.id = r.need_id
        where r.state in ('waiting', 'accepted', 'started', 'refused', 'completed', 'ended') and r.withdrawn_on is null
          and ${among(sql`r.case_id`, ids) ?? sql`true`}
        order by coalesce(r.changed_on, r.referred_on) desc, r.id desc`,
  );
  return rows.map(({ surname, forenames, ...row }) => ({ ...row, caseName: caseName(surname, forenames) }));
}

export function referralStory(read: Reader, caseId: string, referralId: string): readonly ReferralUpdateView[] {
  return read.all(
    sql`select u.id, u.state, u.note, u.changed_on as changedOn, coalesce(p.name, '') as personName
        from referral_updates u left join people p on p.id = u.person_id
        where u.case_id = ${caseId} and u.referral_id = ${referralId} and u.state is not null order by u.recorded_at, u.id`,
  );
}

/** Needs of those on the scheme that no service works on, by pathway: who could be referred, and for whom nothing is there. */
export function gapsInProvision(read: Reader, today: string): readonly GapRow[] {
  const lines = new Map(
    read
      .all<FitLine>(sql`select ${fitColumns} from cases where state = 'adopted' order by surname, forenames, id`)
      .map((line) => [line.caseId, line]),
  );
  const ids = [...lines.keys()];
  const directory = listServices(read);
  const worked = new Set(
    referralLines(read, ids)
      .filter(({ state }) => isOpenReferral(state) || state === 'completed')
      .map(({ caseId, pathway }) => `${caseId}:${pathway}`),
  );
  const byPathway = Map.groupBy(needLines(read, ids), ({ pathway }) => pathway);
  return pathways.flatMap((pathway): GapRow[] => {
    const needs = byPathway.get(pathway) ?? [];
    if (needs.length === 0) return [];
    const offered = directory.filter((service) => service.pathways.includes(pathway));
    const couldBeReferred: GapCase[] = [];
    const withoutService: GapCase[] = [];
    for (const { caseId, priority } of needs) {
      const line = lines.get(caseId);
      if (!line || worked.has(`${caseId}:${pathway}`)) continue;
      const facts = factsOf(line, [pathway]);
      const fits = offered.map((service) => ({ service, ...fitOf(service, facts, today) }));
      const gap = { caseId, caseName: caseName(line.surname, line.forenames), priority };
      if (fits.some(({ against }) => against.length === 0)) couldBeReferred.push({ ...gap, why: [] });
      else withoutService.push({ ...gap, why: fits.map(({ service, against }) => `${service.name}: ${against.join(' ')}`) });
    }
    return [
      {
        pathway,
        needs: needs.length,
        referred: needs.length - couldBeReferred.length - withoutService.length,
        couldBeReferred,
        withoutService,
      },
    ];
  });
}

/** Agencies that do not attend, each with its link worker and the cases that concern it (CAM R12). */
export function linkWork(read: Reader, today: string): readonly LinkRow[] {
  const absent = listAgencies(read).filter(({ attends, isWithdrawn }) => !attends && !isWithdrawn);
  if (absent.length === 0) return [];
  const lines = read.all<{ caseId: string; surname: string; forenames: string }>(
    sql`select id as caseId, surname, forenames from cases where state = 'adopted' order by surname, forenames, id`,
  );
  const ids = lines.map(({ caseId }) => caseId);
  const concerned = relevance(read, ids, today);
  const open = new Map(
    read
      .all<{ key: string; count: number }>(
        sql`select case_id || ':' || agency_id as key, count(*) as count from actions
            where ${among(
              sql`agency_id`,
              absent.map(({ id }) => id),
            )} and outcome is null and case_id is not null group by case_id, agency_id`,
      )
      .map(({ key, count }) => [key, count]),
  );
  const carried = new Map<string, { readonly on: string | null; readonly text: string }>();
  for (const { key, on, text } of read.all<{ key: string; on: string | null; text: string }>(
    sql`select case_id || ':' || agency_id as key, carried_on as "on", text from link_messages
        where ${among(
          sql`agency_id`,
          absent.map(({ id }) => id),
        )} order by carried_on, recorded_at, id`,
  ))
    carried.set(key, { on, text });
  return absent.map(({ id, linkPersonId }) => ({
    agencyId: id,
    linkPersonId,
    cases: lines.flatMap(({ caseId, surname, forenames }) => {
      const why = concerned.get(caseId)?.find(({ agencyId, isRelevant }) => agencyId === id && isRelevant)?.reason;
      if (why === undefined) return [];
      const key = `${caseId}:${id}`;
      return [
        {
          caseId,
          caseName: caseName(surname, forenames),
          why,
          openActions: open.get(key) ?? 0,
          lastCarriedOn: carried.get(key)?.on ?? null,
          lastMessage: carried.get(key)?.text ?? '',
        },
      ];
    }),
  }));
}

export function findService(read: Reader, id: string): typeof services.$inferSelect | undefined {
  return read.select().from(services).where(eq(services.id, id)).get();
}
