import { type Asked, type Counts, everyone, isOn, type Time, timesOf } from './cohort';
import { by, dayOfNumber, live, numberOf, type Row, sortedBy, type Tables } from './export';

/** Groups by characteristic, and the words by which somebody belongs to one. */
const groups: Readonly<Record<string, readonly string[]>> = {
  sex: ['sex-female', 'sex-male'],
  age: ['age-under-25', 'age-25-34', 'age-35-44', 'age-45-over'],
  ethnicity: ['ethnicity-asian', 'ethnicity-black', 'ethnicity-mixed', 'ethnicity-white', 'ethnicity-other'],
  disability: ['disability-yes', 'disability-no'],
};
const readAs: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sex: { Male: 'sex-male', Female: 'sex-female' },
  disability: { None: 'disability-no', No: 'disability-no' },
};

/** Only of the words that the schemes of the tests hold: how people write them is tested elsewhere. */
function groupOf(characteristic: string, one: Row, day: string): string | null {
  if (characteristic === 'age') {
    if (one.date_of_birth === null) return null;
    const [year = 0, born = ''] = [Number((one.date_of_birth ?? '').slice(0, 4)), (one.date_of_birth ?? '').slice(5)];
    const age = Number(day.slice(0, 4)) - year - (day.slice(5) >= born ? 0 : 1);
    return age < 25 ? 'age-under-25' : age < 35 ? 'age-25-34' : age < 45 ? 'age-35-44' : 'age-45-over';
  }
  const words = (one[characteristic] ?? '').trim();
  if (words === '' || /^(not stated|not recorded|unknown)$/i.test(words)) return null;
  if (characteristic === 'ethnicity') {
    if (/^(mixed|m\d)/i.test(words)) return 'ethnicity-mixed';
    if (/asian|^a\d/i.test(words)) return 'ethnicity-asian';
    if (/black|^b\d/i.test(words)) return 'ethnicity-black';
    return /white|^w\d|gypsy|irish/i.test(words) ? 'ethnicity-white' : 'ethnicity-other';
  }
  return readAs[characteristic]?.[words] ?? (characteristic === 'disability' ? 'disability-yes' : null);
}

const tooFew = (count: number) => count > 0 && count < 5;
type Sets = Readonly<Record<string, readonly string[]>>;

function setsOf(characteristic: string, people: readonly Row[], day: string): Sets {
  return Object.fromEntries(
    (groups[characteristic] ?? []).map((group) => [
      group,
      people.filter((one) => groupOf(characteristic, one, day) === group).map(({ id }) => id ?? ''),
    ]),
  );
}

/** Five or more, and at least two kept back that are five or more together, or none. */
function shownIn(sets: Sets): readonly string[] {
  const names = Object.keys(sets);
  const size = (name: string) => sets[name]?.length ?? 0;
  let shown = names.filter((name) => size(name) >= 5);
  while (shown.length > 0) {
    const kept = names.filter((name) => !shown.includes(name));
    if (kept.length === 0 || (kept.length > 1 && kept.reduce((sum, name) => sum + size(name), 0) >= 5)) break;
    const least = Math.min(...shown.map(size));
    const next = shown.find((name) => size(name) === least);
    shown = shown.filter((name) => name !== next);
  }
  return shown;
}

interface Shown {
  readonly sets: Sets;
  readonly shown: readonly string[];
}

function moved(one: readonly string[], other: readonly string[]): number {
  return one.filter((id) => !other.includes(id)).length + other.filter((id) => !one.includes(id)).length;
}

function mayStandBeside(next: Shown, before: Shown): boolean {
  const both = next.shown.filter((name) => before.shown.includes(name));
  if (both.some((name) => tooFew(moved(next.sets[name] ?? [], before.sets[name] ?? [])))) return false;
  const rest = (sets: Sets) => Object.keys(sets).flatMap((name) => (both.includes(name) ? [] : (sets[name] ?? [])));
  return !tooFew(moved(rest(next.sets), rest(before.sets)));
}

/** Last days of March, June, September and December, from the quarter of a day on. */
function ends(first: string, to: string): readonly string[] {
  const from = first < '2004-01-01' ? '2004-01-01' : first;
  const days = Array.from({ length: 200 }, (_one, at) => 2004 + Math.floor(at / 4)).flatMap((year, at) => [
    `${year}-${['03-31', '06-30', '09-30', '12-31'][at % 4]}`,
  ]);
  return days.filter((day) => day >= from && day <= to);
}

function cohort(tables: Tables, to: string): readonly Shown[] {
  const cases = everyone(tables);
  const first =
    cases
      .flatMap((one) => timesOf(tables, one).flatMap((time) => time.first ?? []))
      .sort()
      .at(0) ?? `${to.slice(0, 4)}-01-01`;
  return Object.keys(groups).flatMap((characteristic) => {
    const stood: Shown[] = [];
    for (const day of ends(first, to)) {
      const there = cases.filter((one) => isOn(tables, one, day));
      const sets = setsOf(characteristic, there, day);
      const next = { sets, shown: shownIn(sets) };
      if (next.shown.length > 0 && stood.every((before) => mayStandBeside(next, before))) stood.push(next);
    }
    return stood.slice(-1);
  });
}

