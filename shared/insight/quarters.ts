import { addDays } from '../language/dates';

/** Three months of the calendar. */
export interface Quarter {
  /** `2025-Q4`. */
  readonly id: string;
  /** First and last day, both counted. */
  readonly from: string;
  readonly to: string;
  /** `October to December 2025`. */
  readonly name: string;
}

const names = ['January to March', 'April to June', 'July to September', 'October to December'] as const;
const pad = (number: number) => String(number).padStart(2, '0');

/** The quarter with this id; null where it is no quarter. */
export function quarterById(id: string): Quarter | null {
  const found = /^(\d{4})-Q([1-4])$/.exec(id);
  if (!found) return null;
  const [year, number] = [Number(found[1]), Number(found[2])];
  const after = number === 4 ? `${year + 1}-01-01` : `${year}-${pad(number * 3 + 1)}-01`;
  return { id, from: `${year}-${pad(number * 3 - 2)}-01`, to: addDays(after, -1), name: `${names[number - 1]} ${year}` };
}

/** The quarter that a day (`YYYY-MM-DD`) is in. */
export function quarterOf(day: string): Quarter {
  const quarter = quarterById(`${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`);
  if (!quarter) throw new Error(`${day} is not a day.`);
  return quarter;
}

/** The last quarter that is over on a day: what a quarterly report is about unless another is chosen. */
export function lastFullQuarter(today: string): Quarter {
  return quarterOf(addDays(quarterOf(today).from, -1));
}

/** Every quarter that is over, the latest first, back to the one with the first day of which anything is known. */
export function fullQuarters(firstDay: string, today: string): readonly Quarter[] {
  const found = [lastFullQuarter(today)];
  for (let next = found[0]; next && next.from > firstDay; ) {
    next = quarterOf(addDays(next.from, -1));
    found.push(next);
  }
  return found;
}
