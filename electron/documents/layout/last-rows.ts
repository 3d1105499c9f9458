import { createRequire } from 'node:module';
import type { Table } from 'pdfmake/interfaces';

/** A table whose last rows go to the next page together, so that none stands there alone below the heads. */
export interface TableWithLastRows extends Table {
  readonly lastRowsTogether: number;
}

interface Writer {
  beginUnbreakableBlock(): void;
  commitUnbreakableBlock(): void;
}
interface Processor {
  readonly tableNode: { readonly table: Partial<TableWithLastRows> & { readonly body: readonly unknown[] } };
  /** Heads and what is kept with them, which are a block already. */
  readonly rowsWithoutPageBreak: number;
  beginRow(row: number, writer: Writer): void;
  endRow(row: number, writer: Writer, breaks: unknown): void;
}

/** pdfmake keeps rows with the heads of a table and none with its end. A block around the last ones does; blocks may be nested. */
export function keepLastRows(): void {
  const processor = (createRequire(import.meta.url)('pdfmake/js/TableProcessor') as { default: { prototype: Processor } }).default
    .prototype;
  const { beginRow, endRow } = processor;
  const firstOf = ({ tableNode: { table }, rowsWithoutPageBreak }: Processor): number | null => {
    const first = table.body.length - (table.lastRowsTogether ?? 0);
    return first >= Math.max(1, rowsWithoutPageBreak) && first < table.body.length - 1 ? first : null;
  };
  processor.beginRow = function (row, writer) {
    if (row === firstOf(this)) writer.beginUnbreakableBlock();
    beginRow.call(this, row, writer);
  };
  processor.endRow = function (row, writer, breaks) {
    endRow.call(this, row, writer, breaks);
    if (row === this.tableNode.table.body.length - 1 && firstOf(this) !== null) writer.commitUnbreakableBlock();
  };
}