function happened(tables: Tables, events: readonly { readonly id: string; readonly on: string }[], to: string): readonly Shown[] {
  const dated = [...events].sort((a, b) => a.on.localeCompare(b.on));
  const [first] = dated;
  if (!first) return [];
  let people = new Set<string>();
  // The last end of a quarter before the first of them.
  let begin = ends('2004-01-01', dayOfNumber(numberOf(first.on) - 1)).at(-1) ?? '';
  let last: readonly string[] | null = null;
  let lastEnd = '';
  for (const end of ends(first.on, to)) {
    for (const event of dated) if (event.on > begin && event.on <= end && event.on >= '2004-01-01') people.add(event.id);
    if (people.size < 20) continue;
    [last, lastEnd, begin, people] = [[...people], end, end, new Set()];
  }
  if (last === null) return [];
  const counted = everyone(tables).filter(({ id }) => last?.includes(id ?? ''));
  return Object.keys(groups).map((characteristic) => {
    const sets = setsOf(characteristic, counted, lastEnd);
    return { sets, shown: shownIn(sets) };
  });
}

function populations(tables: Tables, to: string): readonly (readonly Shown[])[] {
  const cases = everyone(tables);
  const known = new Set(cases.map(({ id }) => id));
  const decided = (kind: string) =>
    tables('cohort_decisions')
      .filter((row) => live(row) && row.kind === kind && known.has(row.case_id ?? '') && row.decided_on !== null)
      .map(({ case_id, decided_on }) => ({ id: case_id ?? '', on: decided_on ?? '' }));
  const ofTimes = (dayOf: (time: Time) => string | null) =>
    cases.flatMap((one) =>
      timesOf(tables, one).flatMap((time) => {
        const on = dayOf(time);
        return on === null ? [] : [{ id: one.id ?? '', on }];
      }),
    );
  const reds = [
    ...by(
      sortedBy(
        tables('colour_changes').filter(({ case_id, colour, decided_on }) => case_id && colour && decided_on),
        'decided_on',
        'decided_at',
        'id',
      ),
      'case_id',
    ),
  ].flatMap(([id, own]) =>
    !known.has(id)
      ? []
      : own.flatMap((next, at) =>
          at > 0 && next.colour === 'R' && own[at - 1]?.colour !== 'R' ? [{ id, on: next.decided_on ?? '' }] : [],
        ),
  );
  const enforced = tables('actions')
    .filter(({ kind, case_id, set_on }) => kind === 'enforcement' && known.has(case_id ?? '') && set_on !== null)
    .map(({ case_id, set_on }) => ({ id: case_id ?? '', on: set_on ?? '' }));
  return [
    cohort(tables, to),
    happened(tables, [...ofTimes(({ first }) => first), ...decided('adopted')], to),
    happened(tables, [...ofTimes(({ over }) => over), ...decided('left')], to),
    happened(tables, reds, to),
    happened(tables, enforced, to),
  ];
}

/** Of those who are on the scheme, with the shares of the other populations beside. */
export function equality(tables: Tables, { to }: Asked): Counts {
  const [own = [], ...others] = populations(tables, to);
  if (own.length === 0) return new Map();
  const area = new Map(tables('population_figures').map(({ id, per_thousand }) => [id, per_thousand]));
  const find = (all: readonly Shown[], group: string) => {
    const of = all.find(({ sets }) => group in sets);
    if (!of?.shown.includes(group)) return null;
    const count = of.sets[group]?.length ?? 0;
    return { count, all: Object.values(of.sets).reduce((sum, ids) => sum + ids.length, 0) };
  };
  return new Map(
    Object.values(groups)
      .flat()
      .map((group) => {
        const found = find(own, group);
        const perThousand = area.get(group);
        const [low, high] = found === null ? [null, null] : wilson(found.count, found.all);
        const share = (one: { readonly count: number; readonly all: number } | null) =>
          one === null ? null : Math.round((100 * one.count) / one.all);
        return [
          group,
          [
            share(found),
            perThousand == null ? null : Number(perThousand) / 10,
            low,
            high,
            found?.count ?? null,
            ...others.map((other) => share(find(other, group))),
          ],
        ];
      }),
  );
}

/** The shares that would be as far from the counted one as 95 in 100 allow, by the quadratic equation for them. Per cent. */
function wilson(count: number, all: number): readonly [number, number] {
  const square = 1.959963984540054 ** 2;
  const [a, b, c] = [all + square, -(2 * count + square), (count * count) / all];
  const root = Math.sqrt(b * b - 4 * a * c);
  return [Math.round((100 * (-b - root)) / (2 * a)), Math.round((100 * (-b + root)) / (2 * a))];
}
