import type { Reader } from '../../db/connection';
import { cases, people } from '../../db/schema';

/** Takes the names of others out of a text. */
export type Redactor = (text: string) => string;

const insteadOfCase = '[another person]';
const insteadOfWorker = '[a worker]';
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? [];

interface Other {
  readonly pattern: RegExp;
  readonly instead: string;
}

/**
 * Finds others by what the scheme calls them: cases by surname and forename in either order, whatever the capitals, and
 * workers by their whole name or its last word. The subject's own names stay. Whom the scheme does not know it cannot find.
 */
export function redactorFor(read: Reader, caseId: string): Redactor {
  const everyone = read
    .select({ id: cases.id, surname: cases.surname, forenames: cases.forenames, knownAs: cases.knownAs })
    .from(cases)
    .all();
  const subject = everyone.find(({ id }) => id === caseId);
  const own = new Set([subject?.surname, subject?.forenames, subject?.knownAs].flatMap((name) => wordsOf(name ?? '')));
  // By one word of each name, so that a text is held against the few names whose word stands in it.
  const others = new Map<string, Other[]>();
  const add = (word: string, other: Other) => others.set(word, [...(others.get(word) ?? []), other]);
  for (const { id, surname, forenames } of everyone) {
    const last = wordsOf(surname).at(-1);
    const first = wordsOf(forenames)[0];
    if (id === caseId || last === undefined || first === undefined) continue;
    const [family, given] = [escaped(surname), escaped(first)];
    const pattern = new RegExp(
      `(?<![\\p{L}])(?:${family},?\\s+${given}|${given}(?:\\s+[\\p{L}.'’-]+){0,2}\\s+${family})(?![\\p{L}])`,
      'giu',
    );
    add(last, { pattern, instead: insteadOfCase });
  }
  for (const { name } of read.select({ name: people.name }).from(people).all()) {
    const last = wordsOf(name).at(-1);
    if (last === undefined || own.has(last)) continue;
    const whole = escaped(name).replace(/\\?\s+/g, '\\s+');
    const pattern = new RegExp(
      `(?<![\\p{L}])(?:${whole}|(?:(?:Mr|Mrs|Ms|Miss|Dr|PC|DC|PS|DS|Sgt)\\.?\\s+)?${escaped(last)})(?![\\p{L}])`,
      'giu',
    );
    if (last.length >= 4) add(last, { pattern, instead: insteadOfWorker });
  }
  return (text) => {
    let clean = text;
    for (const word of new Set(wordsOf(text)))
      for (const { pattern, instead } of others.get(word) ?? []) clean = clean.replace(pattern, instead);
    return clean;
  };
}
