import { by, dayOfNumber, live, numberOf, type Row, sortedBy, type Tables, whole } from './export';

/** Which cases and days. */
export interface Asked {
  readonly from: string;
  readonly to: string;
  readonly area: string | null;
  readonly cohortPart: string | null;
}
/** Figures by the id of their row, one a series. */
export type Counts = ReadonlyMap<string, readonly (number | null)[]>;

export const chosen = (tables: Tables, { area, cohortPart }: Asked): readonly Row[] =>
  everyone(tables).filter((one) => (area === null || one.area === area) && (cohortPart === null || one.cohort_part === cohortPart));
/** Without those whom an import brought by mistake. */
export const everyone = (tables: Tables): readonly Row[] =>
  tables('cases').filter(({ state, left_reason }) => !(state === 'left' && left_reason === 'The import was taken back'));

/** A time on the scheme: its first day, and the day on which it was over. */
export interface Time {
  readonly first: string | null;
  readonly over: string | null;
}
const leavings = new WeakMap<readonly Row[], ReadonlyMap<string, readonly Row[]>>();
function leavingsOf(tables: Tables, id: string): readonly Row[] {
  const rows = tables('cohort_decisions');
  const known =
    leavings.get(rows) ??
    by(
      sortedBy(
        rows.filter((row) => row.kind === 'left' && live(row) && row.decided_on !== null),
        'decided_on',
      ),
      'case_id',
    );
  leavings.set(rows, known);
  return known.get(id) ?? [];
}

/** Each time that somebody was on the scheme: as the case has it, and before that by the leavings that were decided. */
export function timesOf(tables: Tables, { id, state, adopted_on = null, left_on = null }: Row): readonly Time[] {
  const decided = leavingsOf(tables, id ?? '');
  const hasLeft = left_on !== null && (adopted_on !== null || decided.some(({ decided_on }) => decided_on === left_on));
  const last: Time | null = state === 'adopted' || hasLeft ? { first: adopted_on, over: left_on } : null;
  const earlier = decided.flatMap(({ adopted_on: first = null, decided_on: over = null }) =>
    last === null || (adopted_on !== null && (over ?? '') <= adopted_on) ? [{ first, over }] : [],
  );
  return joined(last === null ? earlier : [...earlier, last]);
}

/** Times that share a day are one, and one without a day is none. */
function joined(times: readonly Time[]): readonly Time[] {
  if (times.length < 2) return times;
  const [early, late] = ['0000', '9999'];
  let left = times.filter(({ first, over }) => (first ?? early) < (over ?? late));
  const found: Time[] = [];
  while (left.length > 0) {
    const begin = left.map((time) => time.first ?? early).reduce((a, b) => (a < b ? a : b));
    let over = begin;
    for (let grown = true; grown; ) {
      const reach = left.filter((time) => (time.first ?? early) < over || (time.first ?? early) === begin).map((time) => time.over ?? late);
      const most = reach.reduce((a, b) => (a > b ? a : b), over);
      grown = most > over;
      over = most;
    }
    left = left.filter((time) => (time.first ?? early) >= over);
    found.push({ first: begin === early ? null : begin, over: over === late ? null : over });
  }
  return found;
}
export const timeAt = (tables: Tables, one: Row, day: string): Time | undefined =>
  timesOf(tables, one)
    .filter(({ first, over }) => (first === null || first <= day) && (over === null || over > day))
    .at(-1);
export const isOn = (tables: Tables, one: Row, day: string): boolean => timeAt(tables, one, day) !== undefined;
export const present = (tables: Tables, asked: Asked): readonly Row[] => chosen(tables, asked).filter((one) => isOn(tables, one, asked.to));

const letters = ['R', 'A', 'G', 'B'];

/** Every colour of each case in the order in which they held. */
function history(tables: Tables): ReadonlyMap<string, readonly Row[]> {
  return by(
    sortedBy(
      tables('colour_changes').filter(({ case_id, colour, decided_on }) => case_id !== null && colour !== null && decided_on !== null),
      'decided_on',
      'decided_at',
      'id',
    ),
    'case_id',
  );
}
const heldOn = (changes: readonly Row[], day: string): string | null =>
  changes.filter(({ decided_on }) => (decided_on ?? '') <= day).at(-1)?.colour ?? null;

