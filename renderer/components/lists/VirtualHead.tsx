import { ChevronDown, ChevronUp } from 'lucide-react';
import type { TableColumn, TableSort } from './table-entries';

interface VirtualHeadProps<Row> {
  readonly columns: readonly TableColumn<Row>[];
  /** Which columns are drawn, and which of them may sort. */
  readonly table: { readonly getVisibleLeafColumns: () => readonly { readonly id: string; readonly getCanSort: () => boolean }[] };
  readonly sort: TableSort | null;
  readonly onSort?: (columnId: string) => void;
}

/** The column titles. Each sorts by a click, and by a second click the other way. */
export function VirtualHead<Row>({ columns, table, sort, onSort }: VirtualHeadProps<Row>) {
  const byId = new Map(columns.map((column) => [column.id, column]));
  return (
    <thead>
      <tr aria-rowindex={1}>
        {table.getVisibleLeafColumns().map((modelled) => {
          const column = byId.get(modelled.id);
          if (!column) return null;
          const { id, title, isTitleHidden, isFigure } = column;
          const isSorting = sort?.by === id;
          const words = isTitleHidden ? <span className="visually-hidden">{title}</span> : title;
          const Arrow = sort?.isDescending ? ChevronUp : ChevronDown;
          return (
            <th
              key={id}
              scope="col"
              className={isFigure ? 'figure' : undefined}
              aria-sort={isSorting ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
            >
              {onSort && modelled.getCanSort() ? (
                <button type="button" className="sort-button" onClick={() => onSort(id)}>
                  {words}
                  {isSorting ? <Arrow aria-hidden /> : null}
                </button>
              ) : (
                words
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
