import { createHash } from 'node:crypto';
import type { MergePut } from '../../shared/merge/put';
import { type Connection, type GuardedDatabase, writing } from '../connection';
import { prepareOnce } from '../prepared';
import { rebuildSearch } from '../search';
import { decodeCommit, type Scalar } from './commit';
import { createRowSettler } from './settle-rows';
import { shapes } from './synced-tables';

/**
 * Empties every synced table and makes it again from the signed bodies of the log: for each cell what
 * `shared/merge` says, whatever order the commits arrived in. One transaction; what fails changes nothing.
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
  const settler = createRowSettler(raw);
  const addPut = prepareOnce(raw, 'insert into puts (relation, row, field, stamp, value, base) values (?, ?, ?, ?, ?, ?)');
  const run = raw.transaction(() => {
    for (const { relation } of [...shapes].reverse()) prepareOnce(raw, `delete from "${relation}"`).run();
    for (const table of ['puts', 'conflicts']) prepareOnce(raw, `delete from ${table}`).run();
    for (const body of bodies(raw)) {
      const commit = decodeCommit(body);
      for (const put of commit.puts) addPut.run(put.relation, put.row, put.field, commit.stamp, JSON.stringify(put.value), put.base);
    }
    for (const { relation, row, puts } of rowsOfPuts(raw)) settler.settle(relation, row, puts, true);
    rebuildSearch(raw);
    more();
  });
  // A row may name one of a case that was erased. Only outside a transaction can it be set, and then SQLite prepares every
  // statement anew.
  const isLifted =
    raw.prepare('select 1 from erasure_work limit 1').get() !== undefined && raw.pragma('foreign_keys', { simple: true }) === 1;
  if (isLifted) raw.pragma('foreign_keys = OFF');
  raw.roundtableWriting = writing.rebuild;
  try {
    run.immediate();
  } finally {
    raw.roundtableWriting = writing.nothing;
    if (isLifted) raw.pragma('foreign_keys = ON');
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

interface RowPuts {
  readonly relation: string;
  readonly row: string;
  readonly puts: MergePut[];
}

/** Each row of the known tables with all its puts, one table after another. */
function* rowsOfPuts(raw: GuardedDatabase): Generator<RowPuts> {
  const page = raw.prepare<[string, string], { row: string; field: string; stamp: string; value: string; base: string }>(
    'select row, field, stamp, value, base from puts where relation = ? and row > ? order by row, field, stamp limit 5000',
  );
  const rest = raw.prepare<[string, string], { row: string; field: string; stamp: string; value: string; base: string }>(
    'select row, field, stamp, value, base from puts where relation = ? and row = ? order by field, stamp',
  );
  for (const { relation } of shapes) {
    for (let after = ''; ; ) {
      const read = page.all(relation, after);
      const last = read.at(-1);
      if (!last) break;
      // The last row of a page may go on beyond it, so it is read whole.
      const rows = new Map<string, MergePut[]>();
      for (const put of [...read.filter(({ row }) => row !== last.row), ...rest.all(relation, last.row)]) {
        const puts = rows.get(put.row) ?? [];
        rows.set(put.row, puts);
        puts.push({ field: put.field, stamp: put.stamp, value: JSON.parse(put.value) as Scalar, base: put.base });
      }
      for (const [row, puts] of rows) yield { relation, row, puts };
      after = last.row;
    }
  }
}

/** SHA-256 over every row of every synced table, the conflicts and the log's index, in a fixed order. Equal tables give equal text. */
export function fingerprintTables(connection: Connection): string {
  const hash = createHash('sha256');
  const add = (lines: string) => {
    for (const line of prepareOnce<[], string>(connection.raw, lines).pluck().iterate()) hash.update(`${line}\n`);
  };
  for (const { relation, fields } of shapes) {
    const names = ['id', ...[...fields.keys()].sort()];
    hash.update(`${relation}(${names.join()})\n`);
    const columns = names.map((name) => `quote("${name}")`).join(` || ',' || `);
    add(`select ${columns} from "${relation}" order by id`);
  }
  add(`select relation || '/' || row || '/' || field || '=' || kind || ' ' || stamps from conflicts order by relation, row, field`);
  add(
    `select relation || '/' || row || '/' || field || '/' || stamp || '=' || value || '<' || base from puts order by relation, row, field, stamp`,
  );
  return hash.digest('hex');
}
