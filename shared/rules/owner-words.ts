import type { TextSpan } from './date-words';

export interface OwnerAgency {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly isWithdrawn?: boolean;
}

export interface OwnerPerson {
  readonly id: string;
  readonly name: string;
  readonly agencyId: string | null;
  readonly isWithdrawn?: boolean;
}

export interface Owners {
  readonly agencies: readonly OwnerAgency[];
  readonly people: readonly OwnerPerson[];
}

export interface Owner {
  readonly agencyId: string | null;
  readonly personId: string | null;
}

export interface OwnerWords extends Owner {
  readonly spans: readonly TextSpan[];
}

/**
 * How firmly words must name an owner: before a colon the beginning of a word will do, before "to" it must be a word of
 * the name ("Support to find work" names nobody), and with nothing after it the name must be whole.
 */
type Firmness = 'part' | 'word' | 'whole';

const separator = /^(.{1,60}?)(?::|\s[-–—](?=\s)|\s(?:to|will|must|should|shall)(?=\s))/i;
const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? [];
/** "Drugs" finds the Drug Service. */
const stem = (word: string) => (word.length > 3 ? word.replace(/['’]?s$/, '') : word);

/**
 * Who is to act, by the words that say so: at the start of the line before a colon, a dash or "to" ("Housing: …"), a
 * code in capitals or a whole name with nothing after it ("POL visit"), or anywhere after an @. A person brings their
 * agency. Words that could mean two are not guessed at.
 */
export function findOwner(line: string, all: Owners): OwnerWords {
  const owners: Owners = { agencies: all.agencies.filter((one) => !one.isWithdrawn), people: all.people.filter((one) => !one.isWithdrawn) };
  const head = headOf(line, owners);
  const mark = markOf(line, owners, head);
  const agencyId = head?.agencyId ?? mark?.agencyId ?? null;
  return {
    agencyId,
    personId: head?.personId ?? mark?.personId ?? null,
    spans: [head, mark].flatMap((found) => (found ? [{ from: found.from, to: found.to }] : [])).sort((one, other) => one.from - other.from),
  };
}

type Found = Owner & TextSpan;

function headOf(line: string, owners: Owners): Found | null {
  const from = line.length - line.trimStart().length;
  const rest = line.slice(from);
  const parted = separator.exec(rest);
  if (parted?.[1] !== undefined && !parted[1].trimStart().startsWith('@')) {
    const owner = ownerNamed(parted[1], owners, /\w$/.test(parted[0]) ? 'word' : 'part');
    if (owner) return withPerson(line, { ...owner, from, to: from + parted[0].length }, owners);
  }
  const opening = longestRun(rest, owners, 'whole');
  return opening ? withPerson(line, { ...opening.owner, from, to: from + opening.length }, owners) : null;
}

/** After an agency, one of its own people may follow: "Housing: Pellowin to confirm". */
function withPerson(line: string, found: Found, { people }: Owners): Found {
  if (found.agencyId === null || found.personId !== null) return found;
  const rest = line.slice(found.to);
  const parted = /^\s*([^\s:]+(?:\s[^\s:]+)?)(?::|\s(?:to|will|must|should|shall)(?=\s))/i.exec(rest);
  const owner = parted?.[1]
    ? ownerNamed(parted[1], { agencies: [], people: people.filter((one) => one.agencyId === found.agencyId) }, 'part')
    : null;
  return owner && parted ? { ...found, personId: owner.personId, to: found.to + parted[0].length } : found;
}

function markOf(line: string, owners: Owners, head: Found | null): Found | null {
  for (const match of line.matchAll(/(?:^|(?<=\s))@(?=\S)/g)) {
    if (head && match.index < head.to) continue;
    const run = longestRun(line.slice(match.index + 1), owners, 'part');
    // With an agency already named, somebody from elsewhere is mentioned, not asked.
    if (!run || (head?.agencyId && (head.personId !== null || run.owner.personId === null || run.owner.agencyId !== head.agencyId)))
      continue;
    const end = match.index + 1 + run.length;
    const to = /^\s*:|^\s+(?:to|will|must|should|shall)(?=\s)/i.exec(
      match.index === line.length - line.trimStart().length ? line.slice(end) : '',
    );
    return { ...run.owner, from: match.index, to: end + (to?.[0].length ?? 0) };
  }
  return null;
}

/** The longest opening of up to four words that names an owner. */
function longestRun(text: string, owners: Owners, firmness: Firmness): { readonly owner: Owner; readonly length: number } | null {
  const words = [...text.matchAll(/\S+/g)].slice(0, 4);
  if (words[0]?.index !== 0) return null;
  for (let count = words.length; count > 0; count -= 1) {
    const last = words[count - 1];
    if (!last) continue;
    const length = last.index + last[0].replace(/[,;:.!?)]+$/, '').length;
    const owner = ownerNamed(text.slice(0, length), owners, firmness);
    if (owner) return { owner, length };
  }
  return null;
}

function ownerNamed(text: string, { agencies, people }: Owners, firmness: Firmness): Owner | null {
  const name = text.trim();
  const agencyAt = (holds: (agency: OwnerAgency) => boolean) =>
    only(agencies.filter(holds).map(({ id }) => ({ agencyId: id, personId: null })));
  const personAt = (holds: (person: OwnerPerson) => boolean) =>
    only(people.filter(holds).map(({ id, agencyId }) => ({ agencyId, personId: id })));
  if (firmness === 'whole') {
    const words = wordsOf(name);
    return (
      agencyAt(({ code }) => code === name) ??
      agencyAt((agency) => agency.name === name) ??
      personAt((person) => person.name === name) ??
      // A surname alone must look like one.
      (words.length === 1 && /^\p{Lu}[\p{L}’'-]{2,}$/u.test(name) ? personAt((person) => wordsOf(person.name).at(-1) === words[0]) : null)
    );
  }
  const words = wordsOf(name).map(stem);
  const letters = words.join('').length;
  if (letters === 0) return null;
  const agencyWords = (agency: OwnerAgency) => wordsOf(agency.name).map(stem);
  return (
    agencyAt(({ code }) => code.toLowerCase() === name.toLowerCase()) ??
    agencyAt((agency) => agencyWords(agency).join(' ') === words.join(' ')) ??
    personAt((person) => wordsOf(person.name).map(stem).join(' ') === words.join(' ')) ??
    (letters < 2
      ? null
      : agencyAt((agency) =>
          `${agencyWords(agency).join(' ')} `.startsWith(firmness === 'word' ? `${words.join(' ')} ` : words.join(' ')),
        )) ??
    personAt((person) => hasWords(wordsOf(person.name).map(stem), words, false)) ??
    (letters < 3 || firmness === 'word'
      ? null
      : (agencyAt((agency) => hasWords(agencyWords(agency), words, true)) ??
        personAt((person) => hasWords(wordsOf(person.name).map(stem), words, true)) ??
        agencyAt((agency) => `${words.join(' ')} `.startsWith(`${agencyWords(agency).join(' ')} `))))
  );
}

function hasWords(name: readonly string[], words: readonly string[], arePrefixes: boolean): boolean {
  return words.every((word) => name.some((each) => (arePrefixes ? each.startsWith(word) : each === word)));
}

const only = (found: readonly Owner[]): Owner | null => (found.length === 1 ? (found[0] ?? null) : null);
