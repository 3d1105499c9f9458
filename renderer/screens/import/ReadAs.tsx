import { useState } from 'react';
import { type ImportKind, importKindName, importKinds } from '../../../shared/import/lists/kinds';
import { counted } from '../../../shared/language/counted';
import type { ImportSource } from '../../../shared/views/importing';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { Tick } from '../../components/fields/Tick';

const kindChoices = importKinds.map((id) => ({ id, name: importKindName(id) }));

interface ReadAsProps {
  readonly source: ImportSource;
  readonly onReread: (sheet: string | null, headingRow: number, kind: ImportKind | null, isHiddenLeftOut: boolean) => void;
}

/** How the file is read: as what, which sheet, from which row of headings, with or without what the sheet hides. */
export function ReadAs({ source, onReread }: ReadAsProps) {
  const isLeftOut = source.hidden?.areLeftOut ?? false;
  const [row, setRow] = useState(String(source.headingRow));
  const [shownFor, setShownFor] = useState(source.headingRow);
  if (shownFor !== source.headingRow) {
    setShownFor(source.headingRow);
    setRow(String(source.headingRow));
  }
  const isRow = /^[1-9]\d{0,2}$/.test(row);
  return (
    <div className="read-as">
      <div>
        <h2>{source.fileName}</h2>
        <p className="small soft">
          {counted(source.rows, 'row')}, read as {source.readAs}
        </p>
      </div>
      <Select
        label="What the rows are"
        value={source.kind}
        choices={kindChoices}
        onChange={(kind) => onReread(source.sheet, source.headingRow, kind as ImportKind, isLeftOut)}
      />
      {source.sheets.length > 1 ? (
        <Select
          label="Sheet"
          value={source.sheet}
          choices={source.sheets.map((name) => ({ id: name, name }))}
          onChange={(sheet) => onReread(sheet, 1, null, isLeftOut)}
        />
      ) : null}
      <TextField
        label="Row of headings"
        inputMode="numeric"
        value={row}
        onChange={setRow}
        onEnter={() => isRow && onReread(source.sheet, Number(row), source.kind, isLeftOut)}
        onBlur={() => isRow && Number(row) !== source.headingRow && onReread(source.sheet, Number(row), source.kind, isLeftOut)}
        problem={isRow ? null : 'The number of a row'}
      />
      {source.hidden ? (
        <Tick isOn={isLeftOut} onChange={(isOn) => onReread(source.sheet, source.headingRow, source.kind, isOn)}>
          Leave out {hiddenWords(source.hidden)}
        </Tick>
      ) : null}
    </div>
  );
}

/** "3 hidden rows and 1 hidden column". */
export function hiddenWords({ rows, columns }: { readonly rows: number; readonly columns: number }): string {
  const part = (count: number, one: string) =>
    count === 0 ? [] : [`${count.toLocaleString('en-GB')} hidden ${one}${count === 1 ? '' : 's'}`];
  return [...part(rows, 'row'), ...part(columns, 'column')].join(' and ');
}
