import { cleanLine, cleanProse, isShortened, longestNote, saysNothing, shortenedNumber } from '../cell-text';
import type { IdentityIndex } from '../match-cases';
import type { NameFinder } from '../match-people';
import { readDateOfColumn } from '../month-first';
import type { ExistingCase } from '../planned-import';
import type { ListTarget } from './kinds';

/** A cell that could not be read as it should; an error leaves the row out. */
export interface ListRemark {
  readonly target: ListTarget;
  readonly reason: string;
  readonly severity: 'error' | 'warning';
}
export interface ListContext {
  readonly names: NameFinder;
  readonly cases: IdentityIndex<ExistingCase>;
  readonly today: string;
  /** By `monthFirstColumns`, for the columns that were given a target. */
  readonly monthFirst: ReadonlyMap<ListTarget, string | undefined>;
}

/** The cells of one row by target, what they are read against, and where remarks go. */
export interface Reader {
  readonly cells: ReadonlyMap<ListTarget, string>;
  readonly context: ListContext;
  readonly remark: (target: ListTarget, reason: string, severity?: ListRemark['severity']) => void;
}

export function line({ cells, remark }: Reader, target: ListTarget): string {
  const raw = cells.get(target) ?? '';
  if (saysNothing(raw)) return '';
  const clean = cleanLine(raw);
  if (clean.length <= 500) return clean;
  remark(target, 'This is longer than 500 characters and is left out');
  return '';
}

export function prose({ cells }: Reader, target: ListTarget): string {
  const raw = cells.get(target) ?? '';
  return saysNothing(raw) ? '' : cleanProse(raw).slice(0, longestNote);
}

export function email(reader: Reader): string {
  const text = line(reader, 'email').replace(/^mailto:/i, '');
  if (text === '' || /^[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+$/.test(text)) return text;
  reader.remark('email', 'This is not an e-mail address; it is left out');
  return '';
}

/** As written; a spreadsheet that took it for a number has lost its first 0 or most of its figures. */
export function phone(reader: Reader): string {
  const text = line(reader, 'phone');
  if (isShortened(text)) {
    reader.remark('phone', shortenedNumber(text));
    return '';
  }
  if (/^[1-37]\d{9}$/.test(text)) reader.remark('phone', 'The first 0 seems to be lost; the number is kept as written');
  return text;
}

export function day({ cells, context, remark }: Reader, target: ListTarget): string | null {
  const read = readDateOfColumn(cells.get(target) ?? '', 'event', context.today, context.monthFirst.get(target));
  if (read.kind === 'blank') return null;
  if (read.kind === 'problem') {
    remark(target, read.reason);
    return null;
  }
  if (read.remark) remark(target, read.remark);
  return read.value;
}

/** A day that must be there and not still to come. */
export function pastDay(reader: Reader, target: ListTarget): string | null {
  const read = day(reader, target);
  if (read === null) reader.remark(target, 'Without a day the row is left out', 'error');
  else if (read > reader.context.today) reader.remark(target, 'This day is still to come, so the row is left out', 'error');
  return read;
}

export function agency({ cells, context, remark }: Reader, isNeeded: boolean): string | null {
  const read = context.names.agency(cells.get('agencyName') ?? '');
  if (read.kind === 'value') return read.value;
  const severity = isNeeded ? 'error' : 'warning';
  const end = isNeeded ? '; the row is left out' : '; the cell is left out';
  if (read.kind === 'problem') remark('agencyName', `${read.reason}${end}`, severity);
  else if (isNeeded) remark('agencyName', 'The row names no agency, so it is left out', 'error');
  return null;
}

export function owner({ cells, context, remark }: Reader): string | null {
  const read = context.names.person(cells.get('owner') ?? '');
  if (read.kind === 'problem') remark('owner', `${read.reason}; the cell is left out`);
  return read.kind === 'value' ? read.value : null;
}
