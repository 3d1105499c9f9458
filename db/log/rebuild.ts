import { createHash } from 'node:crypto';
import { type Connection, type GuardedDatabase, writing } from '../connection';
import { rebuildSearch } from '../search';
import { decodeCommit, type Scalar } from './commit';
import { createRowWriter } from './rows';
import { shapeOfRelation, shapes } from './synced-tables';

/**
 * Empties every synced table and makes it again from the signed bodies of the log: for each cell the value with the
 * latest stamp, whatever order the commits arrived in. One transaction; what fails changes nothing.
 */
export function rebuild(connection: Connection): void {
  rebuildThen(connection, () => {});
}

/**
 * Rebuilds, and does more in the same transaction; what throws there undoes the rebuild too. It cannot be begun inside
 * another transaction: in a savepoint SQLite keeps a copy of the pages for every row written, and is a hundred times
 * slower.
 */
export function rebuildThen(connection: Connection, more: () => void): void {
  const raw: GuardedDatabase = connection.raw;
  if (raw.inTransaction) throw new Error('A rebuild was begun inside another transaction.');
  const writeRow = createRowWriter(raw);
  const addPut = raw.prepare('insert into puts (relation, row, field, stamp, value, base) values (?, ?, ?, ?, ?, ?)');
  const run = raw.transaction(() => {
    for (const { relation } of [...shapes].reverse()) raw.exec(`delete from "${relation}"`);
    raw.exec('delete from puts');
    for (const body of bodies(raw)) {
      const commit = decodeCommit(body);
      for (const put of commit.puts) addPut.run(put.relation, put.row, put.field, commit.stamp, JSON.stringify(put.value), put.base);
    }
    for (const row of latestRows(raw)) {
      const shape = shapeOfRelation(row.relation);
      // A table or field from a newer version stays in the log until this program knows it.
      if (shape) writeRow.write(shape, row.id, new Map([...row.values].filter(([field]) => shape.fields.has(field))), false);
    }
    rebuildSearch(raw);
    more();
  });
  raw.roundtableWriting = writing.rebuild;
  try {
    run.immediate();
  } finally {
    raw.roundtableWriting = writing.nothing;
  }
}

/** The log in order of arrival, a thousand at a time: the connection cannot write while a read is open. */
function* bodies(raw: GuardedDatabase): Generator<string> {
  const page = raw.prepare<[number], { sequence: number; body: string }>(
    'select sequence, body from commits where sequence > ? order by sequence limit 1000',
  );
  for (let after = 0; ; ) {
    const read = page.all(after);
    for (const { body } of read) yield body;
    const last = read.at(-1);
    if (!last) return;
    after = last.sequence;
  }
}

interface LatestRow {
  readonly relation: string;
  readonly id: string;
  readonly values: Map<string, Scalar>;
}

/** Each row as its latest puts make it, one table after another. */
function* latestRows(raw: GuardedDatabase): Generator<LatestRow> {
  const cells = raw.prepare<[string], { row: string; field: string; value: string }>(
    'select row, field, value, max(stamp) from puts where relation = ? group by relation, row, field order by relation, row, field',
  );
  for (const { relation } of shapes) {
    const rows = new Map<string, LatestRow>();
    for (const { row, field, value } of cells.all(relation)) {
      const latest = rows.get(row) ?? { relation, id: row, values: new Map<string, Scalar>() };
      rows.set(row, latest);
      latest.values.set(field, JSON.parse(value) as Scalar);
    }
    yield* rows.values();
  }
}

/** SHA-256 over every row of every synced table and the log's index, in a fixed order. Equal tables give equal text. */
export function fingerprintTables(connection: Connection): string {
  const hash = createHash('sha256');
  const { raw } = connection;
  for (const { relation, fields } of shapes) {
    const names = ['id', ...[...fields.keys()].sort()];
    hash.update(`${relation}(${names.join()})\n`);
    const columns = names.map((name) => `quote("${name}")`).join(` || ',' || `);
    for (const { line } of raw.prepare<[], { line: string }>(`select ${columns} as line from "${relation}" order by id`).iterate()) {
      hash.update(`${line}\n`);
    }
  }
  const index = raw.prepare<[], { line: string }>(
    `select relation || '/' || row || '/' || field || '/' || stamp || '=' || value || '<' || base as line from puts order by relation, row, field, stamp`,
  );
  for (const { line } of index.iterate()) hash.update(`${line}\n`);
  return hash.digest('hex');
}
