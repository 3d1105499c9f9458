import { type Authority, isSuccession } from './authority';
import type { MergeScalar } from './put';
import { type TimelineEntry, valueAt } from './timeline';

/** Why a commit is kept aside instead of applied. What begins with "not-yet" may still come to count. */
export const asideReasons = [
  'not-yet-known-device',
  'not-yet-known-person',
  'not-yet-known-row',
  'not-yet-opened-case',
  'newer-version',
  'not-a-commit',
  'forged-signature',
  'forged-person',
  'forged-space',
  'withdrawn-person',
  'retired-device',
  'twin-stamp',
  'role-may-not-write',
  'another-agency',
  'closed-case',
  'erased-case',
] as const;
export type AsideReason = (typeof asideReasons)[number];

export interface WrittenPut {
  readonly relation: string;
  readonly row: string;
  readonly field: string;
  readonly value: MergeScalar;
  readonly base: string;
}

export interface WrittenCommit {
  readonly hash: string;
  readonly space: string;
  readonly device: string;
  readonly person: string;
  readonly stamp: string;
  readonly puts: readonly WrittenPut[];
}

/** What a reader knows of rows, as far as it decides what an agency may write. Built from commits that count. */
export interface WritingFacts {
  /** `case` where a row of the table belongs to a case by its `case_id`, `own-case` for the case itself, `document` where it is an agency's or the office's; null where this version does not know the table. */
  kindOf(relation: string): 'case' | 'own-case' | 'document' | 'office' | 'scheme' | null;
  knowsField(relation: string, field: string): boolean;
  /** Agencies that an action was ever given to, in a space. */
  agenciesOfAction(space: string, action: string): ReadonlySet<string>;
  /** Agencies whose service a referral was ever made to, in a space. */
  agenciesOfReferral(space: string, referral: string): ReadonlySet<string>;
  /** Agency and author of the earliest commit that counts and names a row; null where there is none before `stamp` (`~`: at all). */
  makerOf(relation: string, row: string, stamp: string): RowMaker | null;
  /** How a case was opened and closed to an agency. */
  accessOf(caseId: string, agencyId: string): readonly TimelineEntry[];
  /** Devices rows that count already. */
  isDevice(row: string): boolean;
}

export interface RowMaker {
  readonly space: string;
  readonly person: string;
  readonly device: string;
  /** The agency that the row was made for, where it names one. */
  readonly agencyId: string | null;
}

const caseOf = (space: string) => (space.startsWith('case:') ? space.slice(5) : null);

/**
 * Why a commit does not count, or null where it does: the same answer for everyone who holds the same commits.
 * Its signature is somebody else's business, and has been checked.
 */
export function refusalOf(commit: WrittenCommit, authority: Authority, facts: WritingFacts): AsideReason | null {
  const device = authority.device(commit.device);
  if (!device) return 'not-yet-known-device';
  if (device.personId !== commit.person) return 'forged-person';
  if (device.acceptedUntil !== null && commit.stamp > device.acceptedUntil) return 'retired-device';
  const member = authority.memberAt(commit.person, commit.stamp);
  if (!member) return 'not-yet-known-person';
  if (member.isWithdrawn) return 'withdrawn-person';
  if (!fitsItsSpace(commit, facts)) return 'forged-space';
  if (member.role === 'coordinator') return null;
  if (commit.space === 'scheme' && isSuccession(commit, commit.puts, [])) {
    return facts.makerOf('devices', commit.puts[0]?.row ?? '', commit.stamp) ? 'another-agency' : null;
  }
  if (member.role === 'manager') return commit.puts.every(({ relation }) => ofManagers.has(relation)) ? null : 'role-may-not-write';
  return refusalOfPartner(commit, member.agencyId, facts);
}

/** A manager prints packs, and the ledger says to whom they went. */
const ofManagers: ReadonlySet<string> = new Set(['documents', 'document_deliveries']);

/** A row belongs to one space: no commit may carry what belongs to another. */
function fitsItsSpace({ space, puts }: WrittenCommit, facts: WritingFacts): boolean {
  const caseId = caseOf(space);
  return puts.every(({ relation, row, field, value }) => {
    const kind = facts.kindOf(relation);
    if (kind === null) return true;
    if (field === 'case_id' && value !== caseId) return false;
    if (kind === 'own-case') return row === caseId;
    if (kind === 'document') {
      if (space === 'office') return !(field === 'agency_id' && value !== null);
      return space.startsWith('agency:') && (field !== 'agency_id' || value === space.slice(7));
    }
    if (kind === 'office') return space === 'office';
    // A general action belongs to no case and is the whole scheme's.
    if (kind === 'case') return caseId !== null || space === 'scheme';
    return space === 'scheme';
  });
}

