import { z } from 'zod';
import type { CaseQuestions, QuestionView } from '../../views/questions';
import { day, id, someLine, someProse } from '../inputs';
import { nothing, verb } from '../verb';

/** What a coordinator asks one agency about a case, and what it answers. */
export const questions = {
  ofCase: verb<CaseQuestions>()(z.strictObject({ caseId: id })),
  /** Everything asked of anybody that nobody has answered, the soonest wanted first. */
  unanswered: verb<readonly QuestionView[]>()(nothing),
  /** Asks, and gives the id. An agency that the case does not concern yet is asked only with the reason why it does. */
  ask: verb<string>()(
    z.strictObject({
      caseId: id,
      agencyId: id,
      meetingId: id.nullable(),
      text: someProse,
      wantedOn: day,
      relevanceReason: someLine.nullable(),
    }),
  ),
  takeBack: verb<void>()(z.strictObject({ id, reason: someLine })),
  /** Answers as an update of the agency that was asked. */
  answer: verb<void>()(z.strictObject({ id, text: someProse })),
} as const;
