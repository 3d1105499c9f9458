import { find as findAnything } from '../../../db/queries/find';
import { listRegister as readRegister } from '../../../db/queries/register';
import type { Received, Result } from '../../../shared/ipc/verbs';
import type { Session } from '../session';

export function listRegister(session: Session): Result<'register', 'list'> {
  return readRegister(session.read, session.today());
}

export function find(session: Session, { text }: Received<'register', 'find'>): Result<'register', 'find'> {
  return findAnything(session.read, session.connection.raw, text);
}
