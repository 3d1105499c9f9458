import type { Role } from '../language/role';

/** What someone can set out to do. Reading is not among them: a copy of the scheme holds only what its reader may know. */
export const deeds = [
  'edit-cases',
  'set-actions',
  'change-any-action',
  'change-own-agency-actions',
  'change-own-referrals',
  'ask-agencies',
  'contribute-for-any-agency',
  'contribute-for-own-agency',
  'run-conferences',
  'issue-minutes',
  'issue-packs',
  'edit-scheme',
  'import-cases',
  'export-register',
  'export-scheme',
  'answer-subject-access',
  'erase-cases',
  'read-audit',
] as const;
export type Deed = (typeof deeds)[number];

const deedsOf: Readonly<Record<Role, ReadonlySet<Deed>>> = {
  coordinator: new Set(deeds),
  // A manager reads and prints (PRODUCT: "prints tasking packs per agency, team or officer").
  manager: new Set<Deed>(['issue-packs', 'export-register', 'read-audit']),
  partner: new Set<Deed>(['change-own-agency-actions', 'change-own-referrals', 'contribute-for-own-agency']),
};

export function may(role: Role, deed: Deed): boolean {
  return deedsOf[role].has(deed);
}

/** The same for what belongs to an agency: to their own agency's some roles may do what they may not to another's. */
export function mayForAgency(
  member: { readonly role: Role; readonly agencyId: string | null },
  agencyId: string | null,
  any: Deed,
  own: Deed,
): boolean {
  return may(member.role, any) || (may(member.role, own) && agencyId !== null && agencyId === member.agencyId);
}

/** What the deed is called in a sentence: "Only a coordinator can …". */
export const deedWords: Readonly<Record<Deed, string>> = {
  'edit-cases': 'change a case',
  'set-actions': 'set an action',
  'change-any-action': 'change the actions of another agency',
  'change-own-agency-actions': 'change actions',
  'change-own-referrals': 'say how a referral stands',
  'ask-agencies': 'ask an agency about a case',
  'contribute-for-any-agency': 'write an update for another agency',
  'contribute-for-own-agency': 'write an update',
  'run-conferences': 'plan or run a conference',
  'issue-minutes': 'issue minutes or an agenda',
  'issue-packs': 'issue tasking packs',
  'edit-scheme': 'change the scheme, its agencies or its people',
  'import-cases': 'import cases',
  'export-register': 'export lists or figures',
  'export-scheme': 'export the whole scheme',
  'answer-subject-access': 'print everything held on a person',
  'erase-cases': 'erase what is held on a person',
  'read-audit': 'read the audit trail',
};
