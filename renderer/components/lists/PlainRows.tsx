import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import './plain-rows.css';

interface PlainRowsProps<Row> {
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** The id of the row that is shown beside the list. */
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** What stands in a row: spans of the classes `name`, `line` and `at-right`. */
  readonly children: (row: Row) => ReactNode;
}

/** A short list of rows of two lines each, one of which is open beside it. */
export function PlainRows<Row>({ rows, idOf, chosen, onChoose, children }: PlainRowsProps<Row>) {
  return (
    <ul className="plain-rows">
      {rows.map((row) => {
        const id = idOf(row);
        const isChosen = id === chosen;
        return (
          <li key={id}>
            <Button
              className={`plain-row${isChosen ? ' on' : ''}`}
              onPress={() => onChoose(id)}
              {...(isChosen ? { 'aria-current': 'true' } : {})}
            >
              {children(row)}
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
