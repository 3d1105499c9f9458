import type { ReactNode } from 'react';

/** What a list shows, from top to bottom: heads of groups and the rows under those that are open. */
export type TableEntry<Row> =
  | { readonly kind: 'head'; readonly key: string; readonly count: number; readonly isOpen: boolean }
  | { readonly kind: 'row'; readonly key: string; readonly row: Row };

/** How a list key moves the selection, from one index to another; null where the key does not move it. */
export function moveIn(key: string, at: number, count: number, page: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const kept = (index: number) => Math.max(0, Math.min(index, last));
  switch (key) {
    case 'ArrowDown':
      return kept(at + 1);
    case 'ArrowUp':
      return at < 0 ? last : kept(at - 1);
    case 'PageDown':
      return kept(Math.max(at, 0) + page);
    case 'PageUp':
      return kept(at - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

export interface TableColumn<Row> {
  readonly id: string;
  readonly title: string;
  /** The title is read out but not shown, as over a column of badges. */
  readonly isTitleHidden?: boolean;
  /** Pixels, or the least number of them for a column that takes what is left. */
  readonly width: number | { readonly atLeast: number };
  /** Gives no way in a narrow window, as days do not: cut short, "Tue 10" is not a day. */
  readonly keepsWidth?: boolean;
  /** A number: set to the right. */
  readonly isFigure?: boolean;
  readonly canSort?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

export interface TableSort {
  readonly by: string;
  readonly isDescending: boolean;
}
