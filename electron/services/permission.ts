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

/** The same for what is an agency's own: their own agency's is enough for some roles. */
export function demandForAgency(session: Session, agencyId: string | null, any: Deed, own: Deed): void {
  if (mayForAgency(session.me, agencyId, any, own)) return;
  demand(session, may(session.me.role, own) ? any : own);
}