export function colours(tables: Tables, asked: Asked): Counts {
  const changes = history(tables);
  const days = numberOf(asked.to) - numberOf(asked.from);
  const step = days <= 430 ? 28 : days <= 1500 ? 91 : 365;
  const points: string[] = [];
  for (let day = numberOf(asked.to); day >= numberOf(asked.from); day -= step) points.push(dayOfNumber(day));
  points.reverse();
  const rows = points.map((day) => {
    const held = chosen(tables, asked)
      .filter((one) => isOn(tables, one, day))
      .map((one) => heldOn(changes.get(one.id ?? '') ?? [], day));
    return [day, [...letters, null].map((colour) => held.filter((one) => one === colour).length)] as const;
  });
  const hasNone = rows.some(([, values]) => (values[4] ?? 0) > 0);
  return new Map(rows.map(([day, values]) => [day, hasNone ? values : values.slice(0, 4)]));
}

export function colourChanges(tables: Tables, asked: Asked): Counts {
  const changes = history(tables);
  const pairs = chosen(tables, asked).flatMap((one) =>
    (changes.get(one.id ?? '') ?? []).flatMap((next, at, own) => {
      const before = own[at - 1];
      const day = next.decided_on ?? '';
      return before && before.colour !== next.colour && day >= asked.from && day <= asked.to ? [`${before.colour}${next.colour}`] : [];
    }),
  );
  return new Map(letters.map((was) => [was, letters.map((is) => (is === was ? null : pairs.filter((pair) => pair === was + is).length))]));
}

/** Day by day, as a clerk would do it. */
export function timeInColour(tables: Tables, asked: Asked): Counts {
  const changes = history(tables);
  const days = new Map<string, number>();
  const cases = new Map<string, Set<string>>();
  const spells = new Map<string, number[]>();
  for (const one of chosen(tables, asked)) {
    const own = changes.get(one.id ?? '') ?? [];
    const [first] = own;
    if (!first) continue;
    const onDay = new Map(own.map((change) => [change.decided_on, change.colour]));
    for (const [at, time] of timesOf(tables, one).entries()) {
      const end = Math.min(numberOf(asked.to) + 1, time.over === null ? Number.POSITIVE_INFINITY : numberOf(time.over));
      let began = numberOf(first.decided_on ?? '');
      let colour = first.colour ?? '';
      let counted = 0;
      const close = (on: number) => {
        // Who comes back begins a new spell, however long the colour had held.
        const from = at > 0 && time.first !== null ? Math.max(began, numberOf(time.first)) : began;
        if (counted > 0) {
          days.set(colour, (days.get(colour) ?? 0) + counted);
          cases.set(colour, (cases.get(colour) ?? new Set()).add(one.id ?? ''));
          spells.set(colour, [...(spells.get(colour) ?? []), on - from]);
        }
        counted = 0;
      };
      for (let day = began; day < end; day += 1) {
        const next = onDay.get(dayOfNumber(day));
        if (next && next !== colour) {
          close(day);
          began = day;
          colour = next;
        }
        if (day >= numberOf(asked.from) && (time.first === null || day >= numberOf(time.first))) counted += 1;
      }
      close(end);
    }
  }
  const all = [...days.values()].reduce((sum, each) => sum + each, 0);
  return new Map(
    letters.map((colour) => [colour, [whole(days.get(colour) ?? 0, all), middle(spells.get(colour) ?? []), cases.get(colour)?.size ?? 0]]),
  );
}

