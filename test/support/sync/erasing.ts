import { chainEndsOf } from '../../../db/log/erasures';
import { caseSpace } from '../../../db/log/synced-tables';
import { caseErasures } from '../../../db/schema';
import { applyCommits } from '../../../db/sync/apply';
import type { Network, Workstation } from './network';

/** Erases a case as a workstation does, with what it knows of the case. */
export function eraseCase(
  { anchor }: Pick<Network, 'anchor'>,
  station: Pick<Workstation, 'session' | 'connection' | 'personId' | 'clock'>,
  caseId: string,
): void {
  const covers = JSON.stringify(chainEndsOf(station.connection.raw, caseSpace(caseId)));
  station.session.record('case erased', (operation) =>
    operation.put(caseErasures, operation.newId(), {
      erasedCase: caseId,
      rule: 'Left the scheme: 6 years',
      reason: 'Nothing speaks for keeping it.',
      covers,
      erasedAt: operation.at,
      erasedBy: station.personId,
    }),
  );
  applyCommits(station.connection, [], { anchor, now: station.clock() });
}
