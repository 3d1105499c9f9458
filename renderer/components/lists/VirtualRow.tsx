import { ChevronDown, ChevronRight } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { TableColumn, TableEntry } from './table-entries';

interface VirtualRowProps<Row> {
  readonly id: string;
  readonly index: number;
  readonly entry: TableEntry<Row>;
  readonly columns: readonly TableColumn<Row>[];
  readonly isSelected: boolean;
  /** Stands under a head. */
  readonly isGrouped: boolean;
  readonly height: number;
  readonly head: ((key: string, count: number) => ReactNode) | undefined;
  readonly onSelect: () => void;
  readonly onOpen: (() => void) | undefined;
}

/** One line of the table: a row of cells, or the head of a group across all columns. */
export function VirtualRow<Row>({
  id,
  index,
  entry,
  columns,
  isSelected,
  isGrouped,
  height,
  head,
  onSelect,
  onOpen,
}: VirtualRowProps<Row>) {
  const common = { id, 'aria-rowindex': index + 2, 'aria-selected': isSelected, style: { height }, onMouseDown: onSelect };
  if (entry.kind === 'head') {
    const Arrow = entry.isOpen ? ChevronDown : ChevronRight;
    return (
      <tr {...common} className="group-head" aria-level={1} aria-expanded={entry.isOpen}>
        <td colSpan={columns.length}>
          <span className="row">
            <Arrow aria-hidden />
            {head?.(entry.key, entry.count)}
          </span>
        </td>
      </tr>
    );
  }
  return (
    <tr {...common} onDoubleClick={onOpen} {...(isGrouped ? { 'aria-level': 2 } : {})}>
      <Cells row={entry.row} columns={columns} />
    </tr>
  );
}

/** Drawn again only when the row itself or the columns change: moving the selection touches two lines and no cell. */
const Cells = memo(function Cells<Row>({ row, columns }: { readonly row: Row; readonly columns: readonly TableColumn<Row>[] }) {
  return columns.map((column) => (
    <td key={column.id} className={column.isFigure ? 'figure' : undefined}>
      {column.cell(row)}
    </td>
  ));
}) as <Row>(props: { readonly row: Row; readonly columns: readonly TableColumn<Row>[] }) => ReactNode;
