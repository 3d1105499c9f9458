import { sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import { addDays } from '../../shared/language/dates';
import type { PartnersCase, PartnersDay, PartnersUpdate } from '../../shared/views/partners-day';
import type { Reader } from '../connection';
import { listActions } from './actions';
import { among } from './among';
import { caseNames, coloursNow } from './cases';
import { listDocuments } from './documents';
import { itemsOf, lastDiscussed, type StoredMeeting } from './meetings';
import { partedCases } from './partings';
import { isAnswer, isTooLate, missedDay } from './questions';
import { relevance } from './relevance';
import { referralLines } from './services';

/** Papers older than this have been overtaken; the ledger under Documents has them all. */
const paperDays = 35;

export const hasAnyCase = (read: Reader) => read.get<{ found: number }>(sql`select 1 as found from cases limit 1`) !== undefined;

/** The conference in hand for a partner: one that is running, else the next to come. */
export function conferenceAhead(read: Reader, today: string): { readonly id: string } | undefined {
  return read.get(
    sql`select id from meetings where kind = 'conference' and (state = 'running' or (state in ('planned', 'agenda-issued') and held_on >= ${today}))
        order by state <> 'running', held_on, starts_at, id limit 1`,
  );
}

export function conferenceCalledOff(read: Reader, today: string): PartnersDay['calledOff'] {
  return (
    read.get<{ heldOn: string; title: string } | undefined>(
      sql`select held_on as heldOn, title from meetings where kind = 'conference' and state = 'cancelled' and held_on >= ${today}
          order by held_on, starts_at limit 1`,
    ) ?? null
  );
}

/** The cases of an agenda that concern one agency, in their order. A partner's copy holds no others. */
export function casesOfAgency(read: Reader, meeting: StoredMeeting, agencyId: string, today: string): readonly PartnersCase[] {
  const items = itemsOf(read, meeting.id).flatMap(({ caseId, ...item }) => (caseId === null ? [] : [{ ...item, caseId }]));
  const ids = items.map(({ caseId }) => caseId);
  const [names, colours, concerned] = [caseNames(read, ids), coloursNow(read, ids), relevance(read, ids, today)];
  const written = updatesOf(read, meeting, agencyId, ids);
  const parted = partedCases(read, agencyId);
  return items.flatMap(({ id, caseId, minutes, state }): PartnersCase[] => {
    if (parted.has(caseId)) return [];
    const mine = concerned.get(caseId)?.find((view) => view.agencyId === agencyId && view.isRelevant);
    if (!mine) return [];
    return [
      {
        itemId: id,
        caseId,
        caseName: names.get(caseId) ?? caseName('', ''),
        colour: colours.get(caseId)?.colour ?? null,
        minutes,
        why: mine.reason,
        isHeard: state === 'discussed',
        updates: written.get(caseId) ?? [],
      },
    ];
  });
}

/** What the chair will read of the agency: sent for the conference, or since each case was last discussed and for none yet. */
function updatesOf(
  read: Reader,
  { id, heldOn }: StoredMeeting,
  agencyId: string,
  caseIds: readonly string[],
): ReadonlyMap<string, readonly PartnersUpdate[]> {
  const lastOn = lastDiscussed(read, caseIds, heldOn ?? '');
  const rows = read.all<PartnersUpdate & { caseId: string; isForThis: number }>(
    sql`select c.id, c.case_id as caseId, c.text, coalesce(p.name, '') as personName, c.sent_at as sentAt,
          coalesce(q.text, '') as question,
          ${missedDay} as missed, c.meeting_id is ${id} and not ${isTooLate} as isForThis
        from contributions c left join people p on p.id = c.person_id left join case_questions q on ${isAnswer}
        where ${among(sql`c.case_id`, caseIds)} and (c.meeting_id = ${id} or c.meeting_id is null or ${isTooLate})
          and c.agency_id = ${agencyId} and c.withdrawn_on is null order by c.sent_at, c.id`,
  );
  const current = rows.filter(({ caseId, isForThis, sentAt }) => isForThis === 1 || (sentAt ?? '') > (lastOn.get(caseId) ?? ''));
  const byCase = Map.groupBy(current, ({ caseId }) => caseId);
  return new Map([...byCase].map(([caseId, of]) => [caseId, of.map(({ caseId: _, isForThis: __, ...update }) => update)]));
}

export function openActionsOf(read: Reader, agencyId: string): PartnersDay['actions'] {
  const parted = partedCases(read, agencyId);
  return listActions(read, { state: 'open', agencyId }).filter(({ caseId }) => caseId === null || !parted.has(caseId));
}

/** Referrals to an agency's services that wait for its answer, the longest waiting first. */
export function referralsWaiting(read: Reader, agencyId: string): PartnersDay['referrals'] {
  const parted = partedCases(read, agencyId);
  return referralLines(read, 'all')
    .filter((referral) => referral.agencyId === agencyId && referral.state === 'waiting' && !parted.has(referral.caseId))
    .toReversed();
}

/** The agency's own papers, as they stand now. */
export const papersOf = (read: Reader, agencyId: string, today: string) =>
  listDocuments(read, { agencyId, issuedSince: addDays(today, -paperDays) }).filter(({ isLatest }) => isLatest);
