import { eq, getTableName, sql } from 'drizzle-orm';
import { byText } from '../../shared/language/in-order';
import { type Connection, type GuardedDatabase, type Reader, writing } from '../connection';
import { prepareOnce } from '../prepared';
import { commits } from '../schema';
import { createSearchWriter } from '../search';
import { type CellReader, createCellReader } from './cells';
import { type Commit, encodeToSign, hashOf, type Put, type Scalar } from './commit';
import { type DeviceIdentity, signBody } from './identity';
import { createLatestStamp } from './next-stamp';
import { createRowIds, pooledRandom, type RowIdOptions } from './row-ids';
import { createRowWriter, type RowWriter } from './rows';
import { createConflictSettler } from './settle-rows';
import { nextStamp, readStamp, type Stamp } from './stamp';
import { caseOfSpace, type Fields, ownerField, type SyncedShape, type SyncedTable, shapeOfTable, spaceOf, toScalar } from './synced-tables';

/** One operation of the user while it is being recorded. Reads see what has been put so far. */
export interface Operation {
  readonly read: Reader;
  /** Shared by the commits that it becomes. */
  readonly id: string;
  /** The instant that every row of this operation may carry, ISO 8601 UTC. */
  readonly at: string;
  /** A fresh row id. */
  newId(): string;
  /**
   * Sets fields of a row, which is made if it is not there. Values that are what the row holds already are passed over.
   * The case of a row (`caseId`) is given when the row is made and never changes, for it decides who may read it.
   */
  put<T extends SyncedTable>(table: T, row: string, fields: Fields<T>): void;
  /** Sets fields by a person's choice between several values: covers all of them, even where the one shown is chosen. */
  settle<T extends SyncedTable>(table: T, row: string, fields: Fields<T>): void;
}

export interface OperationContext {
  readonly person: string;
  readonly meeting?: string | null;
  /** In the field's words and the past tense: "colour changed". */
  readonly intent: string;
  /** The operation that this goes on with, where one is too large for one transaction. A new one where left out. */
  readonly operation?: string;
}

export interface Recorded<T> {
  readonly result: T;
  /** Null where nothing had to be written. */
  readonly operation: string | null;
  readonly tables: readonly string[];
}

export interface Recorder {
  /** A fresh row id. */
  newId(): string;
  record<T>(context: OperationContext, work: (operation: Operation) => T): Recorded<T>;
}

interface Cell {
  value: Scalar;
  readonly base: Stamp | '';
}
/** Changed cells by space, then by table and row. */
type Changes = Map<string, Map<string, { readonly shape: SyncedShape; readonly row: string; readonly cells: Map<string, Cell> }>>;

