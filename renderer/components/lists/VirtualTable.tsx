import {
  columnVisibilityFeature,
  createColumnHelper,
  type RowData,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useImperativeHandle, useMemo, useRef } from 'react';
import { layOutColumns } from './column-widths';
import { moveIn, type TableColumn, type TableEntry, type TableSort } from './table-entries';
import { VirtualHead } from './VirtualHead';
import { VirtualRow } from './VirtualRow';
import './virtual-table.css';

interface VirtualTableProps<Row> {
  readonly label: string;
  readonly columns: readonly TableColumn<Row>[];
  readonly entries: readonly TableEntry<Row>[];
  readonly sort?: TableSort | null;
  readonly onSort?: (columnId: string) => void;
  readonly selectedKey: string | null;
  readonly onSelect: (key: string) => void;
  /** Enter, or a double click. */
  readonly onOpen?: (row: Row) => void;
  /** What a head of a group says, given its key. */
  readonly head?: (key: string, count: number) => ReactNode;
  readonly onToggleHead?: (key: string) => void;
  /** Other keys while the table has the focus. True when it was used. */
  readonly onKey?: (event: KeyboardEvent, entry: TableEntry<Row> | null) => boolean;
  readonly rowHeight?: number;
  readonly ref?: Ref<VirtualTableHandle>;
}

export interface VirtualTableHandle {
  readonly focus: () => void;
}

const headHeight = 33;
// Rows come filtered, sorted and grouped, so the table models only the columns and which of them sorts.
const noRows: never[] = [];
const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });

/**
 * A list of any length as one grid: only the rows in sight are drawn. The grid has the focus and the arrow keys move
 * the selection; Left and Right close and open a group.
 */
export function VirtualTable<Row extends RowData>(props: VirtualTableProps<Row>) {
  const {
    label,
    columns,
    entries,
    sort = null,
    onSort,
    selectedKey,
    onSelect,
    onOpen,
    head,
    onToggleHead,
    onKey,
    rowHeight = 28,
    ref,
  } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLTableElement>(null);
  const base = useId();
  useImperativeHandle(ref, () => ({ focus: () => grid.current?.focus() }), []);

  const modelled = useMemo(() => {
    const helper = createColumnHelper<typeof features, Row>();
    return helper.columns(
      columns.map(({ id, title, canSort = true }) => helper.accessor(() => id, { id, header: title, enableSorting: canSort })),
    );
  }, [columns]);
  const sorting = useMemo(() => (sort ? [{ id: sort.by, desc: sort.isDescending }] : []), [sort]);
  const table = useTable({ features, columns: modelled, data: noRows, manualSorting: true, state: { sorting } });

  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (entries[index]?.kind === 'head' ? headHeight : rowHeight),
    overscan: 6,
    scrollPaddingStart: 28,
    getItemKey: (index) => entries[index]?.key ?? index,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads and rows differ in height, so other entries mean other places
  useEffect(() => virtual.measure(), [virtual, entries, rowHeight]);

  const hasHeads = entries[0]?.kind === 'head';
  const at = selectedKey === null ? -1 : entries.findIndex(({ key }) => key === selectedKey);
  // Coming back to a list, what was selected is in sight again.
  const isPlaced = useRef(false);
  useEffect(() => {
    if (isPlaced.current || at < 0) return;
    isPlaced.current = true;
    virtual.scrollToIndex(at, { align: 'center' });
  });
  const go = (index: number) => {
    const entry = entries[index];
    if (!entry) return;
    onSelect(entry.key);
    virtual.scrollToIndex(index, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target !== grid.current) return;
    const entry = entries[at] ?? null;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2);
    const next = moveIn(event.key, at, entries.length, page);
    if (next !== null) go(next);
    else if (event.key === 'Enter' && entry?.kind === 'row' && onOpen) onOpen(entry.row);
    else if (
      entry?.kind === 'head' &&
      (event.key === 'Enter' || event.key === ' ' || event.key === (entry.isOpen ? 'ArrowLeft' : 'ArrowRight'))
    )
      onToggleHead?.(entry.key);
    else if (!onKey?.(event, entry)) return;
    event.preventDefault();
  };

  const { least, widths } = useMemo(() => layOutColumns(columns), [columns]);
  const items = virtual.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  const isActiveDrawn = items.some(({ index }) => index === at);
  return (
    <div className="virtual-table" ref={scroller}>
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles that it may have support it */}
      <table
        ref={grid}
        role={hasHeads ? 'treegrid' : 'grid'}
        aria-label={label}
        aria-rowcount={entries.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={isActiveDrawn ? `${base}-${at}` : undefined}
        tabIndex={0}
        style={{ minWidth: least }}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.target === grid.current && at < 0) go(entries.findIndex(({ kind }) => kind === 'row'));
        }}
      >
        <colgroup>
          {columns.map(({ id }) => (
            <col key={id} style={{ width: widths.get(id) }} />
          ))}
        </colgroup>
        <VirtualHead columns={columns} table={table} sort={sort} {...(onSort ? { onSort } : {})} />
        <tbody>
          {before > 0 ? (
            <tr aria-hidden style={{ height: before }}>
              <td />
            </tr>
          ) : null}
          {items.map(({ index }) => {
            const entry = entries[index];
            if (!entry) return null;
            return (
              <VirtualRow
                // Keyed by place: sorting then changes the words in the lines that are there, and makes no new ones.
                key={index}
                id={`${base}-${index}`}
                index={index}
                entry={entry}
                columns={columns}
                isSelected={index === at}
                isGrouped={hasHeads}
                height={entry.kind === 'head' ? headHeight : rowHeight}
                head={head}
                onSelect={() => {
                  onSelect(entry.key);
                  if (entry.kind === 'head') onToggleHead?.(entry.key);
                }}
                onOpen={entry.kind === 'row' && onOpen ? () => onOpen(entry.row) : undefined}
              />
            );
          })}
          {after > 0 ? (
            <tr aria-hidden style={{ height: after }}>
              <td />
            </tr>
          ) : null}
        </tbody>
      </table>
    </div>
  );
}
