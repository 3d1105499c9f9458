import { sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import { byName, byText } from '../../shared/language/in-order';
import { type RetentionKind, retentionKindOf } from '../../shared/language/retention';
import type { LeavingGround } from '../../shared/language/selection';
import { dueAfter, type RetentionRule, retentionRules, ruleInWords } from '../../shared/rules/retention';
import type { ErasurePreview, HeldRow, RetentionView, TombstoneRow } from '../../shared/views/retention';
import type { Reader } from '../connection';
import { caseSpace } from '../log/synced-tables';

type RuleRow = RetentionView['rules'][number];

export function listRetentionRules(read: Reader): readonly RuleRow[] {
  const set = read.all<RetentionRule & { changedOn: string | null; changedBy: string }>(
    sql`select rules.id as kind, rules.months, rules.reason, rules.source, rules.changed_on as changedOn, coalesce(p.name, '') as changedBy
        from retention_rules rules left join people p on p.id = rules.changed_by`,
  );
  // A scheme of before there was a rule for each way of leaving had one number of years for all of them.
  const years = read.get<{ years: number }>(sql`select retention_years as years from cohort_rules where id = 'scheme'`)?.years;
  const changes = new Map(set.map(({ kind, changedOn, changedBy }) => [kind, { changedOn, changedBy }]));
  return retentionRules(set).map((rule) => {
    const isUsual = rule.kind === 'left' && years !== undefined && !changes.has('left');
    return { changedOn: null, changedBy: '', ...rule, ...(isUsual ? { months: years * 12 } : {}), ...changes.get(rule.kind) };
  });
}

interface StoredHeld {
  readonly caseId: string;
  readonly surname: string;
  readonly forenames: string;
  readonly state: 'proposed' | 'left';
  readonly leftOn: string | null;
  readonly leftReason: string;
  readonly grounds: string | null;
  readonly lastOn: string | null;
  readonly keepUntil: string | null;
  readonly keepReason: string | null;
}

/** Everybody whose place has ended, or never began, by when a decision is due. */
export function listHeld(read: Reader, rules: readonly RetentionRule[], ids: readonly string[] | 'all' = 'all'): readonly HeldRow[] {
  const chosen = ids === 'all' ? sql`c.state in ('left', 'proposed')` : sql`c.id in (select value from json_each(${JSON.stringify(ids)}))`;
  const stored = read.all<StoredHeld>(
    sql`select c.id as caseId, c.surname, c.forenames, c.state, c.left_on as leftOn, c.left_reason as leftReason,
          (select grounds from cohort_decisions d where d.case_id = c.id and d.kind = 'left' and d.withdrawn_on is null
             order by d.decided_on desc, d.decided_at desc limit 1) as grounds,
          (select max(day) from (
             select max(d.decided_on) as day from cohort_decisions d where d.case_id = c.id and d.withdrawn_on is null
             union all select max(coalesce(s.closed_on, s.referred_on)) from selection_referrals s where s.case_id = c.id)) as lastOn,
          (select keep_until from retention_decisions k where k.case_id = c.id order by k.decided_on desc, k.id desc limit 1) as keepUntil,
          (select reason from retention_decisions k where k.case_id = c.id order by k.decided_on desc, k.id desc limit 1) as keepReason
        from cases c where ${chosen}`,
  );
  const monthsOf = new Map(rules.map(({ kind, months }) => [kind, months]));
  return stored
    .map((row): HeldRow => {
      const kind: RetentionKind = row.state === 'proposed' ? 'never-adopted' : retentionKindOf(groundsIn(row.grounds));
      const from = kind === 'never-adopted' ? row.lastOn : (row.leftOn ?? row.lastOn);
      const byRule = from === null ? null : dueAfter(from, monthsOf.get(kind) ?? 0);
      const kept = row.keepUntil === null ? null : { until: row.keepUntil, reason: row.keepReason ?? '' };
      return {
        caseId: row.caseId,
        caseName: caseName(row.surname, row.forenames),
        kind,
        from,
        due: kept && (byRule === null || kept.until > byRule) ? kept.until : byRule,
        why: row.leftReason,
        kept,
      };
    })
    .sort((one, other) => byText(one.due ?? '9', other.due ?? '9') || byName(one.caseName, other.caseName));
}

function groundsIn(text: string | null): readonly LeavingGround[] {
  try {
    const read: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(read) ? (read as LeavingGround[]) : [];
  } catch {
    return [];
  }
}

/** What is left of erased cases: that they were, when, by whom and why. Several erasures of one case are one. */
export function listTombstones(read: Reader): readonly TombstoneRow[] {
  return read.all<TombstoneRow>(
    sql`select e.erased_case as caseId, min(coalesce(e.erased_at, '')) as erasedAt, coalesce(p.name, '') as erasedBy, e.rule, e.reason,
          (select count(*) from commits_aside a where a.space = 'case:' || e.erased_case and a.reason = 'erased-case') as late
        from case_erasures e left join people p on p.id = e.erased_by where e.erased_case <> ''
        group by e.erased_case order by erasedAt desc, e.erased_case`,
  );
}

/** What goes with a case; undefined where it is not here. */
export function erasureOf(read: Reader, caseId: string, rules: readonly RetentionRule[]): ErasurePreview | undefined {
  const [row] = listHeld(read, rules, [caseId]);
  if (!row) return undefined;
  const facts = read.get<{ surname: string; state: string; entries: number; actions: number; conferences: number; running: string | null }>(
    sql`select c.surname, c.state, (select count(*) from commits k where k.space = ${caseSpace(caseId)}) as entries,
          (select count(*) from actions a where a.case_id = c.id) as actions,
          (select count(distinct i.meeting_id) from agenda_items i where i.case_id = c.id) as conferences,
          (select m.title from agenda_items i join meetings m on m.id = i.meeting_id
             where i.case_id = c.id and i.withdrawn_on is null and m.state not in ('closed', 'final') limit 1) as running
        from cases c where c.id = ${caseId}`,
  );
  if (!facts) return undefined;
  const rule = rules.find(({ kind }) => kind === row.kind);
  return {
    caseId,
    caseName: row.caseName,
    surname: facts.surname,
    rule: rule ? ruleInWords(rule) : '',
    due: row.due,
    entries: facts.entries,
    actions: facts.actions,
    conferences: facts.conferences,
    documents: documentsNaming(read, caseId),
    obstacle:
      facts.state === 'adopted'
        ? 'is on the scheme. Someone leaves first.'
        : facts.running === null
          ? null
          : `stands on the agenda of ${facts.running || 'a conference'}, which is not closed. Take the case off it, or close it first.`,
  };
}

/** Documents about the case, or of a conference at which it stood: their readers may hold copies outside Roundtable. */
function documentsNaming(read: Reader, caseId: string): ErasurePreview['documents'] {
  return read.all(
    sql`select d.id, d.number, d.title, d.recipient from documents d
        where d.withdrawn_on is null and d.content_erased_on is null and (d.about_case_id = ${caseId}
          or d.meeting_id in (select i.meeting_id from agenda_items i where i.case_id = ${caseId} and i.meeting_id is not null))
        order by d.issued_at desc, d.number limit 200`,
  );
}

/** Where a case stood: conference and place on its agenda. */
export function standingsOf(read: Reader, caseId: string): readonly (readonly [meetingId: string, place: number])[] {
  return read
    .all<{ meetingId: string; place: number | null }>(
      sql`select meeting_id as meetingId, position as place from agenda_items
          where case_id = ${caseId} and meeting_id is not null and withdrawn_on is null order by meeting_id`,
    )
    .map(({ meetingId, place }) => [meetingId, place ?? 0] as const);
}

/** The places on a conference's agenda at which a case stood that has been erased since, in order. */
export function erasedPlaces(read: Reader, meetingId: string): readonly number[] {
  return read
    .all<{ place: number }>(
      sql`select distinct erased.erased_case, stood.value ->> '$[1]' as place from case_erasures erased, json_each(erased.stood_in) stood
          where json_valid(erased.stood_in) and stood.value ->> '$[0]' = ${meetingId} order by place, erased.erased_case`,
    )
    .map(({ place }) => Number(place));
}
