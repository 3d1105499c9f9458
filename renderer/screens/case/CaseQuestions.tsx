import { Plus } from 'lucide-react';
import { useState } from 'react';
import { formatDay, formatDayNear } from '../../../shared/language/dates';
import { dayOf } from '../../../shared/language/scheme-place';
import { mayForAgency } from '../../../shared/rules/permissions';
import type { CaseView } from '../../../shared/views/case';
import type { QuestionView } from '../../../shared/views/questions';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { DueWords, LateFlag } from '../../components/DueDate';
import { TextField } from '../../components/fields/TextField';
import { useOneOpen } from '../../components/overlays/one-open';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { AnswerQuestion } from '../meeting/partner/AnswerQuestion';
import { AskAgency } from './AskAgency';

const atFirst = 4;

/** What agencies were asked about the case, what they answered, and room to ask another thing. */
export function CaseQuestions({ found }: { readonly found: CaseView }) {
  const { may } = useScheme();
  const asked = useVerb('questions', 'ofCase', { caseId: found.id });
  const { open, toggle, close } = useOneOpen();
  const [isWhole, setWhole] = useState(false);
  const mayAsk = may('ask-agencies') && found.state !== 'left';
  if (!asked.data) return null;
  const { questions, ahead } = asked.data;
  if (questions.length === 0 && !mayAsk) return null;
  const waiting = questions.filter(({ answers }) => answers.length === 0).length;
  const shown = isWhole ? questions : questions.slice(0, Math.max(atFirst, waiting));
  return (
    <section className="case-questions">
      <h3 className="part-head">
        Asked of agencies
        <span className="at-right">{questions.length === 0 ? '' : waiting === 0 ? 'all answered' : `${waiting} not answered`}</span>
        {mayAsk ? (
          <Button size="small" look="quiet" onPress={() => toggle('new')} aria-label="Ask an agency">
            <Plus aria-hidden />
          </Button>
        ) : null}
      </h3>
      {open === 'new' ? <AskAgency found={found} ahead={ahead} onClose={() => close('new')} /> : null}
      {questions.length === 0 && open !== 'new' ? <p className="small mute">Nobody has been asked anything.</p> : null}
      <ul>
        {shown.map((question) => (
          <Question
            key={question.id}
            question={question}
            isShared={found.partedSince === null}
            isOpen={open === question.id}
            onToggle={() => toggle(question.id)}
            onClose={() => close(question.id)}
          />
        ))}
      </ul>
      {questions.length > shown.length ? (
        <Button size="small" look="quiet" onPress={() => setWhole(true)}>
          {questions.length - shown.length} earlier
        </Button>
      ) : null}
    </section>
  );
}

interface QuestionProps {
  readonly question: QuestionView;
  /** False on the copy of an agency that the case does not concern any more. */
  readonly isShared: boolean;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onClose: () => void;
}

function Question({ question, isShared, isOpen, onToggle, onClose }: QuestionProps) {
  const { scheme, today, agencyOf, may } = useScheme();
  const [isTakingBack, setTakingBack] = useState(false);
  const { agencyId, text, wantedOn, answers, askedByName } = question;
  const agency = agencyOf(agencyId)?.name ?? 'the agency';
  const isWaiting = answers.length === 0;
  const answerWords = agencyId === scheme.me.agencyId ? 'Answer' : 'Write down the answer';
  const mayAnswer = isShared && isWaiting && mayForAgency(scheme.me, agencyId, 'contribute-for-any-agency', 'contribute-for-own-agency');
  return (
    <li>
      <AgencyCode agency={agencyOf(agencyId)} />
      <div>
        <p className="prose" dir="auto">
          {text}
        </p>
        <p className="small mute">
          {askedByName === '' ? '' : `${askedByName}, `}wanted by {formatDay(wantedOn)}{' '}
          {isWaiting ? <DueWords dueOn={wantedOn} today={today} /> : null}
        </p>
        {answers.map((answer) => (
          <blockquote key={answer.id} className="case-answer">
            <p className="prose" dir="auto">
              {answer.text}
            </p>
            <p className="small mute">
              {[answer.personName || agency, answer.sentAt === null ? '' : formatDayNear(dayOf(answer.sentAt), today)]
                .filter(Boolean)
                .join(', ')}
              {answer.missed === null ? null : (
                <>
                  {' '}
                  <LateFlag>{`too late for ${formatDayNear(answer.missed, today)}`}</LateFlag>, read at the conference after it
                </>
              )}
            </p>
          </blockquote>
        ))}
        {isOpen || isTakingBack ? null : (
          <p className="row hanging">
            {mayAnswer ? (
              <Button size="small" look="quiet" onPress={onToggle} aria-label={`${answerWords}: ${text}`}>
                {answerWords}
              </Button>
            ) : null}
            {isWaiting && may('ask-agencies') ? (
              <Button size="small" look="quiet" onPress={() => setTakingBack(true)} aria-label={`Take back: ${text}`}>
                Take back
              </Button>
            ) : null}
          </p>
        )}
        {isOpen && isWaiting ? <AnswerQuestion question={question} onClose={onClose} /> : null}
        {isTakingBack ? <TakeBack id={question.id} onClose={() => setTakingBack(false)} /> : null}
      </div>
    </li>
  );
}

function TakeBack({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const takeBack = useAction('questions', 'takeBack', 'inline');
  const [reason, setReason] = useState('');
  const run = () => {
    if (reason.trim() !== '' && !takeBack.isBusy) void takeBack.run({ id, reason: reason.trim() });
  };
  return (
    <TextField
      label="Why is it not to be answered any more?"
      value={reason}
      onChange={setReason}
      autoFocus
      hint="Enter takes it back. Esc leaves it."
      problem={takeBack.problem}
      onEnter={run}
      onEscape={onClose}
    />
  );
}
