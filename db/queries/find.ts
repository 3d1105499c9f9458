import type Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { caseName } from '../../shared/language/case-name';
import type { FindResult } from '../../shared/views/register';
import type { Reader } from '../connection';
import { type Found, search } from '../search';
import { listActions } from './actions';
import { coloursNow } from './cases';

/** What was typed, found among cases, actions, people and documents, best first. */
export function find(read: Reader, raw: Database.Database, text: string): readonly FindResult[] {
  const found = search(raw, text);
  const idsOf = (kind: Found['kind']) => found.filter((entry) => entry.kind === kind).map(({ row }) => row);
  const results = new Map<string, FindResult>();
  const add = (result: FindResult) => results.set(`${result.kind}/${result.id}`, result);
  for (const result of foundCases(read, idsOf('case'))) add(result);
  for (const result of foundActions(read, idsOf('action'))) add(result);
  for (const result of foundPeople(read, idsOf('person'))) add(result);
  for (const result of foundDocuments(read, idsOf('document'))) add(result);
  return found.map(({ kind, row }) => results.get(`${kind}/${row}`)).filter((result) => result !== undefined);
}

const joined = (parts: readonly (string | null)[]) => parts.filter((part) => part !== null && part !== '').join(' · ');
const chosen = (ids: readonly string[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`;

function foundCases(read: Reader, ids: readonly string[]): readonly FindResult[] {
  if (ids.length === 0) return [];
  const colours = coloursNow(read, ids);
  return read
    .all<{ id: string; surname: string; forenames: string; knownAs: string; pnc: string; area: string; state: string }>(
      sql`select id, surname, forenames, known_as as knownAs, pnc, area, state from cases where id in ${chosen(ids)}`,
    )
    .map(({ id, surname, forenames, knownAs, pnc, area, state }) => ({
      kind: 'case',
      id,
      title: caseName(surname, forenames),
      detail: joined([
        knownAs === '' ? null : `“${knownAs}”`,
        pnc === '' ? null : `PNC ${pnc}`,
        area,
        state === 'left' ? 'has left the scheme' : null,
      ]),
      colour: colours.get(id)?.colour ?? null,
      caseId: id,
    }));
}

function foundActions(read: Reader, ids: readonly string[]): readonly FindResult[] {
  if (ids.length === 0) return [];
  return listActions(read, { state: 'all', ids }).map(({ id, text, reference, caseName: name, caseId, colour, outcome }) => ({
    kind: 'action',
    id,
    title: text.replace(/\s+/g, ' ').slice(0, 200).toWellFormed(),
    detail: joined([reference, name, outcome === null ? 'open' : 'settled']),
    colour,
    caseId,
  }));
}

function foundPeople(read: Reader, ids: readonly string[]): readonly FindResult[] {
  if (ids.length === 0) return [];
  return read
    .all<{ id: string; name: string; post: string; team: string; agency: string | null }>(
      sql`select p.id, p.name, p.post, p.team, a.name as agency from people p left join agencies a on a.id = p.agency_id where p.id in ${chosen(ids)}`,
    )
    .map(({ id, name, post, team, agency }) => ({
      kind: 'person',
      id,
      title: name,
      detail: joined([post, team, agency]),
      colour: null,
      caseId: null,
    }));
}

function foundDocuments(read: Reader, ids: readonly string[]): readonly FindResult[] {
  if (ids.length === 0) return [];
  return read
    .all<{ id: string; number: string; title: string; recipient: string }>(
      sql`select id, number, title, recipient from documents where id in ${chosen(ids)}`,
    )
    .map(({ id, number, title, recipient }) => ({
      kind: 'document',
      id,
      title: joined([number, title]),
      detail: recipient,
      colour: null,
      caseId: null,
    }));
}
