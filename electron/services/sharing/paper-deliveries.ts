import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection';
import { may } from '../../../shared/rules/permissions';
import { recordDeliveries } from '../documents/deliveries';
import type { Session } from '../session';

/**
 * Documents made on this computer whose bytes are in the folder, sealed to somebody of the agency that they are for, and of
 * which the ledger does not say so yet.
 */
const handedOver = (read: Reader) =>
  read.all<{ id: string; agencyId: string; recipient: string }>(
    sql`select d.id, d.agency_id as agencyId, d.recipient from sync_paper_files f join documents d on d.id = f.document_id
        where d.agency_id is not null and d.withdrawn_on is null and not exists (select 1 from sync_outbox o where o.name = f.name)
          and exists (select 1 from sync_paper_readers r join devices v on v.id = r.reader join people p on p.id = v.person_id
            where r.document_id = d.id and p.agency_id = d.agency_id and p.role = 'partner')
          and not exists (select 1 from document_deliveries g where g.document_id = d.id and g.how = 'shared-folder')
        group by d.id order by d.id`,
  );

/** Notes that agencies were given their papers through the folder, so that nobody sends them a second time. */
export function notePapersGiven(session: Session): void {
  if (!may(session.me.role, 'issue-packs')) return;
  recordDeliveries(session, handedOver(session.read), 'shared-folder');
}
