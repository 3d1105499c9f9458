import type { Reader } from '../../../db/connection';
import { aliases, cases, people } from '../../../db/schema';
import { contactsIn, wordsLikeNames, wordsWithCapital } from '../../../shared/language/other-names';
import { foreignCasesOut, insteadOfCase, type Redactor } from './redact-names';
import {
  capitalised,
  elsewiseIn,
  escaped,
  type Named,
  nameWordsIn,
  ordinaryIn,
  registerNames,
  standing,
  titles,
  wordsOf,
} from './register-names';

const insteadOfWorker = '[a worker]';
/** A shorter number is met in anybody's text. */
const leastOfPhone = 7;
const leastOfName = 3;

export interface AnswerNames {
  /** Takes out every name of others that is sure to be one. */
  readonly redact: Redactor;
  /** What may still name somebody in a text that was redacted: to be looked at by whoever answers. */
  readonly doubtful: (text: string) => readonly string[];
}

/**
 * The names of others in what is held on one person. Cases of the register go by all that they are called, workers by name,
 * e-mail address and telephone, and then what whoever answers has chosen. The person's own names stay. A word that is a name and
 * something else as well (a Young, a Green, a Price) goes where a title, a forename or its first letter stands beside it; where it
 * stands alone only a reader can tell, so it is among the doubtful ones.
 *
 * @param leaveOut what was found by reading: whole words, with these capitals.
 */
export function namesInAnswer(read: Reader, caseId: string, leaveOut: readonly string[] = []): AnswerNames {
  const everybody = namesHeld(read, caseId);
  const ordinary = ordinaryIn(read);
  const casesOut = casesRedactor(read, caseId, everybody);
  const workersOut = workersRedactor(everybody.workers, everybody.own, ordinary);
  const chosenOut = chosenRedactor(leaveOut);
  return { redact: (text) => chosenOut(workersOut(casesOut(text))), doubtful: doubtfulFinder(everybody, ordinary, elsewiseIn(read)) };
}

interface Nickname {
  readonly caseId: string;
  readonly name: string;
}

function namesHeld(read: Reader, caseId: string) {
  const register = read
    .select({ id: cases.id, surname: cases.surname, forenames: cases.forenames, knownAs: cases.knownAs })
    .from(cases)
    .all();
  const aliasRows = read.select({ caseId: aliases.caseId, name: aliases.name }).from(aliases).all();
  const called = [...aliasRows, ...register.map(({ id, knownAs }) => ({ caseId: id, name: knownAs }))];
  const subject = register.find(({ id }) => id === caseId);
  const own = new Set(
    [subject?.surname, subject?.forenames, ...called.flatMap((one) => (one.caseId === caseId ? one.name : []))].flatMap((name) =>
      wordsOf(name ?? ''),
    ),
  );
  return {
    register,
    /** One word each, of others. */
    nicknames: called.flatMap((one): readonly Nickname[] =>
      one.caseId !== null && one.caseId !== caseId && wordsOf(one.name).length === 1 && one.name.length >= leastOfName
        ? [{ caseId: one.caseId, name: one.name }]
        : [],
    ),
    workers: read.select({ name: people.name, email: people.email, phone: people.phone }).from(people).all(),
    /** Every word that names the person. */
    own,
    /** Others of the very same name: no text tells them from the person. */
    namesakes: new Set(
      register
        .filter(({ surname, forenames }) => surname === subject?.surname && wordsOf(forenames)[0] === wordsOf(subject.forenames)[0])
        .map(({ id }) => id),
    ),
  };
}
type NamesHeld = ReturnType<typeof namesHeld>;

function casesRedactor(read: Reader, caseId: string, { nicknames, own, namesakes }: NamesHeld): Redactor {
  const { byWord, others } = registerNames(read);
  const found = new Map([...byWord].map(([word, named]) => [word, named.filter((one) => !(namesakes.has(one.caseId) && own.has(word)))]));
  for (const { caseId: of, name } of nicknames) {
    const word = wordsOf(name)[0] as string;
    const nickname: Named = { caseId: of, word, manner: 'surname', pattern: () => standing(capitalised(name), 'gu') };
    found.set(word, [...(found.get(word) ?? []), nickname]);
  }
  return foreignCasesOut(read, (id) => id === caseId, {
    byWord: found,
    others: {
      titled: both(others.titled, own),
      capitals: both(others.capitals, own),
      surname: both(others.surname, own),
    },
  });
}

