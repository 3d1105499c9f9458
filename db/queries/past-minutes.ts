import { sql } from 'drizzle-orm';
import type { Colour } from '../../shared/language/colour';
import type { PastCase } from '../../shared/rules/propose-minutes';
import type { Reader } from '../connection';

/** A year of weekly conferences: long enough to count on, short enough to follow how the partnership works now. */
const conferences = 52;

/** The cases that the conferences before a day discussed, each as it came up then and with what it took. */
export function pastCases(read: Reader, before: string): readonly PastCase[] {
  interface Stored {
    readonly colour: Colour | null;
    readonly openActions: number;
    readonly hasChanged: number;
    readonly isFirst: number;
    readonly seconds: number;
  }
  const rows = read.all<Stored>(sql`
    with recent as (
      select id, held_on from meetings where held_on < ${before} and state in ('closed', 'final') order by held_on desc limit ${conferences}
    ), heard as (
      select i.case_id, i.meeting_id, recent.held_on,
        case when i.seconds_before > 0 then i.seconds_before
          else cast(round((julianday(i.ended_at) - julianday(i.started_at)) * 86400) as integer) end as seconds,
        (select max(m.held_on) from agenda_items e join meetings m on m.id = e.meeting_id
          where e.case_id = i.case_id and e.state = 'discussed' and e.withdrawn_on is null and m.held_on < recent.held_on) as last_on
      from recent join agenda_items i on i.meeting_id = recent.id
      where i.state = 'discussed' and i.withdrawn_on is null and i.started_at is not null and i.ended_at is not null
    )
    select seconds, last_on is null as isFirst,
      (select c.colour from colour_changes c
        where c.case_id = h.case_id and c.decided_on <= h.held_on and c.colour is not null and c.meeting_id is not h.meeting_id
        order by c.decided_on desc, c.decided_at desc, c.id desc limit 1) as colour,
      (select count(*) from actions a
        where a.case_id = h.case_id and a.set_on < h.held_on and coalesce(a.closed_on, '9') >= h.held_on) as openActions,
      last_on is null or exists (select 1 from commits k
        where k.space = 'case:' || h.case_id and k.meeting is null
          and k.stamp >= printf('%015d', unixepoch(last_on, '+1 day') * 1000) and k.stamp < printf('%015d', unixepoch(h.held_on) * 1000)) as hasChanged
    from heard h`);
  return rows.map(({ isFirst, hasChanged, ...row }) => ({ ...row, isFirst: isFirst === 1, hasChanged: hasChanged === 1 }));
}
