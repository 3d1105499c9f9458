import type Database from 'better-sqlite3';
import { prepareOnce } from './prepared';

/**
 * Full-text search for `find`: one entry a case, action, person or document, kept by the recorder in the same
 * transaction as the rows. It is an index: a rebuild makes it again.
 */
interface SearchSource {
  readonly kind: 'case' | 'action' | 'person' | 'document';
  /** The entries' select: id, title, body. Ends in a condition, to which one more can be joined. */
  readonly select: string;
  /** The column by which one entry is looked up. A separate text: `:id is null or …` in one would read the whole table. */
  readonly key: string;
  /** Rows of which tables change an entry, and how to come from them to its id; null where that is the row's own. */
  readonly changedBy: Readonly<Record<string, string | null>>;
}

const sources: readonly SearchSource[] = [
  {
    kind: 'case',
    select: `select c.id, trim(c.surname || ', ' || c.forenames, ', ') as title,
      c.known_as || ' ' || c.pnc || ' ' || c.crn || ' ' || c.prison_number || ' ' || c.reference || ' ' || c.area || ' ' ||
      coalesce((select group_concat(a.name, ' ') from aliases a where a.case_id = c.id and a.withdrawn_on is null), '') as body
      from cases c where true`,
    key: 'c.id',
    changedBy: { cases: null, aliases: 'select case_id as id from aliases where id = :row' },
  },
  {
    kind: 'action',
    select: `select a.id, a.text as title, a.reference || ' ' || coalesce(p.name, '') || ' ' || coalesce(c.surname || ' ' || c.forenames, '') as body
      from actions a left join people p on p.id = a.person_id left join cases c on c.id = a.case_id where true`,
    key: 'a.id',
    changedBy: { actions: null },
  },
  {
    kind: 'person',
    select: `select p.id, p.name as title, p.post || ' ' || p.team || ' ' || coalesce(g.name || ' ' || g.code, '') as body
      from people p left join agencies g on g.id = p.agency_id where p.withdrawn_on is null`,
    key: 'p.id',
    changedBy: { people: null },
  },
  {
    kind: 'document',
    select: `select d.id, d.number || ' ' || d.title as title, d.recipient || ' ' || d.sha256 as body from documents d where true`,
    key: 'd.id',
    changedBy: { documents: null },
  },
];

const into = 'insert into search_entries (kind, row, title, body)';
const whereItDiffers = `on conflict (kind, row) do update set title = excluded.title, body = excluded.body
  where title <> excluded.title or body <> excluded.body`;

const amongIds = '(select value from json_each(?))';

/**
 * What is written in one transaction is a piece of the index, and pieces are merged a little after each. Left to itself
 * (`automerge`) the index merges them at long intervals, hundreds of pages at a time.
 */
const pagesATransaction = 8;
/** And for each entry: what one comes to, at each of three sizes of pieces. */
const pagesAnEntry = 0.5;

const merging = "insert into search_index (search_index, rank) values ('merge', ?)";

/** Pages that wait to be merged, for each connection that is written in slices. */
const leftToMerge = new WeakMap<Database.Database, { pages: number; writers: number }>();
/** As many are merged in a turn of their own. */
const pagesATurn = 40;

/** The merging of work in slices: a piece that has been merged is taken away whole, which at the end of a slice would make it half as long again. */
export interface MergesApart {
  /** Merges where enough waits for it. Gives whether it did. */
  afterSlice(): boolean;
  end(): void;
}

export function mergeApart(raw: Database.Database): MergesApart {
  const left = leftToMerge.get(raw) ?? { pages: 0, writers: 0 };
  leftToMerge.set(raw, left);
  left.writers += 1;
  return {
    afterSlice() {
      if (left.pages < pagesATurn || !raw.open) return false;
      prepareOnce(raw, merging).run(left.pages);
      left.pages = 0;
      return true;
    },
    end() {
      left.writers -= 1;
    },
  };
}

function mergeOrLeave(raw: Database.Database, pages: number): void {
  const left = leftToMerge.get(raw);
  if (left && left.writers > 0) left.pages += pages;
  else prepareOnce(raw, merging).run(pages);
}

/**
 * Keeps the entries of touched rows in step: those of a kind by one statement, since the index is written out, as a piece
 * of its own to be merged later, before every statement that follows another. Its statements are prepared once for a connection.
 */
export function createSearchWriter(raw: Database.Database): (touched: ReadonlyMap<string, ReadonlySet<string>>) => void {
  const writers = sources.map(({ kind, select, key, changedBy }) => ({
    kind,
    write: raw.prepare(`${into} select ?, id, title, body from (${select} and ${key} in ${amongIds}) where true ${whereItDiffers}`),
    remove: raw.prepare(
      `delete from search_entries where kind = ? and row in ${amongIds} and not exists (${select} and ${key} = search_entries.row)`,
    ),
    ways: Object.entries(changedBy).map(([relation, toId]) => ({
      relation,
      idOf: toId === null ? null : raw.prepare<[{ row: string }], { id: string | null }>(toId),
    })),
  }));
  return (touched) => {
    let entries = 0;
    for (const { kind, write, remove, ways } of writers) {
      const ids = new Set<string>();
      for (const { relation, idOf } of ways) {
        for (const row of touched.get(relation) ?? []) {
          const id = idOf === null ? row : idOf.get({ row })?.id;
          if (id) ids.add(id);
        }
      }
      if (ids.size === 0) continue;
      const among = JSON.stringify([...ids]);
      remove.run(kind, among);
      write.run(kind, among);
      entries += ids.size;
    }
    if (entries > 0) mergeOrLeave(raw, pagesATransaction + Math.ceil(pagesAnEntry * entries));
  };
}

/**
 * Makes all entries again, and the index from them. Only entries that differ are written one by one: to take words out of
 * the index costs thirty times what making it whole does.
 */
export function rebuildSearch(raw: Database.Database): void {
  for (const { kind, select } of sources) {
    prepareOnce(raw, `delete from search_entries where kind = ? and row not in (select id from (${select}))`).run(kind);
    prepareOnce(raw, `${into} select ?, id, title, body from (${select}) where true ${whereItDiffers}`).run(kind);
  }
  prepareOnce(raw, `insert into search_index (search_index) values ('rebuild')`).run();
}

export interface Found {
  readonly kind: SearchSource['kind'];
  readonly row: string;
  readonly title: string;
}

/** The best matches for what was typed: every word must begin a word of the entry; titles weigh most. */
export function search(raw: Database.Database, text: string, limit = 30): readonly Found[] {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return [];
  const query = words.map((word) => `"${word}"*`).join(' ');
  return raw
    .prepare<[string, number], Found>(
      `select e.kind, e.row, e.title from search_index i join search_entries e on e.id = i.rowid
       where search_index match ? order by bm25(search_index, 6.0, 1.0), e.title limit ?`,
    )
    .all(query, limit);
}
