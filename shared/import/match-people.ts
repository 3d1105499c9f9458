import { plainWords, saysNothing } from './cell-text';
import { blank, problem, type Reading, readAs } from './reading';

export interface ImportAgency {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly code: string;
}

export interface ImportPerson {
  readonly id: string;
  readonly name: string;
}

/** What files call an agency, by its kind, where they use neither its name nor its code. */
const kindWords: Readonly<Record<string, RegExp>> = {
  police: /\b(police|constabulary|neighbourhood team|nhp|npt|iom police)\b/,
  probation: /\b(probation|nps|crc|pdu|national probation service|hmpps)\b/,
  prison: /\b(prison|hmp|omic|omu)\b/,
  'youth-justice': /\b(yjs|yot|yos|youth justice|youth offending)\b/,
  courts: /\b(courts?|hmcts)\b/,
  housing: /\b(housing|housing options|homeless\w*)\b/,
  drugs: /\b(drugs?|substance misuse|drug and alcohol|cgl|change grow live)\b/,
  alcohol: /\balcohol\b/,
  'mental-health': /\b(mental health|cmht|liaison and diversion)\b/,
  jobcentre: /\b(jobcentre|job centre|jcp|dwp)\b/,
  'childrens-services': /\b(childrens? services|childrens social care|csc|social services)\b/,
};

/** Finds agencies and people by what a spreadsheet calls them. Build it once for a file. */
export function nameFinder(agencies: readonly ImportAgency[], people: readonly ImportPerson[]) {
  const agencyByName = new Map(agencies.flatMap((agency) => [agency.code, agency.name].map((name) => [plainWords(name), agency] as const)));
  const personByName = new Map<string, ImportPerson | 'several'>();
  const enter = (key: string, person: ImportPerson) => {
    const known = personByName.get(key);
    if (key) personByName.set(key, known && known !== person ? 'several' : person);
  };
  for (const person of people) for (const key of personKeys(person.name)) enter(key, person);

  return {
    agency(text: string): Reading<string> {
      if (saysNothing(text)) return blank;
      const words = plainWords(text);
      const exact = agencyByName.get(words);
      if (exact) return readAs(exact.id);
      const named = agencies.filter((agency) => plainWords(agency.name) !== '' && ` ${words} `.includes(` ${plainWords(agency.name)} `));
      const candidates = named.length > 0 ? named : agencies.filter((agency) => kindWords[agency.kind]?.test(words));
      const [first] = candidates;
      if (candidates.length === 1 && first) return readAs(first.id);
      return problem(
        candidates.length > 1 ? 'This could be more than one agency of the scheme' : 'There is no agency of this name in the scheme',
      );
    },
    person(text: string): Reading<string> {
      if (saysNothing(text)) return blank;
      for (const key of personKeys(text)) {
        const found = personByName.get(key);
        if (found === 'several') return problem('There is more than one person of this name in the scheme');
        if (found) return readAs(found.id);
      }
      return problem('There is no person of this name in the scheme');
    },
  };
}
export type NameFinder = ReturnType<typeof nameFinder>;

/** `PC 1234 J. Thistlemoor`, `Thistlemoor, Jo` and `Jo Thistlemoor` meet in one of these. The most exact comes first. */
function personKeys(name: string): readonly string[] {
  const turned = /^([^,]+),\s*(.+)$/.exec(name.trim());
  const words = plainWords(turned ? `${turned[2]} ${turned[1]}` : name)
    .replace(/\b(pc|dc|ps|ds|di|insp|sgt|pcso|mr|mrs|ms|miss|dr|officer|po|pso|spo|om)\b/g, ' ')
    .replace(/\d+/g, ' ')
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const surname = words.at(-1) ?? '';
  const first = words[0] ?? '';
  return words.length > 1 ? [words.join(' '), `${first.charAt(0)} ${surname}`] : words;
}
