import type { ReactNode } from 'react';
import './plain-table.css';

/** A column's title, or with what is said of the column. */
export type Head =
  | string
  | {
      readonly name: string;
      /** Its figures stand at the right, below one another. */
      readonly isFigure?: boolean;
      /** Of a column of buttons: only read out. */
      readonly isHidden?: boolean;
    };

interface PlainTableProps {
  readonly heads: readonly Head[];
  /** The rows, each a `tr` with as many cells as there are heads. */
  readonly children: ReactNode;
}

/** A table of some hundred rows at most that stands in the page. A longer one is a `VirtualTable`. */
export function PlainTable({ heads, children }: PlainTableProps) {
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {heads.map((head) => {
            const { name, isFigure = false, isHidden = false }: Exclude<Head, string> = typeof head === 'string' ? { name: head } : head;
            return (
              <th key={name} scope="col" className={isFigure ? 'figure' : undefined}>
                {isHidden ? <span className="visually-hidden">{name}</span> : name}
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
