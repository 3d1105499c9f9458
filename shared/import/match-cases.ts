import { formatPlainDay } from '../language/dates';
import type { CaseFields } from '../views/case';
import { plainWords } from './cell-text';
import { type IdentifierKind, identifierKey, identifierKinds, identifierName } from './read-identifiers';
import { nameKey } from './read-names';

/** What a person is recognised by. */
export type Identity = Pick<CaseFields, IdentifierKind | 'surname' | 'forenames' | 'dateOfBirth'>;

export type Match<Item> =
  | { readonly kind: 'none'; readonly remark: string | null }
  | { readonly kind: 'one'; readonly item: Item; readonly by: string; readonly remark: string | null }
  /** The identifiers contradict each other. A whole sentence. */
  | { readonly kind: 'conflict'; readonly reason: string };

interface Entry<Item> {
  readonly identity: Identity;
  readonly item: Item;
  /** `CARTERWICK, Dean` or `row 12`, for sentences. */
  readonly called: string;
}

/** Numbers that belong to a person for life. A reference is the scheme's own and may be given anew. */
const lifelong = ['pnc', 'crn', 'prisonNumber'] as const;

export function identityOf(fields: Partial<CaseFields>): Identity {
  return {
    reference: fields.reference ?? '',
    pnc: fields.pnc ?? '',
    crn: fields.crn ?? '',
    prisonNumber: fields.prisonNumber ?? '',
    surname: fields.surname ?? '',
    forenames: fields.forenames ?? '',
    dateOfBirth: fields.dateOfBirth ?? null,
  };
}

/** Finds people again by identifier, else by name and date of birth. All look-ups are by map: 5,000 rows against 5,000 cases. */
export class IdentityIndex<Item> {
  readonly #byIdentifier = new Map<string, Entry<Item>[]>();
  readonly #byNameAndBirth = new Map<string, Entry<Item>[]>();
  readonly #byName = new Map<string, Entry<Item>[]>();

