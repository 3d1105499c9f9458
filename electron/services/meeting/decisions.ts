import { dropDraft } from '../../../db/queries/drafts';
import { agendaItems, cases } from '../../../db/schema';
import type { Received } from '../../../shared/ipc/verbs';
import { schemeDecisionName } from '../../../shared/language/meeting';
import { Refusal } from '../../../shared/language/refusal';
import { demandJointDecision, putLeaving, putPlaceDecision, withdrawPlaceDecisions } from '../cohort/cohort-decisions';
import { demandItem } from '../open-meeting';
import { demand } from '../permission';
import { demandAgencies, demandCase } from '../references';
import type { Session } from '../session';

/** Drafts that hold parts of a decision; recording it makes them superfluous. */
const draftFields = ['decision', 'decision-text', 'rationale', 'agreed', 'dissent', 'review-due'] as const;

/**
 * Records what was decided on a case. Whatever changes its place on the scheme keeps a reason that someone who was not
 * there can follow, and leaving the scheme is a joint decision of police and probation (STRAT 17).
 */
export function recordDecision(session: Session, input: Received<'chairing', 'recordDecision'>): void {
  const { read } = session;
  const { itemId, reviewDue, agreedBy, ...decision } = input;
  demand(session, 'run-conferences');
  const { item, meeting } = demandItem(read, itemId);
  demandAgencies(read, agreedBy);
  if (decision.decision !== 'stays' && decision.rationale.trim() === '') {
    throw new Refusal(
      `“${schemeDecisionName[decision.decision]}” needs its reason, for those who were not there. Nothing was recorded; what you typed is still here.`,
    );
  }
  if (decision.decision === 'deselect') {
    demandJointDecision(session, 'Leaving the scheme', (agencyId) => (agreedBy.includes(agencyId) ? 'agrees' : null));
  }
  const day = meeting.heldOn ?? session.today();
  session.record(
    'decision recorded',
    (operation) => {
      operation.put(agendaItems, itemId, { ...decision, agreedBy: JSON.stringify(agreedBy) });
      const wasLeaving = item.decision === 'deselect';
      withdrawPlaceDecisions(session, operation, item.caseId, meeting.id, ['left', 'reviewed']);
      operation.put(cases, item.caseId, {
        // A review date is always set: none given leaves the one there is.
        ...(reviewDue === null ? {} : { reviewDue }),
        // A decision that is put right takes back a leaving that this conference had recorded.
        ...(decision.decision !== 'deselect' && wasLeaving ? { state: 'adopted' as const, leftOn: null, leftReason: '' } : {}),
      });
      const place = { on: day, meetingId: meeting.id, agreedBy, dissent: decision.dissent };
      if (decision.decision === 'deselect') {
        putLeaving(session, operation, item.caseId, { ...place, reason: decision.rationale });
      } else if (decision.decision === 'stays' && reviewDue !== null) {
        const reason = decision.rationale || decision.decisionText;
        putPlaceDecision(session, operation, demandCase(operation.read, item.caseId), {
          ...place,
          kind: 'reviewed',
          reason,
          nextReviewOn: reviewDue,
        });
      }
      for (const field of draftFields) dropDraft(session.connection.local, itemId, field);
    },
    { meetingId: meeting.id },
  );
}
