import { byText } from '../language/in-order';
import type { Role } from '../language/role';
import { headsOf, type MergePut, type MergeScalar } from './put';
import { type TimelineEntry, timelineOf, valueAt } from './timeline';

/** A put of the two tables that say who may write: people and devices. */
export interface AuthorityPut extends MergePut {
  readonly relation: string;
  readonly row: string;
}

/** A commit of the space `scheme`, as far as it matters here. */
export interface AuthorityCommit {
  readonly hash: string;
  readonly device: string;
  readonly person: string;
  readonly stamp: string;
  readonly puts: readonly AuthorityPut[];
}

export interface MemberAt {
  readonly role: Role;
  readonly agencyId: string | null;
  readonly isWithdrawn: boolean;
}

export interface MemberDevice {
  readonly id: string;
  readonly personId: string;
  readonly signingKey: string;
  readonly recipient: string;
  /** The last stamp of this device that counts, where a coordinator has retired it; null while it is at work. */
  readonly acceptedUntil: string | null;
  /** A recovery sheet: things are sealed to it, but nobody sits at it who would read or send them. */
  readonly isSheet: boolean;
}

/** Who the members and their devices are, and were at any stamp. */
export interface Authority {
  memberAt(person: string, stamp: string): MemberAt | null;
  member(person: string): MemberAt | null;
  device(id: string): MemberDevice | null;
  readonly devices: readonly MemberDevice[];
  /** For each person and each of their devices a text that changes with anything that decides over their commits. */
  readonly marks: ReadonlyMap<string, string>;
}

/** Whether a public key is the one that a device's id was made from. Hashing is not this file's business. */
export type IsKeyOf = (device: string, key: string) => boolean;

export const decidesOverWriting = (relation: string) => relation === 'people' || relation === 'devices';

export function authorityOf(puts: readonly AuthorityPut[], isKeyOf: IsKeyOf): Authority {
  const people = new Map<string, AuthorityPut[]>();
  const machines = new Map<string, AuthorityPut[]>();
  for (const put of puts) {
    const rows = put.relation === 'people' ? people : put.relation === 'devices' ? machines : null;
    if (!rows) continue;
    const known = rows.get(put.row);
    if (known) known.push(put);
    else rows.set(put.row, [put]);
  }
  const lines = new Map([...people].map(([person, of]) => [person, linesOf(of)]));
  const devices = [...machines].flatMap(([id, of]) => deviceOf(id, of, isKeyOf) ?? []).sort((one, other) => byText(one.id, other.id));
  const byId = new Map(devices.map((device) => [device.id, device]));
  const memberAt = (person: string, stamp: string): MemberAt | null => {
    const line = lines.get(person);
    if (!line) return null;
    return {
      role: roleIn(valueAt(line.role, stamp)),
      agencyId: textOrNull(valueAt(line.agency, stamp)),
      isWithdrawn: textOrNull(valueAt(line.withdrawn, stamp)) !== null,
    };
  };
  const marks = new Map(
    devices.map((device) => [
      device.id,
      JSON.stringify([device.personId, device.signingKey, device.acceptedUntil, lines.get(device.personId)]),
    ]),
  );
  return { memberAt, member: (person) => memberAt(person, '~'), device: (id) => byId.get(id) ?? null, devices, marks };
}

interface PersonLines {
  readonly role: readonly TimelineEntry[];
  readonly agency: readonly TimelineEntry[];
  readonly withdrawn: readonly TimelineEntry[];
}

function linesOf(puts: readonly AuthorityPut[]): PersonLines {
  const first = puts.reduce((least, { stamp }) => (stamp < least ? stamp : least), '~');
  const line = (field: string, initial: MergeScalar) => {
    const cell = puts.filter((put) => put.field === field);
    // A new row's field that the log does not name holds its default from the start.
    return cell.some(({ stamp }) => stamp === first) ? timelineOf(cell) : [{ from: first, value: initial }, ...timelineOf(cell)];
  };
  return { role: line('role', 'partner'), agency: line('agency_id', null), withdrawn: line('withdrawn_on', null) };
}