function middle(lengths: readonly number[]): number | null {
  const sorted = [...lengths].sort((a, b) => a - b);
  const half = sorted.length / 2;
  if (sorted.length === 0) return null;
  return Number.isInteger(half) ? Math.round(((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2) : (sorted[Math.floor(half)] ?? null);
}

const progresses = ['good', 'some', 'none', 'deterioration'];

export function needs(tables: Tables, asked: Asked): Counts {
  const onScheme = new Set(present(tables, asked).map(({ id }) => id));
  const reviews = by(sortedBy(tables('need_reviews'), 'reviewed_on', 'reviewed_at', 'id'), 'need_id');
  const own = tables('needs').filter(
    (need) => live(need) && onScheme.has(need.case_id ?? '') && (need.identified_on === null || (need.identified_on ?? '') <= asked.to),
  );
  const rows = [...by(own, 'pathway')].map(([pathway, list]) => {
    // A person with one pathway recorded twice is one person with it, and counted at each progress that it has.
    const people = (some: readonly Row[]) => new Set(some.map(({ case_id }) => case_id)).size;
    const at = (progress: string | null) =>
      people(list.filter((need) => progressOf(reviews.get(need.id ?? '') ?? [], need, asked.to) === progress));
    const known = progresses.reduce((sum, progress) => sum + at(progress), 0);
    return [pathway, [whole(people(list), onScheme.size), ...progresses.map((progress) => whole(at(progress), known)), at(null)]] as const;
  });
  return new Map(rows);
}

const progressOf = (reviews: readonly Row[], need: Row, day: string): string | null =>
  reviews.filter(({ case_id, reviewed_on }) => case_id === need.case_id && reviewed_on !== null && (reviewed_on ?? '') <= day).at(-1)
    ?.progress ?? null;

function shares(people: readonly Row[], classOf: (one: Row) => string): Counts {
  const classes = people.map(classOf);
  return new Map(
    [...new Set(classes)].map((each) => [
      each,
      [whole(classes.filter((one) => one === each).length, people.length), classes.filter((one) => one === each).length],
    ]),
  );
}
export const positions = (tables: Tables, asked: Asked): Counts =>
  shares(present(tables, asked), ({ statutory_position }) => statutory_position ?? 'unknown');
export const risk = (tables: Tables, asked: Asked): Counts => shares(present(tables, asked), ({ rosh }) => rosh ?? '');

export function reviews(tables: Tables, asked: Asked): Counts {
  const late = present(tables, asked).map(({ review_due }) =>
    review_due === null ? null : numberOf(asked.to) - numberOf(review_due ?? ''),
  );
  const count = (is: (days: number) => boolean) => late.filter((days) => days !== null && is(days)).length;
  return new Map([
    ['over-12', [count((days) => days > 84)]],
    ['over-4', [count((days) => days > 28 && days <= 84)]],
    ['late', [count((days) => days > 0 && days <= 28)]],
    ['soon', [count((days) => days <= 0 && days >= -28)]],
    ['later', [count((days) => days < -28)]],
    ['none', [late.filter((days) => days === null).length]],
  ]);
}

function byColour(tables: Tables, asked: Asked, groups: ReadonlyMap<string, readonly Row[]>): Counts {
  const changes = history(tables);
  return new Map(
    [...groups].map(([group, people]) => {
      const held = people.map((one) => heldOn(changes.get(one.id ?? '') ?? [], asked.to));
      return [group, [...letters, null].map((colour) => held.filter((one) => one === colour).length)];
    }),
  );
}

export function timeOnScheme(tables: Tables, asked: Asked): Counts {
  const marks = [
    ['half', 183],
    ['year', 365],
    ['year-and-half', 548],
    ['two-years', 730],
    ['longer', Number.POSITIVE_INFINITY],
  ] as const;
  const bandOf = (one: Row) => {
    const first = timeAt(tables, one, asked.to)?.first ?? null;
    const days = first === null ? null : numberOf(asked.to) + 1 - numberOf(first);
    return days === null ? 'unknown' : (marks.find(([, most]) => days <= most)?.[0] ?? '');
  };
  const people = present(tables, asked);
  const groups = new Map<string, readonly Row[]>(marks.map(([id]) => [id, people.filter((one) => bandOf(one) === id)]));
  const unknown = people.filter((one) => bandOf(one) === 'unknown');
  return byColour(tables, asked, unknown.length > 0 ? new Map([...groups, ['unknown', unknown]]) : groups);
}

export function workload(tables: Tables, asked: Asked): Counts {
  return byColour(tables, asked, by(present(tables, asked), 'lead_person_id'));
}
