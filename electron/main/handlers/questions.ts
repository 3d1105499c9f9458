import type { Handlers } from '../../../shared/ipc/verbs';
import { answerQuestion, askAgency, listUnanswered, questionsOfCase, takeBackQuestion } from '../../services/cases/questions';
import type { Dependencies } from './dependencies';

export function questionsHandlers({ session }: Dependencies): Handlers['questions'] {
  return {
    ofCase: (input) => questionsOfCase(session(), input),
    unanswered: () => listUnanswered(session()),
    ask: (input) => askAgency(session(), input),
    takeBack: (input) => takeBackQuestion(session(), input),
    answer: (input) => answerQuestion(session(), input),
  };
}
