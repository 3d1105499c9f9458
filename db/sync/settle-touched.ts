import { type GuardedDatabase, writing } from '../connection';
import { createPutReader, createRowSettler } from '../log/settle-rows';
import { shapes } from '../log/synced-tables';
import { prepareOnce } from '../prepared';
import { createSearchWriter } from '../search';

/** Rows by table. */
export type Touched = Map<string, Set<string>>;

export function touch(touched: Touched, relation: string, row: string): void {
  const rows = touched.get(relation);
  if (rows) rows.add(row);
  else touched.set(relation, new Set([row]));
}

/** Brings the rows that a merge touched, the list of conflicts and the search entries up to what the log now says. */
export function settleTouched(raw: GuardedDatabase, touched: Touched): readonly string[] {
  const settler = createRowSettler(raw);
  const putsOf = createPutReader(raw);
  const before = raw.roundtableWriting;
  raw.roundtableWriting = writing.rebuild;
  try {
    for (const { relation } of shapes) {
      for (const row of touched.get(relation) ?? []) {
        settler.settle(relation, row, putsOf(relation, row));
      }
    }
  } finally {
    raw.roundtableWriting = before ?? writing.nothing;
  }
  searchWriterOf(raw)(withFollowers(raw, touched));
  return [...touched.keys()];
}

const searchWriters = new WeakMap<GuardedDatabase, ReturnType<typeof createSearchWriter>>();

function searchWriterOf(raw: GuardedDatabase): ReturnType<typeof createSearchWriter> {
  const writer = searchWriters.get(raw) ?? createSearchWriter(raw);
  searchWriters.set(raw, writer);
  return writer;
}

/** Search entries name what other rows hold: an action its case and its person, a person their agency. */
function withFollowers(raw: GuardedDatabase, touched: Touched): Touched {
  const all: Touched = new Map([...touched].map(([relation, rows]) => [relation, new Set(rows)]));
  const follow = (relation: string, column: string, follower: string) => {
    const of = prepareOnce<[string], string>(raw, `select id from "${follower}" where "${column}" = ?`).pluck();
    for (const row of touched.get(relation) ?? []) for (const id of of.all(row)) touch(all, follower, id);
  };
  follow('cases', 'case_id', 'actions');
  follow('people', 'person_id', 'actions');
  follow('agencies', 'agency_id', 'people');
  return all;
}
