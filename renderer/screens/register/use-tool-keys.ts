import { type RefObject, useCallback, useRef, useState } from 'react';

export type ToolMenu = 'filter' | 'group' | 'columns';

export interface ToolKeys {
  readonly openMenu: ToolMenu | null;
  readonly open: (menu: ToolMenu | null) => void;
  readonly search: RefObject<HTMLInputElement | null>;
}

/** Which menu of the tools is open, whether by a click or by its key. */
export function useToolKeys(): ToolKeys {
  const [openMenu, setOpenMenu] = useState<ToolMenu | null>(null);
  const search = useRef<HTMLInputElement>(null);
  return { openMenu, open: useCallback((menu) => setOpenMenu(menu), []), search };
}
