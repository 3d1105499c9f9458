import { relevance } from '../../../db/queries/relevance';
import { caseAccess } from '../../../db/schema';
import { accessRow } from '../../../db/sync/writing-facts';
import type { Session } from '../session';

/**
 * Records to which agencies each case is open, by the rule of relevance. From then on the case is sealed to those that it
 * became open to, with all of its history, and nothing further goes to those it was closed to. Only a coordinator's
 * workstation decides this. Both directions are in the audit trail.
 *
 * @returns how many were opened or closed.
 */
export function renewCaseAccess(session: Session): number {
  if (session.me.role !== 'coordinator') return 0;
  const present = new Map(
    session.read
      .select({ id: caseAccess.id, isOpen: caseAccess.isOpen })
      .from(caseAccess)
      .all()
      .map(({ id, isOpen }) => [id, isOpen]),
  );
  const changes: { readonly caseId: string; readonly agencyId: string; readonly isOpen: boolean; readonly reason: string }[] = [];
  const listed = new Set<string>();
  for (const [caseId, agencies] of relevance(session.read, 'all', session.today())) {
    for (const { agencyId, isRelevant, reason } of agencies) {
      const row = accessRow(caseId, agencyId);
      listed.add(row);
      if ((present.get(row) ?? false) !== isRelevant) changes.push({ caseId, agencyId, isOpen: isRelevant, reason });
    }
  }
  for (const [row, isOpen] of present) {
    const [caseId = '', agencyId = ''] = row.split('.');
    if (isOpen && !listed.has(row)) changes.push({ caseId, agencyId, isOpen: false, reason: 'Nothing points to it any more' });
  }
  if (changes.length === 0) return 0;
  session.record('access to cases changed', (operation) => {
    for (const { caseId, agencyId, isOpen, reason } of changes) {
      operation.put(caseAccess, accessRow(caseId, agencyId), { caseId, agencyId, isOpen, reason, changedAt: operation.at });
    }
  });
  return changes.length;
}
