import { schemaVersion } from '../../db/migrate';
import { listAudit, logFacts } from '../../db/queries/audit';
import type { Received, Result } from '../../shared/ipc/verbs';
import type { HealthView } from '../../shared/views/scheme';
import { demand } from './permission';
import type { Session } from './session';

/** A page of the audit trail, newest first. */
export function audit(session: Session, page: Received<'scheme', 'audit'>): Result<'scheme', 'audit'> {
  demand(session, 'read-audit');
  return listAudit(session.read, page);
}

/** The part of the health panel that the database knows. */
export function logHealth(session: Session): Pick<HealthView, 'path' | 'sizeBytes' | 'commits' | 'lastCommitAt' | 'schemaVersion'> {
  const { raw } = session.connection;
  const pages = raw.pragma('page_count', { simple: true }) as number;
  const pageSize = raw.pragma('page_size', { simple: true }) as number;
  return { path: session.path, sizeBytes: pages * pageSize, schemaVersion, ...logFacts(session.read) };
}
