import { eq } from 'drizzle-orm';
import type { Connection } from '../connection';
import type { Operation } from '../log/recorder';
import { type Among, among } from '../queries/among';
import { relevance } from '../queries/relevance';
import { listAgencies } from '../queries/scheme';
import { caseAccess, casePartings } from '../schema';
import { accessRow } from './writing-facts';

export interface AccessChange {
  readonly caseId: string;
  readonly agencyId: string;
  readonly isOpen: boolean;
  /** In the words of the rule of relevance. */
  readonly reason: string;
}

export interface AccessGroup {
  readonly agencyId: string;
  readonly isOpen: boolean;
  /** The agency's name. */
  readonly agency: string;
  /** For the audit trail: "3 cases opened to Housing Options". */
  readonly intent: string;
  readonly changes: readonly AccessChange[];
}

/**
 * Where what the log says of a case's readers differs from the rule of relevance, by agency. A coordinator's workstation
 * records these before it hands over: from then on the case's entries are sealed to other readers.
 *
 * @param ids the cases to look at; all where left out.
 * @param today `YYYY-MM-DD`.
 */
export function accessChanges({ read }: Pick<Connection, 'read'>, today: string, ids: Among = 'all'): readonly AccessGroup[] {
  const open = new Map<string, boolean>();
  const known = read.select({ id: caseAccess.id, isOpen: caseAccess.isOpen }).from(caseAccess).where(among(caseAccess.caseId, ids));
  for (const { id, isOpen } of known.all()) open.set(id, isOpen);
  const names = new Map(listAgencies(read).map(({ id, name }) => [id, name]));
  const groups = new Map<string, AccessChange[]>();
  const add = (change: AccessChange) => {
    const key = `${change.agencyId} ${change.isOpen}`;
    groups.set(key, [...(groups.get(key) ?? []), change]);
  };
  for (const [caseId, views] of relevance(read, ids, today)) {
    const relevant = new Map(views.filter(({ isRelevant }) => isRelevant).map(({ agencyId, reason }) => [agencyId, reason]));
    for (const [agencyId, reason] of relevant) {
      if (open.get(accessRow(caseId, agencyId)) !== true) add({ caseId, agencyId, isOpen: true, reason });
    }
    for (const agencyId of names.keys()) {
      if (open.get(accessRow(caseId, agencyId)) === true && !relevant.has(agencyId)) {
        const reason = views.find((view) => view.agencyId === agencyId)?.reason ?? 'Nothing points to this agency any more';
        add({ caseId, agencyId, isOpen: false, reason });
      }
    }
  }
  return [...groups].map(([key, changes]) => {
    const [agencyId, isOpen] = key.split(' ') as [string, string];
    return groupOf(agencyId, isOpen === 'true', names.get(agencyId) ?? 'an agency', changes);
  });
}

function groupOf(agencyId: string, isOpen: boolean, agency: string, changes: readonly AccessChange[]): AccessGroup {
  const count = changes.length === 1 ? 'case' : `${changes.length} cases`;
  return { agencyId, isOpen, agency, intent: `${count} ${isOpen ? 'opened' : 'closed'} to ${agency}`, changes };
}

/** Groups that were found portion by portion as if all cases had been looked at at once. */
export function togetherByAgency(found: readonly AccessGroup[]): readonly AccessGroup[] {
  return [...Map.groupBy(found, ({ agencyId, isOpen }) => `${agencyId} ${isOpen}`).values()].flatMap(([first, ...more]) =>
    first
      ? groupOf(
          first.agencyId,
          first.isOpen,
          first.agency,
          [first, ...more].flatMap(({ changes }) => changes),
        )
      : [],
  );
}

export function putAccess(operation: Operation, changes: readonly AccessChange[]): void {
  for (const { caseId, agencyId, isOpen, reason } of changes) {
    const row = accessRow(caseId, agencyId);
    operation.put(caseAccess, row, { caseId, agencyId, isOpen, reason, changedAt: operation.at });
    const parting = operation.read.select({ isParted: casePartings.isParted }).from(casePartings).where(eq(casePartings.id, row)).get();
    if (!isOpen || parting?.isParted)
      operation.put(casePartings, row, { agencyId, ofCaseId: caseId, isParted: !isOpen, changedAt: operation.at });
  }
}
