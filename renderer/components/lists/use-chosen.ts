import { useState } from 'react';

/**
 * Which row of a list is open beside it: the one that was chosen, else the first. The first then counts as chosen, since a row that
 * comes in above it, as from a colleague, must not put another person under the hands of whoever writes there. `atFirst` is the one
 * to open on.
 */
export function useChosen<Row>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  atFirst: string | null | (() => string | null) = null,
): readonly [Row | null, (id: string) => void] {
  const [chosen, setChosen] = useState<string | null>(atFirst);
  const selected = rows.find((row) => idOf(row) === chosen) ?? rows[0] ?? null;
  const id = selected === null ? null : idOf(selected);
  if (id !== null && id !== chosen) setChosen(id);
  return [selected, setChosen];
}
