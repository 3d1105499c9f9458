import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** Which rows a query is about: one id, several, or `all`. */
export type Among = string | readonly string[] | 'all';

/**
 * The condition for it, undefined where all are meant. Several ids travel as one JSON parameter, since thousands of
 * separate ones would pass SQLite's limit and be parsed anew for each count.
 */
export function among(column: AnyColumn | SQL, ids: Among): SQL | undefined {
  if (ids === 'all') return undefined;
  if (typeof ids === 'string') return sql`${column} = ${ids}`;
  return sql`${column} in (select value from json_each(${JSON.stringify(ids)}))`;
}