const fieldsOfOwn: Readonly<Record<string, ReadonlySet<string>>> = {
  actions: new Set(['outcome', 'closed_on', 'closed_at_meeting_id', 'closing_note', 'person_id']),
  referrals: new Set(['state', 'changed_on', 'note', 'outcome']),
  referral_updates: new Set(['case_id', 'referral_id', 'state', 'note', 'changed_on', 'recorded_at', 'person_id']),
  contributions: new Set([
    'case_id',
    'meeting_id',
    'agency_id',
    'person_id',
    'text',
    'sent_at',
    'question_id',
    'withdrawn_on',
    'withdrawn_reason',
  ]),
  action_updates: new Set(['action_id', 'case_id', 'kind', 'text', 'meeting_id', 'person_id', 'made_at']),
};

/** A partner writes its agency's updates, and the progress of its own actions and referrals, on cases that concern it. */
function refusalOfPartner(commit: WrittenCommit, agencyId: string | null, facts: WritingFacts): AsideReason | null {
  const { space, stamp, puts } = commit;
  if (agencyId === null) return 'role-may-not-write';
  for (const { relation, field } of puts) {
    if (facts.kindOf(relation) === null) return 'newer-version';
    const own = fieldsOfOwn[relation];
    if (!own) return 'role-may-not-write';
    if (!own.has(field)) return facts.knowsField(relation, field) ? 'role-may-not-write' : 'newer-version';
  }
  const caseId = caseOf(space);
  if (caseId !== null) {
    const access = facts.accessOf(caseId, agencyId);
    if (!access.some(({ value }) => value === 1)) return 'not-yet-opened-case';
    // Before its first entry a clock stands back; afterwards what held at the stamp holds.
    const isBefore = access.every(({ from }) => from >= stamp);
    if (!isBefore && valueAt(access, stamp) !== 1) return 'closed-case';
  }
  const rows = new Map<string, WrittenPut[]>();
  for (const put of puts) rows.set(`${put.relation}/${put.row}`, [...(rows.get(`${put.relation}/${put.row}`) ?? []), put]);
  for (const of of rows.values()) {
    const refusal = refusalOfRow(commit, agencyId, of, facts);
    if (refusal) return refusal;
  }
  return null;
}

function refusalOfRow(commit: WrittenCommit, agencyId: string, puts: readonly WrittenPut[], facts: WritingFacts): AsideReason | null {
  const { relation, row } = puts[0] as WrittenPut;
  const value = (field: string) => puts.find((put) => put.field === field)?.value;
  if (relation === 'actions' || relation === 'referrals') {
    const agencies = relation === 'actions' ? facts.agenciesOfAction(commit.space, row) : facts.agenciesOfReferral(commit.space, row);
    return agencies.has(agencyId) ? null : agencies.size === 0 ? 'not-yet-known-row' : 'another-agency';
  }
  const maker = facts.makerOf(relation, row, commit.stamp);
  if (relation === 'action_updates' || relation === 'referral_updates') {
    // The story of an action or a referral is only ever added to.
    if (maker) return 'another-agency';
    if (value('person_id') !== commit.person) return 'forged-person';
    const of = value(relation === 'action_updates' ? 'action_id' : 'referral_id');
    const agenciesOf = relation === 'action_updates' ? facts.agenciesOfAction : facts.agenciesOfReferral;
    const agencies = typeof of === 'string' ? agenciesOf(commit.space, of) : new Set<string>();
    return agencies.has(agencyId) ? null : agencies.size === 0 ? 'not-yet-known-row' : 'another-agency';
  }
  const author = value('person_id');
  if (typeof author === 'string' && author !== commit.person) return 'forged-person';
  if (maker) {
    const stays = value('agency_id') === undefined || value('agency_id') === agencyId;
    return maker.space === commit.space && maker.agencyId === agencyId && stays ? null : 'another-agency';
  }
  if (value('agency_id') === agencyId) return null;
  if (value('agency_id') !== undefined) return 'another-agency';
  // An edit of a row that was made by another workstation, whose clock is ahead of this one's.
  const later = facts.makerOf(relation, row, '~');
  if (!later) return 'not-yet-known-row';
  return later.space === commit.space && later.agencyId === agencyId ? null : 'another-agency';
}
