import { sql } from 'drizzle-orm';
import type { Colour } from '../../shared/language/colour';
import type { ContributionView } from '../../shared/views/chairing';
import type { Reader } from '../connection';
import { isAnswer, isTooLate, missedDay } from './questions';

/**
 * Updates on a case for a conference: those sent for it, and since the case was last discussed those sent without one and the
 * answers that came too late for the one before.
 */
export function contributionsFor(read: Reader, caseId: string, meetingId: string, since: string | null): readonly ContributionView[] {
  return read.all<ContributionView>(
    sql`select c.id, c.agency_id as agencyId, coalesce(p.name, '') as personName, c.text, c.sent_at as sentAt,
          coalesce(q.text, '') as question,
          ${missedDay} as missed
        from contributions c left join people p on p.id = c.person_id left join agencies a on a.id = c.agency_id
          left join case_questions q on ${isAnswer}
        where c.case_id = ${caseId} and c.withdrawn_on is null
          and (c.meeting_id = ${meetingId} or ((c.meeting_id is null or ${isTooLate}) and coalesce(c.sent_at, '') > ${since ?? ''}))
        order by a.is_core desc, c.sent_at, c.id`,
  );
}

/** The colour decided for a case at a conference, the latest where it was corrected there. */
export function colourChangeAt(
  read: Reader,
  caseId: string,
  meetingId: string,
): { readonly colour: Colour; readonly reason: string } | null {
  return (
    read.get<{ colour: Colour; reason: string } | undefined>(
      sql`select colour, reason from colour_changes where case_id = ${caseId} and meeting_id = ${meetingId} and colour is not null
          order by decided_on desc, decided_at desc, id desc limit 1`,
    ) ?? null
  );
}
