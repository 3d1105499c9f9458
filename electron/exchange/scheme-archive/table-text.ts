import type { Connection } from '../../../db/connection';
import type { Scalar } from '../../../db/log/commit';
import type { SyncedShape } from '../../../db/log/synced-tables';
import { guard } from '../formula-guard';

const rowsAtOnce = 2_000;

export interface TextPart {
  readonly text: string;
  readonly rows: number;
}

/**
 * A table as CSV, some thousand rows at a time, ordered by id. Nothing between two commas is null, two quotation marks
 * are the empty text. A text that a spreadsheet would run has an apostrophe in front.
 */
export function* tableText({ raw }: Connection, { relation, fields }: SyncedShape): Generator<TextPart> {
  const names = ['id', ...fields.keys()];
  yield { text: `${names.join(',')}\r\n`, rows: 0 };
  const columns = names.map((name) => `"${name}"`).join(', ');
  const page = raw.prepare<[string], Scalar[]>(`select ${columns} from "${relation}" where id > ? order by id limit ${rowsAtOnce}`).raw();
  for (let after = ''; ; ) {
    const rows = page.all(after);
    if (rows.length > 0) yield { text: rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join(''), rows: rows.length };
    if (rows.length < rowsAtOnce) return;
    after = String(rows.at(-1)?.[0]);
  }
}

function cellText(value: Scalar): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = guard(value);
  return text === '' || /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

interface StoredEntry {
  readonly sequence: number;
  readonly hash: string;
  readonly body: string;
  readonly signature: string;
}

/** The log in order of arrival, one JSON object a line. What a line leaves out is in the signed body. */
export function* logText({ raw }: Connection): Generator<TextPart> {
  const page = raw.prepare<[number], StoredEntry>(
    `select sequence, hash, body, signature from commits where sequence > ? order by sequence limit ${rowsAtOnce}`,
  );
  for (let after = 0; ; ) {
    const entries = page.all(after);
    if (entries.length > 0) yield { text: entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''), rows: entries.length };
    if (entries.length < rowsAtOnce) return;
    after = entries.at(-1)?.sequence ?? after;
  }
}
