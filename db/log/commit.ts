import { createHash } from 'node:crypto';
import type { Stamp } from './stamp';

/** A value of one field. Booleans are 0 and 1, lists are JSON text: what SQLite stores is what the log says. */
export type Scalar = string | number | null;

/** One changed field: table, row, field (its SQL name), new value, stamp of the value it replaces (empty for the first). */
export interface Put {
  readonly relation: string;
  readonly row: string;
  readonly field: string;
  readonly value: Scalar;
  readonly base: Stamp | '';
}

export interface Commit {
  readonly space: string;
  readonly device: string;
  /** Place in the chain of this device in this space, from 1. */
  readonly number: number;
  /** Hash of the commit before it in that chain; empty for the first. */
  readonly previous: string;
  readonly stamp: Stamp;
  readonly person: string;
  readonly meeting: string | null;
  /** Shared by the commits of one operation of the user, one a space. */
  readonly operation: string;
  readonly intent: string;
  /** Empty where the content was erased. */
  readonly puts: readonly Put[];
  /** Forms 2 and 3: random, hashed together with the puts, so that nobody can find erased ones by trying. Absent in form 1. */
  readonly salt?: string;
  /** Form 3: the puts are written row by row. */
  readonly byRow?: true;
  /** Where the content was erased: the hash of it that was signed; empty for form 1, whose signature went with it. */
  readonly erased?: string;
}

type Head = readonly [
  form: number,
  space: string,
  device: string,
  number: number,
  previous: string,
  stamp: string,
  person: string,
  meeting: string | null,
  operation: string,
  intent: string,
];
/** Of forms 1 and 2. */
type WrittenPut = readonly [relation: string, row: string, field: string, value: Scalar, base: string];
/** Of form 3: without a base where it is the first value. */
type WrittenCell = readonly [field: string, value: Scalar, base?: string];
type WrittenRow = readonly [relation: string, row: string, ...cells: WrittenCell[]];

function formOf({ salt, byRow, erased }: Commit): number {
  if (byRow) return 3;
  return salt !== undefined || (erased !== undefined && erased !== '') ? 2 : 1;
}

function headOf(commit: Commit): Head {
  const { space, device, number, previous, stamp, person, meeting, operation, intent } = commit;
  return [formOf(commit), space, device, number, previous, stamp, person, meeting, operation, intent];
}

const written = (puts: readonly Put[]): readonly WrittenPut[] =>
  puts.map(({ relation, row, field, value, base }) => [relation, row, field, value, base]);

/** Puts of one row that stand together are written under it. */
function writtenByRow(puts: readonly Put[]): readonly WrittenRow[] {
  const rows: [string, string, ...WrittenCell[]][] = [];
  for (const { relation, row, field, value, base } of puts) {
    const last = rows.at(-1);
    const cell: WrittenCell = base === '' ? [field, value] : [field, value, base];
    if (last && last[0] === relation && last[1] === row) last.push(cell);
    else rows.push([relation, row, cell]);
  }
  return rows;
}

const putsOf = (content: readonly WrittenPut[]) =>
  content.map(([relation, row, field, value, base]): Put => ({ relation, row, field, value, base }));
const putsOfRows = (content: readonly WrittenRow[]) =>
  content.flatMap(([relation, row, ...cells]) => cells.map(([field, value, base = '']): Put => ({ relation, row, field, value, base })));

/** One array of these JSON texts. What is long is written once and put together with what stands around it. */
const joined = (...texts: readonly string[]) => `[${texts.join(',')}]`;
const within = (head: Head) => JSON.stringify(head).slice(1, -1);
const contentOf = ({ puts, byRow }: Commit) => JSON.stringify(byRow ? writtenByRow(puts) : written(puts));
const hashOfContent = (salt: string, content: string) => hashOf(joined(JSON.stringify(salt), content));

/** The exact text that is stored and sent. Arrays, so that no key order has to be agreed on. */
export function encodeCommit(commit: Commit): string {
  if (commit.erased !== undefined) return JSON.stringify(commit.erased === '' ? headOf(commit) : [...headOf(commit), commit.erased]);
  return encodeWith(commit, within(headOf(commit)), contentOf(commit));
}

function encodeWith({ salt }: Commit, head: string, content: string): string {
  return salt === undefined ? joined(head, content) : joined(head, content, JSON.stringify(salt));
}

/** Both texts of a commit that has its content: what is stored, and what is hashed and signed. */
export function encodeToSign(commit: Commit): { readonly body: string; readonly signed: string } {
  const head = within(headOf(commit));
  const content = contentOf(commit);
  const body = encodeWith(commit, head, content);
  return { body, signed: commit.salt === undefined ? body : joined(head, JSON.stringify(hashOfContent(commit.salt, content))) };
}

/**
 * The exact text that is hashed and signed. In form 1 all that is stored; in forms 2 and 3 the content stands in it by its
 * own hash, so that a commit proves itself after the content was erased. Null where form 1 was erased.
 */
export function signedText(commit: Commit): string | null {
  if (commit.erased === '') return null;
  if (commit.salt === undefined) return encodeCommit(commit);
  return joined(within(headOf(commit)), JSON.stringify(hashOfContent(commit.salt, contentOf(commit))));
}

/** A commit's hash, by which the next of its chain names it. Null where form 1 was erased. */
export function hashOfCommit(commit: Commit): string | null {
  const text = signedText(commit);
  return text === null ? null : hashOf(text);
}

/** What is left of a commit when its content is erased: who, when, in which space and with what intent. */
export function withoutContent(commit: Commit): Commit {
  if (commit.erased !== undefined) return commit;
  const { salt, ...rest } = commit;
  return { ...rest, puts: [], erased: salt === undefined ? '' : hashOfContent(salt, contentOf(commit)) };
}

/** Reads a body back, erased or not. Throws where it is not a commit of a form this version knows. */
export function decodeCommit(body: string): Commit {
  const parts: unknown = JSON.parse(body);
  const rest = Array.isArray(parts) ? contentIn(parts) : null;
  if (rest === null) throw new Error('An entry of the log does not have the form of a commit.');
  const [, space, device, number, previous, stamp, person, meeting, operation, intent] = parts as unknown as Head;
  return {
    space,
    device,
    number,
    previous,
    stamp,
    person,
    meeting,
    operation,
    intent,
    ...rest,
  };
}

/** What follows the head: the puts; the puts and their salt; the hash of erased ones; or nothing, where form 1 was erased. */
function contentIn(parts: readonly unknown[]): Pick<Commit, 'puts' | 'salt' | 'byRow' | 'erased'> | null {
  const [form, content, salt] = [parts[0], parts[10], parts[11]];
  if (form === 1) {
    if (parts.length === 10) return { puts: [], erased: '' };
    return parts.length === 11 && Array.isArray(content) ? { puts: putsOf(content) } : null;
  }
  if (form !== 2 && form !== 3) return null;
  const written = form === 3 ? ({ byRow: true } as const) : {};
  if (parts.length === 11) return typeof content === 'string' && content !== '' ? { ...written, puts: [], erased: content } : null;
  if (parts.length !== 12 || !Array.isArray(content) || typeof salt !== 'string') return null;
  return { ...written, puts: form === 3 ? putsOfRows(content) : putsOf(content), salt };
}

export function hashOf(body: string): string {
  return createHash('sha256').update(body, 'utf8').digest('hex');
}
