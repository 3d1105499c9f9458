import { sql } from 'drizzle-orm';
import type { CorrectionRow } from '../../shared/views/corrections';
import type { Reader } from '../connection';

/** A correction as it is kept; what it is called comes from the minutes. */
export type StoredCorrection = Omit<CorrectionRow, 'caseName' | 'label'>;

/** Corrections to the minutes of a conference, in the order in which they were written. */
export function correctionsOf(read: Reader, meetingId: string): readonly StoredCorrection[] {
  return read.all<StoredCorrection>(
    sql`select c.id, c.case_id as caseId, c.target, c.said, c.says, c.reason, coalesce(c.corrected_at, '') as correctedAt,
          coalesce(p.name, '') as correctedByName, c.version
        from minutes_corrections c left join people p on p.id = c.corrected_by
        where c.meeting_id = ${meetingId} and c.withdrawn_on is null order by c.corrected_at, c.id`,
  );
}
