import { type RefObject, useEffect } from 'react';
import type { VirtualTableHandle } from './VirtualTable';

/**
 * Gives the list of a screen the focus once it is drawn. Not from under whoever was quicker and has opened something over it: what
 * they type there would go nowhere.
 */
export function useFirstFocus(table: RefObject<VirtualTableHandle | null>): void {
  useEffect(() => {
    if (!document.activeElement?.closest('[role=dialog], [role=alertdialog]')) table.current?.focus();
  }, [table]);
}
