import { sql } from 'drizzle-orm';
import { decisionsOf } from '../../../db/queries/cohort';
import { relevanceOfCase } from '../../../db/queries/relevance';
import { feedbacks } from '../../../db/schema';
import type { Received } from '../../../shared/ipc/verbs';
import { type PositiveKind, positiveKindName } from '../../../shared/language/outcome-event';
import { Refusal } from '../../../shared/language/refusal';
import { feedbackText } from '../../../shared/rules/feedback';
import { demand } from '../permission';
import { demandCase } from '../references';
import type { Session } from '../session';
import { demandReferral } from './selection';

/** What the one who referred may be told (CAM R11.ii), ready to be read over. Nothing is recorded or sent. */
export function proposeFeedback(session: Session, { id }: Received<'cohort', 'proposeFeedback'>): string {
  demand(session, 'edit-cases');
  const { read } = session;
  const { caseId, agencyId, referredOn } = demandReferral(read, id);
  const found = demandCase(read, caseId);
  const since = referredOn ?? '';
  const positives = read.all<{ kind: PositiveKind }>(
    sql`select distinct positive_kind as kind from outcome_events
        where case_id = ${caseId} and kind = 'positive' and withdrawn_on is null and positive_kind is not null and happened_on >= ${since}`,
  );
  const completed = read.all<{ name: string }>(
    sql`select s.name from referrals r join services s on s.id = r.service_id
        where r.case_id = ${caseId} and r.state = 'completed' and r.withdrawn_on is null and r.changed_on >= ${since} order by r.changed_on, r.id`,
  );
  const latest = decisionsOf(read, caseId).find(({ decidedOn }) => (decidedOn ?? '') >= since);
  return feedbackText({
    surname: found.surname,
    forenames: found.forenames,
    referredOn,
    latest: latest ? { kind: latest.kind, on: latest.decidedOn } : null,
    positives: positives.map(({ kind }) => positiveKindName[kind]),
    completed: completed.map(({ name }) => name),
    mayReadCase:
      agencyId !== null && relevanceOfCase(read, caseId, session.today()).some((one) => one.agencyId === agencyId && one.isRelevant),
  });
}

/** Keeps what was told, to whom and when. */
export function recordFeedback(session: Session, { id, text, sentOn }: Received<'cohort', 'recordFeedback'>): void {
  demand(session, 'edit-cases');
  const referral = demandReferral(session.read, id);
  if (sentOn > session.today()) throw new Refusal('This day is still to come. Nothing was recorded. Choose today or an earlier day.');
  session.record('feedback given to the referrer', (operation) =>
    operation.put(feedbacks, operation.newId(), {
      caseId: referral.caseId,
      selectionReferralId: id,
      agencyId: referral.agencyId,
      organisation: referral.organisation,
      text,
      sentOn,
      recordedAt: operation.at,
      personId: session.me.personId,
    }),
  );
}
