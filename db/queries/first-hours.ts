import { sql } from 'drizzle-orm';
import type { Reader } from '../connection';
import { among } from './among';

export interface FirstHoursLine {
  readonly caseId: string;
  readonly stepOn: string;
  readonly stepAt: string | null;
  readonly what: string;
  readonly place: string;
  readonly agencyId: string | null;
}

/** The first 72 hours of each release that is still expected, by their time. */
export function firstHoursOf(read: Reader, caseIds: readonly string[]): readonly FirstHoursLine[] {
  return read.all<FirstHoursLine>(
    sql`select s.case_id as caseId, s.step_on as stepOn, s.step_at as stepAt, s.what, s.place, s.agency_id as agencyId
        from first_hours_steps s join releases r on r.id = s.release_id
        where s.withdrawn_on is null and s.step_on is not null and r.state = 'expected' and ${among(sql`s.case_id`, caseIds)}
        order by s.step_on, coalesce(s.step_at, '99'), s.id`,
  );
}
