import { sql } from 'drizzle-orm';
import type { RealStretch } from '../../shared/agenda/real-waiting';
import type { Reader } from '../connection';
import { instantOf } from '../log/stamp';
import { among } from './among';

interface TimePut {
  readonly row: string;
  readonly field: string;
  readonly value: string;
  readonly stamp: string;
}

/** What was put into two fields of rows, the oldest first: rows keep the latest only, and a case may be come back to. */
function putsOf(
  read: Reader,
  relation: string,
  rows: readonly string[],
  fields: readonly [string, string],
): ReadonlyMap<string, TimePut[]> {
  const puts = read.all<TimePut>(
    sql`select u.row, u.field, u.value, u.stamp from puts u
        where u.relation = ${relation} and ${among(sql`u.row`, rows)} and u.field in (${fields[0]}, ${fields[1]})
        order by u.row, u.stamp`,
  );
  const byRow = new Map<string, TimePut[]>();
  for (const put of puts) byRow.set(put.row, [...(byRow.get(put.row) ?? []), put]);
  return byRow;
}

const timeIn = ({ value }: TimePut): number | null => {
  const instant: unknown = JSON.parse(value);
  return typeof instant === 'string' ? Date.parse(instant) : null;
};

/** When each of these cases of an agenda was discussed, each time that it was taken up. One still open ends at `until`. */
export function discussionTimes(read: Reader, itemIds: readonly string[], until: number): ReadonlyMap<string, readonly RealStretch[]> {
  const byItem = putsOf(read, 'agenda_items', itemIds, ['started_at', 'ended_at']);
  return new Map(
    [...byItem].map(([itemId, puts]) => {
      const times: RealStretch[] = [];
      let open: number | null = null;
      for (const put of puts) {
        const at = timeIn(put);
        if (put.field === 'started_at') open = at;
        else if (at !== null && open !== null) {
          times.push({ from: open, to: at });
          open = null;
        }
      }
      if (open !== null) times.push({ from: open, to: until });
      return [itemId, times] as const;
    }),
  );
}

export interface PresentRow {
  readonly id: string;
  readonly agencyId: string;
  readonly arrivedAt: string | null;
}

/**
 * When these people were in the room, going out and coming back included. Whoever is present and has no time of arrival was
 * there from the start; whoever was not seen to leave stayed until the end.
 */
export function presenceTimes(
  read: Reader,
  rows: readonly PresentRow[],
  { from, to }: RealStretch,
): readonly (RealStretch & { readonly agencyId: string })[] {
  const left = putsOf(
    read,
    'attendances',
    rows.map(({ id }) => id),
    ['left_at', 'left_at'],
  );
  return rows.flatMap(({ id, agencyId, arrivedAt }) => {
    const times: RealStretch[] = [];
    let here: number | null = arrivedAt === null ? from : Date.parse(arrivedAt);
    for (const put of left.get(id) ?? []) {
      const at = timeIn(put);
      if (at === null) here ??= Date.parse(instantOf(put.stamp));
      else if (here !== null) {
        times.push({ from: here, to: at });
        here = null;
      }
    }
    if (here !== null) times.push({ from: here, to });
    return times.map((time) => ({ agencyId, from: Math.max(time.from, from), to: Math.min(time.to, to) }));
  });
}
