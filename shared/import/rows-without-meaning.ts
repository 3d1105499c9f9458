import { plainWords } from './cell-text';

/** What many lists end with: `Total`, `Total: 84`, `Grand total` beside nothing but figures. */
export function isTotals(cells: readonly string[]): boolean {
  const filled = cells.map((cell) => plainWords(cell.slice(0, 200))).filter((words) => words !== '');
  const [first, ...others] = filled;
  return (
    first !== undefined &&
    /^(grand |sub ?)?totals?( (number|no|cases|people|count|on|in|of|cohort|nominals|rows|records|the|\d+)\b)*$/.test(first) &&
    others.every((words) => /^[\d ]+$|^(grand |sub ?)?totals?\b/.test(words))
  );
}

/** Long lists print their headings again on each page. */
export function repeatsHeadings(cells: readonly string[], headings: readonly string[]): boolean {
  const filled = cells.flatMap((cell, index) => (plainWords(cell.slice(0, 200)) === '' ? [] : [index]));
  return filled.length > 1 && filled.every((index) => plainWords((cells[index] ?? '').slice(0, 200)) === plainWords(headings[index] ?? ''));
}
