import { formatDayNear } from '../../../../shared/language/dates';
import type { QuestionView } from '../../../../shared/views/questions';
import { announce } from '../../../components/announcements';
import { useKeptText } from '../../../data/kept-text';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { UpdateComposer } from './WriteUpdate';

interface AnswerQuestionProps {
  readonly question: QuestionView;
  readonly onClose: () => void;
}

/** The answer to what a coordinator asked: an update of the agency, read with its question. */
export function AnswerQuestion({ question: { id, caseName, overSince }, onClose }: AnswerQuestionProps) {
  const { today } = useScheme();
  const text = useKeptText(`${id} answer`);
  const answer = useAction('questions', 'answer', 'inline');
  const canSend = text.text.trim() !== '' && !answer.isBusy;
  const send = async () => {
    if (!canSend) return;
    const sent = await answer.run({ id, text: text.text.trim() });
    if (!sent.ok) return;
    text.forget();
    announce('Answer sent');
    onClose();
  };
  return (
    <UpdateComposer
      label={`Answer about ${caseName}`}
      text={text.text}
      setText={text.setText}
      problem={answer.problem}
      send="Send the answer"
      hint={`Kept here as you type. Sent, it goes to the chair and to the agencies on this case as an update${overSince === null ? '' : `. The conference of ${formatDayNear(overSince, today)} is over: it will be read at the next one`}.`}
      canSend={canSend}
      onSend={() => void send()}
      onClose={onClose}
    />
  );
}
