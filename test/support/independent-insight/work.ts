import { type Asked, type Counts, chosen, isOn, present, timeAt, timesOf } from './cohort';
import { by, dayOfNumber, live, numberOf, type Row, type Tables, whole } from './export';

const ends = ['done-in-time', 'done-late', 'circumstances-changed', 'agency-did-not-act', 'withdrawn', 'overdue', 'open'];

export function actions(tables: Tables, asked: Asked): Counts {
  const cases = new Set(chosen(tables, asked).map(({ id }) => id));
  const isWhole = asked.area === null && asked.cohortPart === null;
  const carried = by(
    // Made at noon in these schemes, so that the day is the same in every place.
    tables('action_updates').filter(({ kind, made_at }) => kind === 'carried' && (made_at ?? '').slice(0, 10) <= asked.to),
    'action_id',
  );
  const conferences = heldConferences(tables)
    .map(({ held_on }) => held_on ?? '')
    .sort();
  const due = tables('actions').filter((action) => {
    const day = action.due_on ?? action.set_on;
    return day != null && day >= asked.from && day <= asked.to && (action.case_id === null ? isWhole : cases.has(action.case_id ?? ''));
  });
  const endOf = ({ outcome, closed_on, due_on }: Row) => {
    const isOpen = outcome === null || (closed_on !== null && (closed_on ?? '') > asked.to);
    if (isOpen) return due_on !== null && (due_on ?? '') < asked.to ? 'overdue' : 'open';
    if (outcome !== 'done') return outcome ?? '';
    if (due_on === null || closed_on === null) return 'done-in-time';
    const grace = conferences.find((day) => day >= (due_on ?? '')) ?? due_on ?? '';
    return (closed_on ?? '') <= grace ? 'done-in-time' : 'done-late';
  };
  return new Map(
    [...by(due, 'agency_id')].map(([agency, own]) => [
      agency,
      [
        ...ends.map((end) => own.filter((action) => endOf(action) === end).length),
        own.reduce((sum, { id }) => sum + (carried.get(id ?? '')?.length ?? 0), 0),
      ],
    ]),
  );
}

const heldConferences = (tables: Tables): readonly Row[] =>
  tables('meetings').filter(
    ({ kind, state, held_on }) => kind === 'conference' && (state === 'closed' || state === 'final') && held_on !== null,
  );
const figure = (text: string | null | undefined): number | null => (text == null ? null : Number(text));

export function meetingCost(tables: Tables, asked: Asked): Counts {
  return new Map(
    heldConferences(tables)
      .filter(({ held_on }) => (held_on ?? '') >= asked.from && (held_on ?? '') <= asked.to)
      .map((held) => [
        held.id ?? '',
        [figure(held.real_waiting), figure(held.planned_waiting), figure(held.list_order_waiting), figure(held.least_waiting)],
      ]),
  );
}

const eventsOf = (tables: Tables) =>
  by(
    tables('outcome_events').filter((event) => live(event) && event.happened_on !== null && event.kind !== null),
    'case_id',
  );
const staysOf = (tables: Tables) =>
  by(
    tables('custody_periods').filter((stay) => live(stay) && stay.starts_on !== null),
    'case_id',
  );

/** Days of a span on which somebody was in no stay, one by one. */
function atLiberty(stays: readonly Row[], first: number, last: number): number {
  let days = 0;
  for (let day = first; day <= last; day += 1) {
    const on = dayOfNumber(day);
    if (!stays.some(({ starts_on, ends_on }) => (starts_on ?? '') <= on && (ends_on === null || (ends_on ?? '') >= on))) days += 1;
  }
  return days;
}

const isInside = (position: string | null | undefined) => position === 'serving' || position === 'remand';

export function community(tables: Tables, asked: Asked): Counts {
  const events = eventsOf(tables);
  const stays = staysOf(tables);
  const adoption = (one: Row) => timeAt(tables, one, asked.to)?.first ?? null;
  const people = present(tables, asked).filter(
    (one) =>
      adoption(one) !== null &&
      !isInside(one.statutory_position) &&
      atLiberty(stays.get(one.id ?? '') ?? [], numberOf(adoption(one) ?? ''), numberOf(asked.to)) >= 92,
  );
  const became = people.map((one) => {
    const since = (events.get(one.id ?? '') ?? []).filter(
      ({ happened_on, kind }) =>
        (happened_on ?? '') >= (adoption(one) ?? '') &&
        (happened_on ?? '') <= asked.to &&
        ['charge', 'conviction', 'breach', 'recall'].includes(kind ?? ''),
    );
    if (since.length > 0) return 'reoffended';
    const over = [one.licence_ends_on, one.order_ends_on, one.supervision_ends_on]
      .filter((day) => day != null)
      .sort()
      .at(-1);
    return over != null && over !== '' && over <= asked.to ? 'completed' : 'ongoing';
  });
  const count = (what: string) => became.filter((one) => one === what).length;
  return people.length === 0
    ? new Map()
    : new Map(['reoffended', 'completed', 'ongoing'].map((what) => [what, [whole(count(what), people.length), count(what)]]));
}

