import { dropDraft } from '../../db/queries/drafts';
import { agencies, agendaItems, cases } from '../../db/schema';
import type { Received } from '../../shared/ipc/verbs';
import { schemeDecisionName } from '../../shared/language/meeting';
import { Refusal } from '../../shared/language/refusal';
import { demandItem } from './open-meeting';
import { demand } from './permission';
import { demandAgencies } from './references';
import type { Session } from './session';

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
  if (decision.decision === 'deselect') demandJointAgreement(session, agreedBy);
  const day = meeting.heldOn ?? session.today();
  session.record(
    'decision recorded',
    (operation) => {
      operation.put(agendaItems, itemId, { ...decision, agreedBy: JSON.stringify(agreedBy) });
      operation.put(cases, item.caseId, {
        // A review date is always set: none given leaves the one there is.
        ...(reviewDue === null ? {} : { reviewDue }),
        ...(decision.decision === 'deselect' ? { state: 'left' as const, leftOn: day, leftReason: decision.rationale } : {}),
        // A decision that is put right takes back a leaving that this conference had recorded.
        ...(decision.decision !== 'deselect' && item.decision === 'deselect'
          ? { state: 'adopted' as const, leftOn: null, leftReason: '' }
          : {}),
      });
      for (const field of draftFields) dropDraft(session.connection.local, itemId, field);
    },
    { meetingId: meeting.id },
  );
}

function demandJointAgreement(session: Session, agreedBy: readonly string[]): void {
  const core = session.read.select({ id: agencies.id, kind: agencies.kind, name: agencies.name }).from(agencies).all();
  const missing = core
    .filter(({ id, kind }) => (kind === 'police' || kind === 'probation') && !agreedBy.includes(id))
    .map(({ name }) => name);
  if (missing.length === 0) return;
  throw new Refusal(
    `Leaving the scheme is decided by police and probation together, and ${missing.join(' and ')} ${missing.length === 1 ? 'has' : 'have'} not agreed. Nothing was recorded. Send it to the panel instead, or record their agreement.`,
  );
}