/** The one writer of synced tables. Each operation is one transaction, durable before `record` returns. */
export function createRecorder(connection: Connection, device: DeviceIdentity, options: RowIdOptions): Recorder {
  const { raw, read } = connection;
  const guarded: GuardedDatabase = raw;
  const writeRow = createRowWriter(raw);
  const refreshSearch = createSearchWriter(raw);
  const chainEnd = raw.prepare<[string, string], { number: number; hash: string }>(
    `select number, hash from (select number, hash, device, space from commits union all select number, hash, device, space from commits_aside)
     where device = ? and space = ? order by number desc limit 1`,
  );
  const cells = createCellReader(raw);
  const settleConflicts = createConflictSettler(raw);
  const addCommit = raw.prepare(
    `insert into commits (hash, space, device, number, previous, stamp, person, meeting, operation, intent, body, signature)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertPuts = (count: number) =>
    prepareOnce(
      raw,
      `insert into puts (relation, row, field, value, base, stamp) values ${Array(count).fill('(?, ?, ?, ?, ?, ?)').join(', ')}`,
    );
  const latestStamp = createLatestStamp(raw, device.id);
  let latest: Stamp | null = null;

  const random = options.random ?? pooledRandom();
  const newId = createRowIds({ clock: options.clock, random });

  const wasErased = raw.prepare<[string], { found: number }>('select 1 as found from erasure_work where case_id = ?');
  function append(context: OperationContext, operation: string, space: string, puts: readonly Put[], now: number, isNew: boolean): Stamp {
    const caseId = caseOfSpace(space);
    if (!isNew && caseId !== null && wasErased.get(caseId)) throw new Error('Something was to be recorded on a case that has been erased.');
    const end = isNew ? undefined : chainEnd.get(device.id, space);
    latest = nextStamp(latest, now, device.id);
    const commit: Commit = {
      space,
      device: device.id,
      number: (end?.number ?? 0) + 1,
      previous: end?.hash ?? '',
      stamp: latest,
      person: context.person,
      meeting: context.meeting ?? null,
      operation,
      intent: context.intent,
      puts,
      // What is held on a person can be erased one day, and the chain is to hold then.
      ...(caseId === null ? {} : { salt: Buffer.from(random()).toString('base64url'), byRow: true }),
    };
    const { body, signed } = encodeToSign(commit);
    const { device: author, number, previous, stamp, person, meeting, intent } = commit;
    addCommit.run(
      hashOf(signed),
      space,
      author,
      number,
      previous,
      stamp,
      person,
      meeting,
      operation,
      intent,
      body,
      signBody(device, signed),
    );
    return latest;
  }

  /** In the order of their key, many in one statement: a large import has hundreds of thousands of them. */
  function addPuts(puts: StampedPut[]): void {
    puts.sort(byKey);
    for (let at = 0; at < puts.length; at += putsAtOnce) {
      const some = puts.slice(at, at + putsAtOnce);
      const cells: string[] = [];
      for (const { relation, row, field, value, base, stamp } of some) cells.push(relation, row, field, JSON.stringify(value), base, stamp);
      insertPuts(some.length).run(cells);
    }
  }

  return {
    newId,
    record(context, work) {
      if (guarded.inTransaction) throw new Error('An operation was begun inside another one.');
      const now = options.clock();
      latest = latestStamp(now);
      // A computer whose clock was put back still gives rows a time that is not before what they follow.
      const at = new Date(latest === null ? now : Math.max(now, readStamp(latest).milliseconds)).toISOString();
      const changes: Changes = new Map();
      const touched = new Map<string, Set<string>>();
      const id = context.operation ?? newId();
      const fresh = new Set<string>();
      const operation: Operation = {
        read,
        id,
        at,
        newId() {
          const made = newId();
          fresh.add(made);
          return made;
        },
        put: (table, row, fields) => putRow(table, row, fields, { changes, touched, fresh, writeRow, cells, settles: false }),
        settle: (table, row, fields) => putRow(table, row, fields, { changes, touched, fresh, writeRow, cells, settles: true }),
      };
      const run = guarded.transaction(() => {
        const result = work(operation);
        const recorded: StampedPut[] = [];
        for (const [space, rows] of changes) {
          const puts = [...rows.values()].flatMap(({ shape, row, cells }) =>
            [...cells].map(([field, cell]): Put => ({ relation: shape.relation, row, field, value: cell.value, base: cell.base })),
          );
          const stamp = append(context, id, space, puts, now, fresh.has(caseOfSpace(space) ?? ''));
          for (const put of puts) recorded.push({ ...put, stamp });
        }
        addPuts(recorded);
        settleConflicts(touched);
        refreshSearch(touched);
        return result;
      });
      guarded.roundtableWriting = writing.commit;
      try {
        const result = run.immediate();
        return { result, operation: changes.size > 0 ? id : null, tables: [...touched.keys()] };
      } finally {
        guarded.roundtableWriting = writing.nothing;
      }
    },
  };
}

const putsAtOnce = 48;

interface StampedPut extends Put {
  readonly stamp: Stamp;
}

const byKey = (one: StampedPut, other: StampedPut) =>
  byText(one.relation, other.relation) || byText(one.row, other.row) || byText(one.field, other.field);

interface PutTools {
  readonly changes: Changes;
  readonly touched: Map<string, Set<string>>;
  /** Ids that this operation has made: before it puts them, no table and no entry of the log knows them. */
  readonly fresh: ReadonlySet<string>;
  readonly writeRow: RowWriter;
  readonly cells: CellReader;
  readonly settles: boolean;
}

function putRow<T extends SyncedTable>(table: T, row: string, fields: Fields<T>, tools: PutTools): void {
  const shape = shapeOfTable(table);
  const isMade = tools.fresh.has(row) && !tools.touched.get(shape.relation)?.has(row);
  const present = isMade ? undefined : tools.writeRow.read(shape, row);
  const values = new Map<string, Scalar>();
  for (const [key, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    const name = shape.fieldByKey.get(key);
    const field = name === undefined ? undefined : shape.fields.get(name);
    if (name === undefined || !field) throw new Error(`The table ${getTableName(table)} has no field ${key}.`);
    const scalar = toScalar(field.column, value);
    if (tools.settles || scalar !== (present ? (present[name] ?? null) : field.initial)) values.set(name, scalar);
  }
  const owner = ownerField(shape);
  if (present && owner !== null && values.has(owner)) throw new Error('A row cannot be moved to another case or agency.');
  if (present && values.size === 0) return;
  if (!present && values.size === 0) throw new Error('A row was made without a single field.');
  const space = spaceOf(shape, row, owner === null ? null : (values.get(owner) ?? present?.[owner] ?? null));
  const rows = tools.changes.get(space) ?? new Map();
  tools.changes.set(space, rows);
  const key = `${shape.relation}/${row}`;
  const entry = rows.get(key) ?? { shape, row, cells: new Map<string, Cell>() };
  rows.set(key, entry);
  for (const [name, value] of values) {
    const cell = entry.cells.get(name);
    if (cell) cell.value = value;
    else entry.cells.set(name, { value, base: present ? baseOfCell(tools, shape.relation, row, name, value) : '' });
  }
  tools.writeRow.write(shape, row, values, present !== undefined);
  const rowsTouched = tools.touched.get(shape.relation) ?? new Set();
  tools.touched.set(shape.relation, rowsTouched.add(row));
}

function baseOfCell({ cells, settles }: PutTools, relation: string, row: string, field: string, value: Scalar): string {
  return settles ? cells.settlingBase(relation, row, field) : cells.baseFor(relation, row, field, value);
}

/** How many commits this device holds. */
export function countCommits(read: Reader): number {
  return read.select({ count: sql<number>`count(*)` }).from(commits).get()?.count ?? 0;
}

/** The operation's commits, for undo and for "what did this do". */
export function commitsOf(read: Reader, operation: string) {
  return read.select().from(commits).where(eq(commits.operation, operation)).orderBy(commits.sequence).all();
}