  add(identity: Identity, item: Item, called: string) {
    const entry = { identity, item, called };
    for (const kind of identifierKinds) append(this.#byIdentifier, keyOf(kind, identity), entry);
    append(this.#byNameAndBirth, nameAndBirthKey(identity), entry);
    append(this.#byName, nameKey(identity.surname, identity.forenames), entry);
  }

  find(identity: Identity): Match<Item> {
    const found: { readonly kind: IdentifierKind; readonly entry: Entry<Item> }[] = [];
    for (const kind of identifierKinds) {
      const entries = this.#byIdentifier.get(keyOf(kind, identity)) ?? [];
      const [first, second] = entries;
      if (first && second) return conflict(`The ${said(kind, identity)} is on more than one case: ${first.called} and ${second.called}`);
      if (first) found.push({ kind, entry: first });
    }
    const [first] = found;
    if (!first) return this.#findByName(identity);
    const other = found.find(({ entry }) => entry.item !== first.entry.item);
    if (other) {
      return conflict(
        `The ${said(first.kind, identity)} is ${first.entry.called}’s, but the ${said(other.kind, identity)} is ${other.entry.called}’s`,
      );
    }
    const contradiction = contradictionOf(first.kind, identity, first.entry);
    return contradiction ? conflict(contradiction) : { kind: 'one', item: first.entry.item, by: identifierName[first.kind], remark: null };
  }

  #findByName(identity: Identity): Match<Item> {
    const namesakes = this.#byName.get(nameKey(identity.surname, identity.forenames)) ?? [];
    const sameBirth = this.#byNameAndBirth.get(nameAndBirthKey(identity)) ?? [];
    const fitting = sameBirth.filter((entry) => differingNumber(identity, entry.identity) === null);
    const [only] = fitting;
    if (only && fitting.length > 1) {
      return conflict(
        `More than one case has this name and date of birth (${fitting.map(({ called }) => called).join(' and ')}); an identifier is needed`,
      );
    }
    if (only) return { kind: 'one', item: only.item, by: 'name and date of birth', remark: null };
    const [twin] = sameBirth;
    if (twin)
      return { kind: 'none', remark: `${twin.called} has the same name and date of birth but other numbers; read as another person` };

    const isNameAll = identity.dateOfBirth === null && identifierKinds.every((kind) => identity[kind] === '');
    const [namesake] = namesakes;
    if (!namesake) return { kind: 'none', remark: null };
    if (isNameAll && namesakes.length > 1)
      return conflict(`More than one case has this name (${namesakes.length}); a date of birth or an identifier is needed`);
    if (isNameAll)
      return {
        kind: 'one',
        item: namesake.item,
        by: 'name alone',
        remark: `Recognised by the name alone (${namesake.called}): the row gives no date of birth or identifier`,
      };
    const turned = namesakes.find((entry) => isTurned(identity.dateOfBirth, entry.identity.dateOfBirth));
    if (turned)
      return {
        kind: 'none',
        remark: `${turned.called} has the same name and, with the day and the month the other way round, the same date of birth; read as another person`,
      };
    const unsure = namesakes.find(
      (entry) =>
        differingNumber(identity, entry.identity) === null && (identity.dateOfBirth === null || entry.identity.dateOfBirth === null),
    );
    return {
      kind: 'none',
      remark: unsure
        ? `${unsure.called} has the same name, with too little to tell whether it is the same person; read as another person`
        : null,
    };
  }
}

/** Everything that a look-up of this identity goes by. Two that share none are never compared. */
export function identityKeys(identity: Identity): readonly string[] {
  const name = nameKey(identity.surname, identity.forenames);
  const birth = nameAndBirthKey(identity);
  return [
    ...identifierKinds.map((kind) => keyOf(kind, identity)),
    name === '|' ? '' : `name:${name}`,
    birth === '' ? '' : `birth:${birth}`,
  ].filter((key) => key !== '');
}

function conflict(reason: string): Match<never> {
  return { kind: 'conflict', reason };
}

function contradictionOf<Item>(by: IdentifierKind, identity: Identity, { identity: known, called }: Entry<Item>): string | null {
  const number = differingNumber(identity, known);
  if (number)
    return `The ${said(by, identity)} is ${called}’s, whose ${identifierName[number]} is ${known[number]}, not ${identity[number]}`;
  if (!identity.surname || plainWords(identity.surname) === plainWords(known.surname)) return null;
  const bornOtherwise = identity.dateOfBirth !== null && known.dateOfBirth !== null && identity.dateOfBirth !== known.dateOfBirth;
  const bornUnknown = identity.dateOfBirth === null || known.dateOfBirth === null;
  const forenamesDiffer = plainWords(identity.forenames) !== plainWords(known.forenames);
  if (!bornOtherwise && !(bornUnknown && forenamesDiffer) && by !== 'reference') return null;
  if (by === 'reference' && identity.dateOfBirth !== null && identity.dateOfBirth === known.dateOfBirth) return null;
  const born = known.dateOfBirth ? `, born ${formatPlainDay(known.dateOfBirth)}` : '';
  return `The ${said(by, identity)} is ${called}’s${born}: another person than this row names`;
}

/** 2 September and 9 February of one year. */
function isTurned(one: string | null, other: string | null): boolean {
  if (one === null || other === null || one === other) return false;
  const [year, month, day] = one.split('-');
  return other === `${year}-${day}-${month}`;
}

/** A number for life that both have and that is not the same. */
function differingNumber(one: Identity, other: Identity): (typeof lifelong)[number] | null {
  return (
    lifelong.find(
      (kind) => one[kind] !== '' && other[kind] !== '' && identifierKey(kind, one[kind]) !== identifierKey(kind, other[kind]),
    ) ?? null
  );
}

const said = (kind: IdentifierKind, identity: Identity) => `${identifierName[kind]} ${identity[kind]}`;

function keyOf(kind: IdentifierKind, identity: Identity): string {
  const key = identifierKey(kind, identity[kind]);
  return key === '' ? '' : `${kind}:${key}`;
}

/** By the first forename: files give or leave out the others. */
function nameAndBirthKey({ surname, forenames, dateOfBirth }: Identity): string {
  const name = nameKey(surname, plainWords(forenames).split(' ')[0] ?? '');
  return dateOfBirth === null || name === '|' ? '' : `${name}|${dateOfBirth}`;
}

function append<Item>(map: Map<string, Item[]>, key: string, item: Item) {
  if (key === '' || key === '|') return;
  const present = map.get(key);
  if (present) present.push(item);
  else map.set(key, [item]);
}
