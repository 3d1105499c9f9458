import type { ImportUndoView } from '../../../shared/views/importing';

export const figure = (count: number, one: string, many: string) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/** "12 cases leave the register, 3 rows are withdrawn, 40 fields hold again what they held." */
export function undoWords({ casesLeaving, rowsWithdrawn, fieldsRestored }: ImportUndoView): string {
  const parts = [
    casesLeaving > 0 ? figure(casesLeaving, 'case leaves the register', 'cases leave the register') : '',
    rowsWithdrawn > 0 ? figure(rowsWithdrawn, 'row is withdrawn', 'rows are withdrawn') : '',
    fieldsRestored > 0 ? figure(fieldsRestored, 'field holds again what it held', 'fields hold again what they held') : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'Nothing would be taken back: everything was touched since.' : `${parts.join(', ')}.`;
}