function deviceOf(id: string, puts: readonly AuthorityPut[], isKeyOf: IsKeyOf): MemberDevice | null {
  const cell = (field: string) => puts.filter((put) => put.field === field);
  const shown = (field: string) => headsOf(cell(field)).at(-1);
  // Only one key can be the one that the id was made from, so a later put cannot put another in its place.
  const signingKey = cell('signing_key').find(({ value }) => typeof value === 'string' && isKeyOf(id, value))?.value;
  const person = cell('person_id').toSorted((one, other) => byText(one.stamp, other.stamp))[0]?.value;
  if (typeof signingKey !== 'string' || typeof person !== 'string') return null;
  const until = shown('accepted_until')?.value;
  const retired = shown('retired_at');
  return {
    id,
    personId: person,
    signingKey,
    recipient: String(shown('recipient')?.value ?? ''),
    acceptedUntil: typeof until === 'string' && until !== '' ? until : retired && retired.value !== null ? retired.stamp : null,
    isSheet: String(shown('sheet_proof')?.value ?? '') !== '',
  };
}

const roleIn = (value: MergeScalar | undefined): Role => (value === 'coordinator' || value === 'manager' ? value : 'partner');
const textOrNull = (value: MergeScalar | undefined) => (typeof value === 'string' && value !== '' ? value : null);

/**
 * Which of the commits that name members and devices count. The founding commit does; every other counts where its
 * author, by those that count before it, was a coordinator, or handed its own membership on to a new device of its own.
 * In the order of stamps, coordinators first, so that the answer is one whatever order they arrived in. A retirement reaches back behind its
 * own stamp; where two devices retire each other, the earlier one holds.
 *
 * @param anchor hash of the founding commit.
 * @param isSigned whether a commit carries the signature of a device with that key.
 */
export function judgeAuthority(
  commits: readonly AuthorityCommit[],
  anchor: string,
  isKeyOf: IsKeyOf,
  isSigned: (commit: AuthorityCommit, key: string) => boolean,
): ReadonlySet<string> {
  const sorted = commits.toSorted((one, other) => byText(one.stamp, other.stamp) || byText(one.hash, other.hash));
  const checked = new Map<string, boolean>();
  const isSignedOnce = (commit: AuthorityCommit, key: string): boolean => {
    const known = checked.get(`${commit.hash} ${key}`) ?? isSigned(commit, key);
    checked.set(`${commit.hash} ${key}`, known);
    return known;
  };
  const firm: { readonly hash: string; readonly device: string; readonly until: string }[] = [];
  for (;;) {
    const counted = passOver(sorted, anchor, isKeyOf, isSignedOnce, firm);
    const next = retirementsIn(sorted, counted).find(({ hash, device, until }) =>
      firm.every((known) => known.hash !== hash || known.device !== device || known.until !== until),
    );
    if (!next) return counted;
    firm.push(next);
  }
}

function passOver(
  sorted: readonly AuthorityCommit[],
  anchor: string,
  isKeyOf: IsKeyOf,
  isSigned: (commit: AuthorityCommit, key: string) => boolean,
  firm: readonly { readonly hash: string; readonly device: string; readonly until: string }[],
): ReadonlySet<string> {
  const counted = new Set<string>();
  const puts: AuthorityPut[] = [];
  let pending = [...sorted];
  /** Gives whether any came to count. Of other members at most one: it may make a coordinator known, whose word goes before that of the next. */
  const passOnce = (word: Word): boolean => {
    const left: AuthorityCommit[] = [];
    let authority: Authority | null = null;
    let hasGrown = false;
    for (const commit of pending) {
      authority ??= authorityOf(puts, isKeyOf);
      if ((hasGrown && word === 'own-device') || wordOf(commit, authority, anchor, isSigned, firm, puts) !== word) {
        left.push(commit);
        continue;
      }
      counted.add(commit.hash);
      puts.push(...commit.puts);
      authority = null;
      hasGrown = true;
    }
    pending = left;
    return hasGrown;
  };
  // Again and again, for a device whose clock stands back may have been admitted by a later stamp. Coordinators go first,
  // whatever the stamps: by a forged one a member could else claim the workstation of somebody who joined after them.
  while (passOnce('coordinator') || passOnce('own-device'));
  return counted;
}

