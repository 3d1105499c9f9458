import { identityKeys, identityOf } from './match-cases';
import type { ExistingCase } from './planned-import';
import type { RowReading } from './read-cells';

/**
 * Rows that would change the register again when the file is imported a second time, each with every other row and case
 * that shares an identifier or a name with it, directly or through others. Rows of different groups never meet in a
 * look-up, so a group that is left out whole changes nothing, this time or the next.
 *
 * @param unsettled rows that a second import would use to change something.
 * @param registers the register before the import and after it.
 * @returns the reason by row.
 */
export function contradictingRows(
  readings: readonly RowReading[],
  unsettled: readonly number[],
  registers: readonly (readonly ExistingCase[])[],
): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  if (unsettled.length === 0) return reasons;
  const groups = new Groups();
  for (const { row, fields } of readings) groups.join([`row:${row}`, ...identityKeys(identityOf(fields))]);
  for (const register of registers) {
    for (const { id, fields } of register) groups.join([`case:${id}`, ...identityKeys(identityOf(fields))]);
  }
  const wanted = new Set(unsettled.map((row) => groups.of(`row:${row}`)));
  const members = Map.groupBy(
    readings.map(({ row }) => row).filter((row) => wanted.has(groups.of(`row:${row}`))),
    (row) => groups.of(`row:${row}`),
  );
  for (const rows of members.values()) {
    const others = rows.length > 8 ? `${rows.slice(0, 8).join(', ')} and ${rows.length - 8} more` : rows.join(', ');
    const reason =
      rows.length > 1
        ? `The rows ${others} contradict each other about who this is, so none of them is used: correct them in the file, or enter the person by hand`
        : 'The row contradicts the register about who this is, so it is not used: correct it in the file, or change the case by hand';
    for (const row of rows) reasons.set(row, reason);
  }
  return reasons;
}

/** Names that belong together, by union and find. */
class Groups {
  readonly #above = new Map<string, string>();

  of(name: string): string {
    let top = name;
    for (let above = this.#above.get(top); above !== undefined && above !== top; above = this.#above.get(top)) top = above;
    this.#above.set(name, top);
    return top;
  }

  join(names: readonly string[]): void {
    const [first, ...others] = names;
    if (first === undefined) return;
    const top = this.of(first);
    for (const other of others) this.#above.set(this.of(other), top);
  }
}
