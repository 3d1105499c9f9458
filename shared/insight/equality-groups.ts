import { ageOn } from '../language/dates';

/** What equality monitoring compares. Everyone whose group was recorded is in exactly one group of each. */
export const characteristics = ['sex', 'age', 'ethnicity', 'disability'] as const;
export type Characteristic = (typeof characteristics)[number];
export const characteristicName: Readonly<Record<Characteristic, string>> = {
  sex: 'Sex',
  age: 'Age',
  ethnicity: 'Ethnicity',
  disability: 'Disability',
};

/** Groups as the census words them; their ids are those of the rows in which the area's figures are kept. */
export const equalityGroups = [
  { id: 'sex-female', of: 'sex', name: 'Women' },
  { id: 'sex-male', of: 'sex', name: 'Men' },
  { id: 'age-under-25', of: 'age', name: 'Aged under 25' },
  { id: 'age-25-34', of: 'age', name: 'Aged 25 to 34' },
  { id: 'age-35-44', of: 'age', name: 'Aged 35 to 44' },
  { id: 'age-45-over', of: 'age', name: 'Aged 45 and over' },
  { id: 'ethnicity-asian', of: 'ethnicity', name: 'Asian or Asian British' },
  { id: 'ethnicity-black', of: 'ethnicity', name: 'Black or Black British' },
  { id: 'ethnicity-mixed', of: 'ethnicity', name: 'Mixed' },
  { id: 'ethnicity-white', of: 'ethnicity', name: 'White' },
  { id: 'ethnicity-other', of: 'ethnicity', name: 'Another ethnic group' },
  { id: 'disability-yes', of: 'disability', name: 'Disabled' },
  { id: 'disability-no', of: 'disability', name: 'Not disabled' },
] as const satisfies readonly { readonly id: string; readonly of: Characteristic; readonly name: string }[];
export type EqualityGroup = (typeof equalityGroups)[number]['id'];
export const equalityGroupIds = equalityGroups.map(({ id }) => id) as [EqualityGroup, ...EqualityGroup[]];

/** What is recorded of one person, in the words in which it was written or imported. */
export interface EqualityFact {
  readonly caseId: string;
  readonly sex: string;
  readonly dateOfBirth: string | null;
  readonly ethnicity: string;
  readonly disability: string;
}

const notSaid = /^(|-|n\/?[ak]|ns|unknown|not (recorded|stated|known|disclosed|asked)|refused|declined|prefers? not to say)$/i;

/** The group of someone on a day; null where nothing is recorded, or it names none of the groups. */
export function equalityGroupOf(of: Characteristic, fact: EqualityFact, day: string): EqualityGroup | null {
  if (of === 'sex') return sexOf(fact.sex.trim());
  if (of === 'age') return fact.dateOfBirth === null ? null : ageGroupOf(ageOn(fact.dateOfBirth, day));
  return of === 'ethnicity' ? ethnicityOf(fact.ethnicity.trim()) : disabilityOf(fact.disability.trim());
}

function sexOf(words: string): EqualityGroup | null {
  if (/^(f|female|woman|w)$/i.test(words)) return 'sex-female';
  return /^(m|male|man)$/i.test(words) ? 'sex-male' : null;
}

function ageGroupOf(age: number): EqualityGroup {
  if (age < 25) return 'age-under-25';
  if (age < 35) return 'age-25-34';
  return age < 45 ? 'age-35-44' : 'age-45-over';
}

/** By the codes of the census (W1, M2), or in words. An officer's view of someone (IC codes) is not how they see themselves. */
function ethnicityOf(words: string): EqualityGroup | null {
  if (notSaid.test(words) || /^ic ?\d$/i.test(words)) return null;
  const code = /^([wmabo])\d{1,2}\b/i.exec(words)?.[1]?.toUpperCase();
  if (code) return byCode[code] ?? null;
  return ethnicWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'ethnicity-other';
}

const byCode: Readonly<Record<string, EqualityGroup>> = {
  W: 'ethnicity-white',
  M: 'ethnicity-mixed',
  A: 'ethnicity-asian',
  B: 'ethnicity-black',
  O: 'ethnicity-other',
};

/** In this order: "White and Black Caribbean" is mixed, and "Any other White background" is White. */
const ethnicWords: readonly (readonly [RegExp, EqualityGroup])[] = [
  [/\bmixed\b|\bmultiple\b|\bdual\b|^white (and|&) /i, 'ethnicity-mixed'],
  [/\barab\b|north african/i, 'ethnicity-other'],
  [/\basian\b|\bindian\b|pakistani|bangladeshi|chinese/i, 'ethnicity-asian'],
  [/\bblack\b|\bafrican\b|caribbean/i, 'ethnicity-black'],
  [/\bwhite\b|\birish\b|gypsy|\broma\b|travell?er/i, 'ethnicity-white'],
];

function disabilityOf(words: string): EqualityGroup | null {
  if (notSaid.test(words)) return null;
  return /^(no|none|nil|n|false|not disabled|no(ne)? (known )?disabilit(y|ies)( known)?)\.?$/i.test(words)
    ? 'disability-no'
    : 'disability-yes';
}
