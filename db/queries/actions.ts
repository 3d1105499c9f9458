import { type SQL, sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import type { ActionRow, ActionUpdateView } from '../../shared/views/actions';
import type { Reader } from '../connection';
import { type Among, among } from './among';
import { caseNames, coloursNow } from './cases';

export interface ActionFilter {
  readonly state: 'open' | 'closed' | 'all';
  /** Leaves out what was closed before this day. */
  readonly closedSince?: string | undefined;
  readonly ids?: Among;
  readonly cases?: Among;
  readonly agencyId?: string;
  /** Set at this conference. */
  readonly meetingId?: string;
  /** Settled at this conference. */
  readonly closedAtMeetingId?: string;
  /** Belongs to no case. */
  readonly isGeneral?: boolean;
}

type StoredAction = Omit<ActionRow, 'caseName' | 'colour' | 'carried'>;

/** Actions with what every list shows of them, soonest due first, those without a date last. */
export function listActions(read: Reader, filter: ActionFilter): readonly ActionRow[] {
  const rows = read.all<StoredAction>(actionsQuery(filter));
  // Names, colours and counts come from one query each: joined in SQL they would be looked up again for every action.
  const isWhole = rows.length > manyRows;
  const caseIds = isWhole ? 'all' : [...new Set(rows.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])))];
  const names = caseNames(read, caseIds);
  const colours = coloursNow(read, caseIds);
  const carried = timesCarried(read, isWhole ? 'all' : rows.map(({ id }) => id));
  return rows.map((row) => ({
    ...row,
    caseName: row.caseId === null ? '' : (names.get(row.caseId) ?? caseName('', '')),
    colour: row.caseId === null ? null : (colours.get(row.caseId)?.colour ?? null),
    carried: carried.get(row.id) ?? 0,
  }));
}

/** From here on it is quicker to read a whole table than to look its rows up one by one. */
const manyRows = 10_000;

/** Open to the test of query plans. */
export function actionsQuery(filter: ActionFilter): SQL {
  const conditions = [
    filter.state === 'open' ? sql`outcome is null` : undefined,
    filter.state === 'closed' ? sql`outcome is not null` : undefined,
    filter.closedSince === undefined ? undefined : sql`(outcome is null or closed_on >= ${filter.closedSince})`,
    filter.ids === undefined ? undefined : among(sql`id`, filter.ids),
    filter.cases === undefined ? undefined : among(sql`case_id`, filter.cases),
    filter.agencyId === undefined ? undefined : sql`agency_id = ${filter.agencyId}`,
    filter.meetingId === undefined ? undefined : sql`meeting_id = ${filter.meetingId}`,
    filter.closedAtMeetingId === undefined ? undefined : sql`closed_at_meeting_id = ${filter.closedAtMeetingId}`,
    filter.isGeneral ? sql`case_id is null` : undefined,
  ].filter((condition) => condition !== undefined);
  return sql`select id, reference, text, case_id as caseId, agency_id as agencyId, person_id as personId, kind, priority, set_on as setOn,
      due_on as dueOn, outcome, closed_on as closedOn, closing_note as closingNote, meeting_id as meetingId
    from actions
    ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
    order by due_on is null, due_on, reference, id`;
}

/** At how many conferences each action came back still open. Actions that never did are not in the map. */
function timesCarried(read: Reader, ids: Among): ReadonlyMap<string, number> {
  const condition = among(sql`action_id`, ids);
  const rows = read.all<{ id: string; times: number }>(
    sql`select action_id as id, count(*) as times from action_updates
        where kind = 'carried' and action_id is not null ${condition ? sql`and ${condition}` : sql``} group by action_id`,
  );
  return new Map(rows.map(({ id, times }) => [id, times]));
}

/** The story of one action, newest first. */
export function listActionUpdates(read: Reader, actionId: string): readonly ActionUpdateView[] {
  return read.all<ActionUpdateView>(
    sql`select u.id, u.kind, u.text, u.made_at as at, coalesce(p.name, '') as personName
        from action_updates u left join people p on p.id = u.person_id where u.action_id = ${actionId} order by u.made_at desc, u.id desc`,
  );
}

export interface ActionCounts {
  readonly open: number;
  /** Open and past the day they were due. */
  readonly overdue: number;
}

/** Open actions by case. */
export function countActionsByCase(read: Reader, today: string, ids: Among): ReadonlyMap<string, ActionCounts> {
  const condition = among(sql`case_id`, ids);
  const rows = read.all<ActionCounts & { caseId: string }>(
    sql`select case_id as caseId, count(*) as open, sum(coalesce(due_on < ${today}, 0)) as overdue
        from actions where outcome is null and case_id is not null ${condition ? sql`and ${condition}` : sql``} group by case_id`,
  );
  return new Map(rows.map(({ caseId, open, overdue }) => [caseId, { open, overdue }]));
}

/** Open actions of everyone, or of one agency. */
export function countActions(read: Reader, today: string, agencyId: string | null = null): ActionCounts {
  const counted = read.get<ActionCounts>(
    sql`select count(*) as open, coalesce(sum(coalesce(due_on < ${today}, 0)), 0) as overdue from actions
        where outcome is null ${agencyId === null ? sql`` : sql`and agency_id = ${agencyId}`}`,
  );
  return counted ?? { open: 0, overdue: 0 };
}