/** As what a commit counts: the word of a coordinator, or of a member who hands its membership on. */
type Word = 'coordinator' | 'own-device';

function wordOf(
  commit: AuthorityCommit,
  authority: Authority,
  anchor: string,
  isSigned: (commit: AuthorityCommit, key: string) => boolean,
  firm: readonly { readonly hash: string; readonly device: string; readonly until: string }[],
  before: readonly AuthorityPut[],
): Word | null {
  if (commit.hash === anchor) {
    const key = commit.puts.find(({ relation, row, field }) => relation === 'devices' && row === commit.device && field === 'signing_key');
    return typeof key?.value === 'string' && isSigned(commit, key.value) ? 'coordinator' : null;
  }
  if (firm.some(({ device, until, hash }) => device === commit.device && commit.stamp > until && hash !== commit.hash)) return null;
  const device = authority.device(commit.device);
  if (!device || device.personId !== commit.person) return null;
  const member = authority.memberAt(commit.person, commit.stamp);
  if (!member || member.isWithdrawn) return null;
  const word = member.role === 'coordinator' ? 'coordinator' : isSuccession(commit, commit.puts, before) ? 'own-device' : null;
  return word !== null && isSigned(commit, device.signingKey) ? word : null;
}

const successionFields: ReadonlySet<string> = new Set([
  'person_id',
  'name',
  'signing_key',
  'recipient',
  'joined_at',
  'succeeds',
  'sheet_proof',
]);

/** Whether a commit does nothing but hand its author's own membership on to a new device of the same person. */
export function isSuccession(
  { device, person }: { readonly device: string; readonly person: string },
  puts: readonly { readonly relation: string; readonly row: string; readonly field: string; readonly value: MergeScalar }[],
  before: readonly { readonly relation: string; readonly row: string; readonly field: string }[],
): boolean {
  const row = puts[0]?.row;
  const value = (field: string) => puts.find((put) => put.field === field)?.value;
  return (
    puts.every((put) => put.relation === 'devices' && put.row === row && put.row !== device && successionFields.has(put.field)) &&
    value('person_id') === person &&
    value('succeeds') === device &&
    !before.some((known) => known.relation === 'devices' && known.row === row && known.field === 'signing_key')
  );
}

/** The retirements among the commits that count, the earliest first. */
function retirementsIn(sorted: readonly AuthorityCommit[], counted: ReadonlySet<string>) {
  const puts = sorted.filter(({ hash }) => counted.has(hash)).flatMap((commit) => commit.puts.map((put) => ({ put, commit })));
  const shown = new Map<string, AuthorityPut[]>();
  for (const { put } of puts) {
    if (put.relation !== 'devices' || put.field !== 'accepted_until') continue;
    shown.set(put.row, [...(shown.get(put.row) ?? []), put]);
  }
  return [...shown]
    .flatMap(([device, cell]) => {
      const head = headsOf(cell).at(-1);
      const commit = sorted.find(
        ({ stamp, puts: of, hash }) => counted.has(hash) && stamp === head?.stamp && of.some((put) => put.row === device),
      );
      return head && commit && typeof head.value === 'string' && head.value !== ''
        ? [{ hash: commit.hash, device, until: head.value, stamp: commit.stamp }]
        : [];
    })
    .sort((one, other) => byText(one.stamp, other.stamp) || byText(one.device, other.device));
}
