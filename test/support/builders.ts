import { cases } from '../../db/schema';
import type { Session } from '../../electron/services/session';
import type { TestSession } from './session';

/** Makes a case without going through the service, for tests of what stands on cases. */
export function addCase(session: Session, fields: Partial<Omit<typeof cases.$inferInsert, 'id'>> = {}): string {
  return session.record('case added', (operation) => {
    const id = operation.newId();
    operation.put(cases, id, { surname: 'Carterwick', forenames: 'Dean', ...fields });
    return id;
  });
}

/** The session as someone in another role. */
export function as<S extends TestSession>(session: S, role: 'manager' | 'partner', agencyKind = 'housing'): S {
  return { ...session, me: { personId: `person-${agencyKind}`, name: 'J. Pellowin', role, agencyId: `agency-${agencyKind}` } };
}
