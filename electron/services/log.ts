import { tablesAgreeWithLog } from '../../db/log/compare';
import { verifyLog as verifyCommits } from '../../db/log/verify';
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

/** Checks every hash, signature and chain of the log, then that the tables are what the log says. Changes nothing. */
export function verifyLog(session: Session): Result<'scheme', 'verifyLog'> {
  const { commits, problems } = verifyCommits(session.connection);
  const found = [...problems];
  try {
    if (!tablesAgreeWithLog(session.connection)) {
      found.push(
        'The tables are not what the log says: something wrote to them behind the log. Keep a copy of the file, and ask for help before going on.',
      );
    }
  } catch {
    // A log that cannot be read has its own sentences above; this one says what else it means.
    found.push('The tables could not be made again from the log, because an entry of it cannot be read.');
  }
  return { isWhole: found.length === 0, commits, problems: found };
}

/** The part of the health panel that the database knows. */
export function logHealth(session: Session): Pick<HealthView, 'path' | 'sizeBytes' | 'commits' | 'lastCommitAt' | 'schemaVersion'> {
  const { raw } = session.connection;
  const pages = raw.pragma('page_count', { simple: true }) as number;
  const pageSize = raw.pragma('page_size', { simple: true }) as number;
  return { path: session.path, sizeBytes: pages * pageSize, schemaVersion, ...logFacts(session.read) };
}