const both = (some: ReadonlySet<string>, more: ReadonlySet<string>) => new Set([...some, ...more]);

/** By the whole name; by the last word where it is nothing else, and else behind a title or an initial; by address and number. */
function workersRedactor(workers: NamesHeld['workers'], own: ReadonlySet<string>, ordinary: ReadonlySet<string>): Redactor {
  const byWord = new Map<string, RegExp[]>();
  const add = (word: string, pattern: RegExp) => byWord.set(word, [...(byWord.get(word) ?? []), pattern]);
  const rank = `(?:${titles}|(?:PC|DC|PS|DS|Sgt)\\.?\\s+)`;
  const initial = '(?:\\p{Lu}\\.\\s?|\\p{Lu}\\s)';
  for (const { name, email } of workers) {
    const last = wordsOf(name).at(-1);
    if (last !== undefined) {
      add(last, standing(`${rank}?${escaped(name)}`, 'giu'));
      // Behind an initial the person's own surname is the person's.
      const family = capitalised(last);
      if (!own.has(last)) add(last, standing(`${rank}${initial}{0,2}${family}|${initial}{1,2}${family}`, 'gu'));
      if (last.length > leastOfName && !own.has(last) && !ordinary.has(last)) add(last, standing(escaped(last), 'giu'));
    }
    const address = wordsOf(email)[0];
    if (address !== undefined && email.includes('@')) add(address, new RegExp(escaped(email), 'giu'));
  }
  const phones = workers.flatMap(({ phone }) => {
    const digits = phone.replaceAll(/\D/g, '');
    return digits.length < leastOfPhone ? [] : new RegExp(`(?<!\\d)${[...digits].join('[\\s()-]*')}(?!\\d)`, 'g');
  });
  return (text) => {
    const named = [...nameWordsIn(text)].flatMap((word) => byWord.get(word) ?? []);
    return [...named, ...(/\d/.test(text) ? phones : [])].reduce((clean, pattern) => clean.replace(pattern, insteadOfWorker), text);
  };
}

function chosenRedactor(leaveOut: readonly string[]): Redactor {
  const longestFirst = leaveOut.filter((words) => words.trim() !== '').toSorted((one, other) => other.length - one.length);
  if (longestFirst.length === 0) return (text) => text;
  const chosen = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (text) =>
    text
      .split(/(\[another person\]|\[a worker\])/)
      .map((part, at) => (at % 2 === 1 ? part : part.replace(chosen, insteadOfCase)))
      .join('');
}

function doubtfulFinder(
  { register, nicknames, workers, own }: NamesHeld,
  ordinary: ReadonlySet<string>,
  elsewise: ReadonlySet<string>,
): AnswerNames['doubtful'] {
  const wordsIn = (texts: readonly string[]) =>
    new Set(texts.flatMap(wordsOf).filter((word) => word.length >= leastOfName && !own.has(word)));
  const surnames = wordsIn([
    ...register.map(({ surname }) => surname),
    ...nicknames.map(({ name }) => name),
    ...workers.map(({ name }) => name),
  ]);
  const forenames = wordsIn(register.map((one) => one.forenames));
  const known = new Set([...own, ...elsewise]);
  return (text) => {
    const left = text.replaceAll(insteadOfCase, ' ').replaceAll(insteadOfWorker, ' ');
    const borne = wordsWithCapital(left).filter(({ word, beginsSentence }) => {
      // “Will attend on Monday”: a forename that is a word too is looked at only where no sentence asks for its capital.
      return surnames.has(word) || (forenames.has(word) && !(beginsSentence && ordinary.has(word)));
    });
    const found = [...new Set([...contactsIn(left), ...wordsLikeNames(left, known), ...borne.map((one) => one.text)])];
    return found.filter((one) => !found.some((other) => other !== one && other.split(/\s/).includes(one)));
  };
}
