import { strFromU8, unzipSync } from 'fflate';

/**
 * The exported scheme as a stranger would read it: a ZIP of CSV files. Nothing here, nor in the folder, is taken from the
 * program itself, so that its figures can be counted a second time by other hands.
 */
export type Row = Readonly<Record<string, string | null>>;
export type Tables = (name: string) => readonly Row[];

export function tablesOf(archive: Uint8Array): Tables {
  const files = unzipSync(archive);
  const read = new Map<string, readonly Row[]>();
  return (name) => {
    const known = read.get(name);
    if (known) return known;
    const file = files[`tables/${name}.csv`];
    if (!file) throw new Error(`The export has no table ${name}.`);
    const rows = rowsOf(strFromU8(file));
    read.set(name, rows);
    return rows;
  };
}

/** Nothing between two commas is null, two quotation marks are the empty text. */
function rowsOf(csv: string): readonly Row[] {
  const [heads = [], ...lines] = linesOf(csv);
  return lines.map((cells) => Object.fromEntries(heads.map((head, at) => [head ?? '', cells[at] ?? null])));
}

function linesOf(csv: string): readonly (readonly (string | null)[])[] {
  const lines: (string | null)[][] = [];
  let line: (string | null)[] = [];
  let cell: string | null = null;
  let isQuoted = false;
  for (let at = 0; at < csv.length; at += 1) {
    const character = csv.charAt(at);
    if (isQuoted) {
      if (character !== '"') cell = (cell ?? '') + character;
      else if (csv.charAt(at + 1) === '"') {
        cell = `${cell ?? ''}"`;
        at += 1;
      } else isQuoted = false;
    } else if (character === '"') {
      isQuoted = true;
      cell = cell ?? '';
    } else if (character === ',') {
      line.push(cell);
      cell = null;
    } else if (character === '\n') {
      line.push(cell);
      lines.push(line);
      [line, cell] = [[], null];
    } else if (character !== '\r') cell = (cell ?? '') + character;
  }
  return lines;
}

const dayLength = 86_400_000;
/** Days since 1970. */
export const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayLength);
export const dayOfNumber = (number: number): string => new Date(number * dayLength).toISOString().slice(0, 10);
export const whole = (part: number, all: number): number | null => (all === 0 ? null : Math.round((100 * part) / all));
export const live = (row: Row): boolean => row.withdrawn_on === null;
/** Rows under one another by a column. */
export function by(rows: readonly Row[], column: string): ReadonlyMap<string, readonly Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = row[column] ?? '';
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return found;
}
export const sortedBy = (rows: readonly Row[], ...columns: readonly string[]): readonly Row[] =>
  [...rows].sort((a, b) => {
    for (const column of columns) {
      const [one, other] = [a[column] ?? '', b[column] ?? ''];
      if (one !== other) return one < other ? -1 : 1;
    }
    return 0;
  });