export function beforeAfter(tables: Tables, asked: Asked, kind: string, window: number): Counts {
  const events = eventsOf(tables);
  const stays = staysOf(tables);
  const sums = { before: 0, after: 0 };
  const offences: { readonly when: 'before' | 'after'; readonly severity: string; readonly count: number }[] = [];
  let people = 0;
  for (const one of chosen(tables, asked)) {
    const own = stays.get(one.id ?? '') ?? [];
    if (timesOf(tables, one).length === 0 || one.adopted_on === null) continue;
    const start = numberOf(one.adopted_on ?? '');
    if (numberOf(asked.to) - start < window) continue;
    if (isInside(one.statutory_position) && !own.some(({ ends_on }) => ends_on === null)) continue;
    const free = { before: atLiberty(own, start - window, start - 1), after: atLiberty(own, start, start + window - 1) };
    if (free.before === 0 || free.after === 0) continue;
    people += 1;
    for (const when of ['before', 'after'] as const) sums[when] += free[when];
    for (const event of events.get(one.id ?? '') ?? []) {
      const day = numberOf(event.happened_on ?? '');
      if (event.kind !== kind || day < start - window || day > start + window - 1) continue;
      offences.push({ when: day < start ? 'before' : 'after', severity: event.severity ?? 'unknown', count: Number(event.offences) });
    }
  }
  if (people === 0) return new Map();
  const row = (severity: string | null) => {
    const count = (when: 'before' | 'after') =>
      offences
        .filter((one) => one.when === when && (severity === null || one.severity === severity))
        .reduce((sum, one) => sum + one.count, 0);
    const [before, after] = [count('before'), count('after')];
    const [yearsBefore, yearsAfter] = [sums.before / 365.25, sums.after / 365.25];
    const [lowBefore, highBefore] = poissonRange(before);
    const [lowAfter, highAfter] = poissonRange(after);
    const hundredth = (value: number) => Math.round(value * 100) / 100;
    return [
      ...[
        before / yearsBefore,
        after / yearsAfter,
        lowBefore / yearsBefore,
        highBefore / yearsBefore,
        lowAfter / yearsAfter,
        highAfter / yearsAfter,
      ].map(hundredth),
      before,
      after,
    ];
  };
  return new Map([
    ['all', row(null)],
    ...[...new Set(offences.filter(({ count }) => count > 0).map(({ severity }) => severity))].map(
      (severity) => [severity, row(severity)] as const,
    ),
  ]);
}

/** The exact range of a Poisson count, 95 times in 100: by halving until the tails are as light as they may be. */
function poissonRange(count: number): readonly [number, number] {
  const atMost = (mean: number, most: number) => {
    // By logarithms: the chance of none is smaller than a computer can write where hundreds are expected.
    let logarithm = -mean;
    let sum = 0;
    for (let each = 0; each <= most; each += 1) {
      sum += Math.exp(logarithm);
      logarithm += Math.log(mean) - Math.log(each + 1);
    }
    return sum;
  };
  const solve = (isTooLow: (mean: number) => boolean) => {
    let [low, high] = [0, count * 2 + 40];
    for (let turn = 0; turn < 200; turn += 1) {
      const mean = (low + high) / 2;
      if (isTooLow(mean)) low = mean;
      else high = mean;
    }
    return (low + high) / 2;
  };
  const low = count === 0 ? 0 : solve((mean) => 1 - atMost(mean, count - 1) < 0.025);
  return [low, solve((mean) => atMost(mean, count) > 0.025)];
}

const offenceKinds = ['arrest', 'charge', 'conviction'];

/** The most offences of one kind within so many days that follow one another, by trying each day as the last. */
function most(events: readonly Row[], days: number): number {
  return Math.max(
    0,
    ...offenceKinds.flatMap((kind) => {
      const own = events.filter((event) => event.kind === kind);
      return own.map((last) =>
        own
          .filter(({ happened_on }) => {
            const before = numberOf(last.happened_on ?? '') - numberOf(happened_on ?? '');
            return before >= 0 && before < days;
          })
          .reduce((sum, { offences }) => sum + Number(offences), 0),
      );
    }),
  );
}

export interface Numbers {
  readonly top: number;
  readonly burst: number;
  readonly arrests: number;
  readonly ogrs: number;
  readonly matrix: number;
}

