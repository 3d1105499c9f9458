import { type SQL, sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import type { ActionRow, ActionUpdateView } from '../../shared/views/actions';
import type { Reader } from '../connection';
import { type Among, among } from './among';
import { coloursNow } from './cases';

export interface ActionFilter {
  readonly state: 'open' | 'closed' | 'all';
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

type StoredAction = Omit<ActionRow, 'caseName' | 'colour'> & { readonly surname: string | null; readonly forenames: string | null };

/** Actions with what every list shows of them, soonest due first, those without a date last. */
export function listActions(read: Reader, filter: ActionFilter): readonly ActionRow[] {
  const rows = read.all<StoredAction>(actionsQuery(filter));
  const caseIds = [...new Set(rows.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])))];
  const colours = coloursNow(read, caseIds);
  return rows.map(({ surname, forenames, ...row }) => ({
    ...row,
    caseName: row.caseId === null ? '' : caseName(surname ?? '', forenames ?? ''),
    colour: row.caseId === null ? null : (colours.get(row.caseId)?.colour ?? null),
  }));
}

/** Open to the test of query plans. */
export function actionsQuery(filter: ActionFilter): SQL {
  const conditions = [
    filter.state === 'open' ? sql`a.outcome is null` : undefined,
    filter.state === 'closed' ? sql`a.outcome is not null` : undefined,
    filter.ids === undefined ? undefined : among(sql`a.id`, filter.ids),
    filter.cases === undefined ? undefined : among(sql`a.case_id`, filter.cases),
    filter.agencyId === undefined ? undefined : sql`a.agency_id = ${filter.agencyId}`,
    filter.meetingId === undefined ? undefined : sql`a.meeting_id = ${filter.meetingId}`,
    filter.closedAtMeetingId === undefined ? undefined : sql`a.closed_at_meeting_id = ${filter.closedAtMeetingId}`,
    filter.isGeneral ? sql`a.case_id is null` : undefined,
  ].filter((condition) => condition !== undefined);
  return sql`select a.id, a.reference, a.text, a.case_id as caseId, c.surname, c.forenames, a.agency_id as agencyId, a.person_id as personId,
      a.kind, a.priority, a.set_on as setOn, a.due_on as dueOn, a.outcome, a.closed_on as closedOn, a.closing_note as closingNote,
      a.meeting_id as meetingId, (select count(*) from action_updates u where u.action_id = a.id and u.kind = 'carried') as carried
    from actions a left join cases c on c.id = a.case_id
    ${conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}
    order by a.due_on is null, a.due_on, a.reference, a.id`;
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

export function countActions(read: Reader, today: string): ActionCounts {
  const counted = read.get<ActionCounts>(
    sql`select count(*) as open, coalesce(sum(coalesce(due_on < ${today}, 0)), 0) as overdue from actions where outcome is null`,
  );
  return counted ?? { open: 0, overdue: 0 };
}
