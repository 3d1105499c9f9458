import { type Connection, type GuardedDatabase, writing } from '../../../db/connection';
import { testNow } from '../session';
import { copyOf, drawnFrom, type Network, type NewMember, stationOn, templateOf, type Workstation } from './network';

/** A network whose databases are put back to their beginning and used again. */
export interface ReusedNetwork {
  readonly network: Network;
  /** One more who has the first entries, and has made none. */
  openFresh(): Workstation;
  /** Gives the databases back. Not to be called after a failure: what it left behind is not used again. */
  giveBack(): void;
}

/**
 * Lets go of the statements that are no longer used. Their memory is only freed when the event loop comes round; ten
 * thousand runs that never wait would fill the machine.
 */
export const letGo = () => new Promise<void>((done) => setImmediate(done));

interface Reusable {
  readonly station: Workstation;
  readonly reset: () => void;
}

/** Those that nobody uses now, by scheme and device. */
const idle = new Map<string, Reusable[]>();

/**
 * The same as `openNetwork`, for laws that are run hundreds of times: to open a database and to prepare its statements
 * takes longer than all that one run does with it. Foreign keys are not enforced, as in every merge: to turn them off and
 * on again makes SQLite prepare each statement anew. What they refuse is tested where single entries are recorded.
 *
 * @param cast one of several sets of keys; nothing in a run is left to chance, so that it plays again byte for byte.
 */
export function reuseNetwork(members: readonly NewMember[], cast: number): ReusedNetwork {
  const lent: { readonly key: string; readonly reusable: Reusable }[] = [];
  const { anchor, connection, members: all } = templateOf(members, cast);
  const lend = (member: Template['members'][number], at: number): Workstation => {
    const key = `${anchor} ${member.device.id}`;
    const reusable = idle.get(key)?.pop() ?? makeReusable(connection, member);
    lent.push({ key, reusable });
    reusable.station.setClock(at);
    return reusable.station;
  };
  const stations = all.map((member) => lend(member, testNow + 120_000));
  const [first] = stations as [Workstation];
  return {
    network: { anchor, founder: first, stations },
    openFresh: () => lend({ ...first, device: { ...first.device, id: 'nobody' } }, testNow),
    giveBack() {
      for (const { key, reusable } of lent.splice(0)) {
        reusable.reset();
        const waiting = idle.get(key) ?? [];
        waiting.push(reusable);
        idle.set(key, waiting);
      }
    },
  };
}
type Template = ReturnType<typeof templateOf>;

function makeReusable(start: Connection, member: Template['members'][number]): Reusable {
  const connection = copyOf(start);
  connection.raw.pragma('foreign_keys = OFF');
  let random = drawnFrom(member.device.id);
  const putBack = keepStart(connection.raw);
  const station = stationOn(connection, member, testNow, () => random());
  return {
    station,
    reset() {
      putBack();
      // Ids of one millisecond count on from the last: after one of another time they begin anew.
      station.setClock(0);
      station.session.newId();
      random = drawnFrom(member.device.id);
    },
  };
}

/** Keeps what every table holds now, and gives a function that puts back what is not so any more. */
export function keepStart(raw: GuardedDatabase): () => void {
  raw.exec(`attach ':memory:' as start`);
  const withoutRowid = new Set(raw.prepare<[], string>('select name from pragma_table_list where wr = 1').pluck().all());
  const steps = tablesOf(raw).map((table) => {
    const columns = raw.pragma(`table_info("${table}")`) as readonly { readonly name: string; readonly pk: number }[];
    const names = columns.map(({ name }) => `"${name}"`).join(', ');
    const kept = `start."kept ${table}"`;
    const isSame = columns.map(({ name }) => `k."${name}" is t."${name}"`).join(' and ');
    const { drop, add } = withoutRowid.has(table)
      ? stepsByKey(raw, table, kept, names, columns, isSame)
      : stepsByRowid(raw, table, kept, names, isSame);
    const hadRows = raw.prepare<[], number>(`select exists (select 1 from ${kept})`).pluck().get() === 1;
    const clear = raw.prepare(`delete from main."${table}"`);
    return () => {
      raw.roundtableWriting = table === 'commits' ? writing.merge : writing.rebuild;
      if (!hadRows) return void clear.run();
      drop.run();
      add.run();
    };
  });
  const putBack = raw.transaction(() => {
    for (const step of steps) step();
  });
  return () => {
    putBack.immediate();
    raw.roundtableWriting = writing.nothing;
  };
}

function stepsByRowid(raw: GuardedDatabase, table: string, kept: string, names: string, isSame: string) {
  raw.exec(`create table ${kept} ("kept row" integer primary key, ${names})`);
  raw.exec(`insert into ${kept} ("kept row", ${names}) select rowid, ${names} from main."${table}"`);
  const drop = raw.prepare(
    `delete from main."${table}" as t where not exists (select 1 from ${kept} k where k."kept row" = t.rowid and ${isSame})`,
  );
  const add = raw.prepare(
    `insert into main."${table}" (rowid, ${names}) select * from ${kept} where "kept row" not in (select rowid from main."${table}")`,
  );
  return { drop, add };
}

/** A table that is kept by its primary key alone. */
function stepsByKey(
  raw: GuardedDatabase,
  table: string,
  kept: string,
  names: string,
  columns: readonly { readonly name: string; readonly pk: number }[],
  isSame: string,
) {
  const key = columns.filter(({ pk }) => pk > 0).map(({ name }) => `"${name}"`);
  raw.exec(`create table ${kept} (${names}, primary key (${key.join(', ')})) without rowid`);
  raw.exec(`insert into ${kept} (${names}) select ${names} from main."${table}"`);
  const drop = raw.prepare(
    `delete from main."${table}" as t where not exists (select 1 from ${kept} k where ${key.map((name) => `k.${name} = t.${name}`).join(' and ')} and ${isSame})`,
  );
  return { drop, add: raw.prepare(`insert or ignore into main."${table}" (${names}) select ${names} from ${kept}`) };
}

/** All but the index of the search, which follows its entries by itself. */
function tablesOf(raw: GuardedDatabase): readonly string[] {
  return raw.prepare<[], string>(`select name from sqlite_master where type = 'table' and name not glob 'search_index*'`).pluck().all();
}
