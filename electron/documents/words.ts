import { ageOn, formatDay, formatDayWithYear, formatPlainDay } from '../../shared/language/dates';
import { clockTimeOf, dayOf } from '../../shared/language/scheme-place';
import type { CaseAssessment, CasePerson, DayAndTime, IssuedDocument } from './views';

/** `3 Mar 2026, 13:05` in the scheme's place. */
export function instantWords(instant: string): string {
  return `${formatPlainDay(dayOf(instant))}, ${clockTimeOf(instant)}`;
}

export function dayAndTimeWords({ on, at }: DayAndTime): string {
  return at === '' ? formatDayWithYear(on) : `${formatDayWithYear(on)}, ${at}`;
}

/** Due dates in lists leave the year out, except where it is not the year of the document. */
export function dueDay(dueOn: string | null, reference: string): string {
  if (dueOn === null) return 'No date';
  return dueOn.slice(0, 4) === reference.slice(0, 4) ? formatDay(dueOn) : formatDayWithYear(dueOn);
}

export function versionWords({ version, isFinal, issuedAt }: IssuedDocument): string {
  const state = isFinal ? 'final' : 'draft';
  return issuedAt === null ? `${version} ${state}` : `${version} ${state}, issued ${instantWords(issuedAt)}`;
}

/** What a file says of itself, for whoever holds it against the ledger. */
export function documentMark({ number, version }: Pick<IssuedDocument, 'number' | 'version'>): string {
  return number === '' ? '' : `Roundtable document ${number} v${version}`;
}

export function forWhom({ number, version, reader }: IssuedDocument): string {
  return [`${number} v${version}`, reader].filter((part) => part !== '').join(' · ');
}

/** "Born 14 Jun 1994 (31) · CRN X310442 · PNC 09/91820T". */
export function identityWords(person: CasePerson, on: string): string {
  const born =
    person.dateOfBirth === null
      ? 'Date of birth not known'
      : `Born ${formatPlainDay(person.dateOfBirth)} (${ageOn(person.dateOfBirth, on)})`;
  return joined([born, ...person.identifiers.map(({ label, value }) => `${label} ${value}`)]);
}

export function assessmentWords({ cohort, ogrs, rosh, mappa }: CaseAssessment): string {
  return joined([cohort, labelled('OGRS', ogrs), labelled('RoSH', rosh), labelled('MAPPA', mappa)]);
}

/** A text by what a correction changed of it, and the words around that. */
export interface ChangedWords {
  readonly before: string;
  readonly changed: string;
  readonly after: string;
}

/** Letters around a change that are said again, so that its place is found. */
const mostAround = 160;

/**
 * Both texts with what they do not share set apart, and of what they share only so much as tells where it is: whoever looks for
 * three changed words in a discussion of ten pages would not find them.
 */
export function changedWords(said: string, says: string): readonly [ChangedWords, ChangedWords] {
  const one = wordsWithSpaces(said);
  const other = wordsWithSpaces(says);
  const shorter = Math.min(one.length, other.length);
  let start = 0;
  while (start < shorter && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  const parted = (words: readonly string[]): ChangedWords => ({
    before: ending(words.slice(0, start).join('')),
    changed: words.slice(start, words.length - end).join(''),
    after: beginning(words.slice(words.length - end).join('')),
  });
  return [parted(one), parted(other)];
}

const wordsWithSpaces = (text: string): readonly string[] => text.match(/\s*\S+/g) ?? [];
const ending = (text: string) => (text.length <= mostAround ? text : `…${text.slice(-mostAround).replace(/^\S+/, '')}`);
const beginning = (text: string) => (text.length <= mostAround ? text : `${text.slice(0, mostAround).replace(/\S+$/, '')}…`);

export const labelled = (label: string, value: string) => (value === '' ? '' : `${label} ${value}`);
export const joined = (parts: readonly string[], by = ' · ') => parts.filter((part) => part !== '').join(by);
export const counted = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
