import { formatDay } from '../../../../shared/language/dates';
import type { QuestionView } from '../../../../shared/views/questions';
import { Button } from '../../../components/Button';
import { DueWords } from '../../../components/DueDate';
import { KeyHint } from '../../../components/KeyHint';
import { useOneOpen } from '../../../components/overlays/one-open';
import { useScheme } from '../../../data/scheme';
import { useKeys } from '../../../keys/keys';
import { AnswerQuestion } from './AnswerQuestion';
import { CaseWords } from './CaseWords';

/** What a coordinator asked the agency, each to be answered where it stands. */
export function MyQuestions({ questions }: { readonly questions: readonly QuestionView[] }) {
  const { today } = useScheme();
  const { open, show, toggle, close } = useOneOpen();
  const next = () => {
    const at = questions.findIndex(({ id }) => id === open);
    show(questions[(at + 1) % questions.length]?.id ?? null);
  };
  useKeys('Questions to you', [{ keys: 'Q', says: 'Answer the next question', run: next, isOff: questions.length === 0 }]);
  if (questions.length === 0) return null;
  return (
    <section aria-label="Questions to answer">
      <h2 className="part-head">
        Questions to answer <span className="at-right">{questions.length}</span>
      </h2>
      <ul className="partner-lines">
        {questions.map((question, place) => (
          <li key={question.id}>
            <div className="row partner-line">
              <CaseWords caseId={question.caseId} caseName={question.caseName}>
                {question.askedByName === '' ? '' : `${question.askedByName} asks, `}by {formatDay(question.wantedOn)}{' '}
                <DueWords dueOn={question.wantedOn} today={today} />
              </CaseWords>
              <Button size="small" onPress={() => toggle(question.id)} aria-expanded={open === question.id}>
                Answer
                <span className="visually-hidden">: {question.caseName}</span>
                {place === 0 && open === null ? <KeyHint>Q</KeyHint> : null}
              </Button>
            </div>
            <p className="prose partner-question" dir="auto">
              {question.text}
            </p>
            {open === question.id ? <AnswerQuestion question={question} onClose={() => close(question.id)} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