export function definitions(tables: Tables, asked: Asked, numbers: Numbers): Counts {
  const since = dayOfNumber(numberOf(asked.to) - 364);
  const events = eventsOf(tables);
  const scores = by(
    tables('case_scores').filter(({ scored_on }) => scored_on !== null && (scored_on ?? '') <= asked.to),
    'case_id',
  );
  const bands: Readonly<Record<string, number>> = { low: 0, medium: 50, high: 75, 'very-high': 90, prolific: 90 };
  const bandOfScore = (score: number) => (score >= 90 ? 'very-high' : score >= 75 ? 'high' : score >= 50 ? 'medium' : 'low');
  const people = chosen(tables, asked).map((one) => {
    const own = (events.get(one.id ?? '') ?? []).filter(
      ({ happened_on }) => (happened_on ?? '') >= since && (happened_on ?? '') <= asked.to,
    );
    const score = figure(one.ogrs_score);
    const band = one.ogrs_band ?? null;
    const ofBand = band === null || (score !== null && bandOfScore(score) === band) ? null : (bands[band] ?? null);
    const latest = [...(scores.get(one.id ?? '') ?? [])]
      .sort((a, b) => `${a.scored_at} ${a.id}`.localeCompare(`${b.scored_at} ${b.id}`))
      .at(-1);
    return {
      isOn: isOn(tables, one, asked.to),
      top: most(own, 365),
      burst: most(own, 91),
      arrests: own.filter(({ kind }) => kind === 'arrest').length,
      ogrs: score === null ? ofBand : Math.max(score, ofBand ?? 0),
      matrix: figure(latest?.points),
    };
  });
  const ranked = people.map(({ top }) => top).sort((a, b) => b - a);
  const places = Math.max(1, Math.floor((ranked.length * numbers.top) / 100));
  const leastOfTop = (ranked[0] ?? 0) === 0 ? Number.POSITIVE_INFINITY : Math.max(1, ranked[places - 1] ?? 0);
  const ids = ['top', 'burst', 'arrests', 'ogrs', 'matrix'] as const;
  const sets = people.map((one) => ({
    isOn: one.isOn,
    under: ids.filter((id) => {
      const value = one[id];
      return value !== null && value >= (id === 'top' ? leastOfTop : numbers[id]);
    }),
  }));
  const pair = (some: typeof sets) => [some.length, some.filter((one) => one.isOn).length];
  const rows = new Map<string, readonly (number | null)[]>();
  if (people.length === 0) return rows;
  for (const id of ids) rows.set(`each-${id}`, pair(sets.filter(({ under }) => under.includes(id))));
  for (const name of new Set(sets.filter(({ under }) => under.length > 0).map(({ under }) => under.join('+'))))
    rows.set(name, pair(sets.filter(({ under }) => under.join('+') === name)));
  rows.set('none', pair(sets.filter((one) => one.under.length === 0 && one.isOn)));
  return rows;
}

/** Days on which something is shut on the day or the day after, in England and Wales; Easter Monday and the like by hand. */
const holidays = new Set(
  [
    '2023-12-25 2023-12-26 2024-01-01 2024-03-29 2024-04-01 2024-05-06 2024-05-27 2024-08-26 2024-12-25 2024-12-26',
    '2025-01-01 2025-04-18 2025-04-21 2025-05-05 2025-05-26 2025-08-25 2025-12-25 2025-12-26 2026-01-01 2026-04-03 2026-04-06',
  ].flatMap((line) => line.split(' ')),
);
const isShut = (day: string) => [0, 6].includes(new Date(`${day}T12:00:00Z`).getUTCDay()) || holidays.has(day);

export function releases(tables: Tables, asked: Asked): Counts {
  const cases = new Set(chosen(tables, asked).map(({ id }) => id));
  const happened = tables('releases').filter(
    ({ state, ended_on, case_id }) =>
      state === 'released' && cases.has(case_id ?? '') && (ended_on ?? '') >= asked.from && (ended_on ?? '9999') <= asked.to,
  );
  if (happened.length === 0) return new Map();
  const counts: Record<string, [number, number, number]> = {
    month: [0, 0, 0],
    week: [0, 0, 0],
    days: [0, 0, 0],
    eve: [0, 0, 0],
    unknown: [0, 0, 0],
  };
  const saidOf = by(tables('release_dates'), 'release_id');
  const checksOf = by(tables('release_checks'), 'release_id');
  for (const { id, ended_on } of happened) {
    const out = ended_on ?? '';
    const said = [...(saidOf.get(id ?? '') ?? [])].sort((a, b) => `${a.recorded_at} ${a.id}`.localeCompare(`${b.recorded_at} ${b.id}`));
    let first = said.length;
    while (first > 0 && said[first - 1]?.release_on === out) first -= 1;
    const since = said.slice(first).find(({ said_on }) => said_on !== null)?.said_on ?? null;
    const days = since === null ? null : numberOf(out) - numberOf(since);
    const row = days === null ? 'unknown' : days >= 28 ? 'month' : days >= 7 ? 'week' : days >= 2 ? 'days' : 'eve';
    const cell = counts[row] as [number, number, number];
    cell[isShut(out) || isShut(dayOfNumber(numberOf(out) + 1)) ? 1 : 0] += 1;
    const settled = (checksOf.get(id ?? '') ?? []).filter(({ state }) => state === 'ready' || state === 'not-needed');
    // A home, benefits, a prescription, someone at the gate, the licence and the first appointment.
    if (settled.length < 6) cell[2] += 1;
  }
  return new Map(Object.entries(counts));
}
