import { partedSince } from '../../db/queries/partings';
import { Refusal } from '../../shared/language/refusal';
import type { Role } from '../../shared/language/role';
import { type Deed, deedWords, may, mayForAgency } from '../../shared/rules/permissions';
import type { Session } from './session';

const who: Readonly<Record<Role, string>> = { coordinator: 'a coordinator', manager: 'a manager', partner: 'a partner' };

/** Refuses, in plain words, what the person at work may not do. Called before anything is read or written. */
export function demand(session: Session, deed: Deed): void {
  if (may(session.me.role, deed)) return;
  throw new Refusal(
    `As ${who[session.me.role]} you cannot ${deedWords[deed]}. Nothing was changed. Ask a coordinator of the scheme to do it.`,
  );
}

/**
 * Refuses to a partner what it would write on a case that ceased to concern its agency: everyone else would leave it aside,
 * and nobody would read it.
 */
export function demandSharedCase(session: Session, caseId: string | null): void {
  if (caseId === null || partedFromMe(session, caseId) === null) return;
  throw new Refusal(
    'This case does not concern your agency any more, so nobody would read this. Nothing was recorded. Telephone a coordinator if they should know it.',
  );
}

/** The same for what is an agency's own: their own agency's is enough for some roles. */
export function demandForAgency(session: Session, agencyId: string | null, any: Deed, own: Deed): void {
  if (mayForAgency(session.me, agencyId, any, own)) return;
  demand(session, may(session.me.role, own) ? any : own);
}

/** Since when a case does not concern the agency of a partner any more, ISO 8601 UTC; null for everybody else. */
export function partedFromMe({ read, me: { role, agencyId } }: Session, caseId: string): string | null {
  return role === 'partner' && agencyId !== null ? partedSince(read, caseId, agencyId) : null;
}
