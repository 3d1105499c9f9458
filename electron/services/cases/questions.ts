import { eq } from 'drizzle-orm';
import { findMeeting, itemsOf } from '../../../db/queries/meetings';
import { conferenceAhead } from '../../../db/queries/partners-day';
import { questionsOn, unansweredQuestions } from '../../../db/queries/questions';
import { relevanceOfCase } from '../../../db/queries/relevance';
import { caseQuestions, contributions, relevanceOverrides } from '../../../db/schema';
import type { Received, Result } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { demandUnclosedMeeting } from '../open-meeting';
import { demand, demandForAgency, demandSharedCase } from '../permission';
import { demandAgency, demandCase } from '../references';
import type { Session } from '../session';

/** What was asked on a case, and the conference that a further question would be for. */
export function questionsOfCase(session: Session, { caseId }: Received<'questions', 'ofCase'>): Result<'questions', 'ofCase'> {
  const { read } = session;
  const today = session.today();
  const ahead = conferenceAhead(read, today);
  const meeting = ahead ? findMeeting(read, ahead.id) : undefined;
  const questions = questionsOn(read, caseId);
  if (!meeting) return { questions, ahead: null };
  const { id, heldOn } = meeting;
  return { questions, ahead: { id, heldOn, wantedOn: heldOn !== null && heldOn < today ? today : heldOn } };
}

/** What is still to be answered before conferences: to a coordinator everybody's, on a partner's copy what is on its cases. */
export function listUnanswered(session: Session): Result<'questions', 'unanswered'> {
  return unansweredQuestions(session.read, session.today());
}

/**
 * Asks one agency about a case, and gives the question's id. Only who may read the case can be asked: an agency that it does not
 * concern is added to it in the same operation, with the reason that was given.
 */
export function askAgency(session: Session, input: Received<'questions', 'ask'>): string {
  const { read } = session;
  const { caseId, agencyId, meetingId, text, wantedOn, relevanceReason } = input;
  demand(session, 'ask-agencies');
  if (demandCase(read, caseId).state === 'left')
    throw new Refusal('This person has left the scheme, so no agency can be asked about them. Nothing was recorded.');
  const agency = demandAgency(read, agencyId);
  if (meetingId !== null) demandUnclosedMeeting(read, meetingId);
  if (wantedOn < session.today())
    throw new Refusal('The day on which the answer is wanted has passed already. Nothing was recorded. Choose today or a later day.');
  const isConcerned = relevanceOfCase(read, caseId, session.today()).some((view) => view.agencyId === agencyId && view.isRelevant);
  if (!isConcerned && relevanceReason === null)
    throw new Refusal(
      `This case does not concern ${agency.name} yet, so nobody there could read the question. Nothing was recorded. Say why the case concerns it, and ask again.`,
    );
  return session.record('question asked', (operation) => {
    if (!isConcerned)
      operation.put(relevanceOverrides, operation.newId(), {
        caseId,
        agencyId,
        isRelevant: true,
        reason: relevanceReason ?? '',
        decidedAt: operation.at,
        decidedBy: session.me.personId,
      });
    const id = operation.newId();
    operation.put(caseQuestions, id, {
      caseId,
      meetingId,
      agencyId,
      text,
      wantedOn,
      askedAt: operation.at,
      askedBy: session.me.personId,
    });
    return id;
  });
}

/** Takes a question back that is not to be answered any more. What was answered stays on the case. */
export function takeBackQuestion(session: Session, { id, reason }: Received<'questions', 'takeBack'>): void {
  demand(session, 'ask-agencies');
  demandQuestion(session, id);
  session.record('question taken back', (operation) =>
    operation.put(caseQuestions, id, { withdrawnOn: session.today(), withdrawnReason: reason }),
  );
}

/**
 * Answers a question as an update of the agency that was asked, written by somebody of it or for it by a coordinator. It settles
 * the question whenever it comes. Where the conference that it was wanted for has heard the case, it is for the one after.
 */
export function answerQuestion(session: Session, { id, text }: Received<'questions', 'answer'>): void {
  const { me } = session;
  const { caseId, agencyId, meetingId } = demandQuestion(session, id);
  demandForAgency(session, agencyId, 'contribute-for-any-agency', 'contribute-for-own-agency');
  demandSharedCase(session, caseId);
  const state = meetingId === null ? undefined : findMeeting(session.read, meetingId)?.state;
  // Once the case is heard nobody looks at its updates there any more, and the minutes may be written already.
  const isHeard = itemsOf(session.read, meetingId ?? '').some((item) => item.caseId === caseId && item.state === 'discussed');
  const isStillAhead = state === 'planned' || state === 'agenda-issued' || (state === 'running' && !isHeard);
  session.record('question answered', (operation) =>
    operation.put(contributions, operation.newId(), {
      caseId,
      meetingId: isStillAhead ? meetingId : null,
      agencyId,
      personId: me.agencyId === agencyId ? me.personId : null,
      questionId: id,
      text,
      sentAt: operation.at,
    }),
  );
}

function demandQuestion({ read }: Session, id: string) {
  const found = read.select().from(caseQuestions).where(eq(caseQuestions.id, id)).get();
  if (!found?.caseId || found.withdrawnOn !== null)
    throw new Refusal('This question is not, or no longer, in your copy of the scheme. Nothing was recorded. Look at the case again.');
  return found;
}
