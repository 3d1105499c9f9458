import { Groups } from './groups';
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
  if (unsettled.length === 0) return new Map();
  const groups = new Groups();
  for (const { row, fields } of readings) groups.join([`row:${row}`, ...identityKeys(identityOf(fields))]);
  for (const register of registers) {
    for (const { id, fields } of register) groups.join([`case:${id}`, ...identityKeys(identityOf(fields))]);
  }
  return reasonsOf(
    readings.map(({ row }) => row),
    unsettled,
    groups,
  );
}

/** The reason for each row of a group in which one row is unsettled. Rows are named `row:12` in `groups`. */
export function reasonsOf(rows: readonly number[], unsettled: readonly number[], groups: Groups): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  const wanted = new Set(unsettled.map((row) => groups.of(`row:${row}`)));
  const members = Map.groupBy(
    rows.filter((row) => wanted.has(groups.of(`row:${row}`))),
    (row) => groups.of(`row:${row}`),
  );
  for (const together of members.values()) {
    const named = together.length > 8 ? `${together.slice(0, 8).join(', ')} and ${together.length - 8} more` : together.join(', ');
    const reason =
      together.length > 1
        ? `The rows ${named} contradict each other about who or what this is, so none of them is used: correct them in the file, or enter it by hand`
        : 'The row contradicts what the scheme says, so it is not used: correct it in the file, or change it by hand';
    for (const row of together) reasons.set(row, reason);
  }
  return reasons;
}
