import { counted } from '../../../shared/language/counted';
import type { ImportUndoView } from '../../../shared/views/importing';

/** "12 cases leave the register, 3 rows are withdrawn, 40 fields hold again what they held." */
export function undoWords({ casesLeaving, rowsWithdrawn, fieldsRestored }: ImportUndoView): string {
  const parts = [
    casesLeaving > 0 ? counted(casesLeaving, 'case leaves the register', 'cases leave the register') : '',
    rowsWithdrawn > 0 ? counted(rowsWithdrawn, 'row is withdrawn', 'rows are withdrawn') : '',
    fieldsRestored > 0 ? counted(fieldsRestored, 'field holds again what it held', 'fields hold again what they held') : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'Nothing would be taken back: everything was touched since.' : `${parts.join(', ')}.`;
}
