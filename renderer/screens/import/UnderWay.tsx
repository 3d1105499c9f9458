import { counted } from '../../../shared/language/counted';
import type { ImportUnderWay } from '../../../shared/views/importing';
import { Button } from '../../components/Button';
import { Progress } from '../../components/Progress';
import { Trouble } from '../../components/Trouble';
import { useProgress } from '../../data/progress';
import { cutShortWords } from './cut-short-words';

interface UnderWayProps {
  readonly work: ImportUnderWay;
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly onGoOn: () => void;
  readonly onTakeBack: () => void;
}

/** A large import, or the taking back of one, at work or cut short. Nothing else is imported before it is at its end. */
export function UnderWay({ work, problem, isBusy, onGoOn, onTakeBack }: UnderWayProps) {
  const { fileName, what, isAtWork, left, total } = work;
  const progress = useProgress(isAtWork);
  const isImporting = what === 'importing';
  const alert = problem ? (
    <p className="late" role="alert">
      {problem}
    </p>
  ) : null;
  const takeBack = isImporting ? (
    <Button onPress={onTakeBack} isDisabled={isBusy}>
      {isAtWork ? 'Stop, and take it back' : 'Take it back'}
    </Button>
  ) : null;
  if (!isAtWork) {
    return (
      <Trouble
        {...cutShortWords(work)}
        buttons={
          <>
            <Button look="primary" onPress={onGoOn} isDisabled={isBusy} autoFocus>
              {isImporting ? 'Finish the import' : 'Go on taking it back'}
            </Button>
            {takeBack}
            {alert}
          </>
        }
      />
    );
  }
  const done = progress?.done ?? (left === null ? 0 : total - left);
  const of = progress?.total ?? total;
  return (
    <section className="import-under-way" aria-labelledby="under-way">
      <h2 id="under-way">
        {isImporting ? 'Recording' : 'Taking back'} {fileName}
      </h2>
      <Progress
        label={
          isImporting
            ? `${done.toLocaleString('en-GB')} of ${counted(of, 'row')} recorded`
            : `${done.toLocaleString('en-GB')} of ${counted(of, 'thing')} taken back`
        }
        done={done}
        total={of}
      />
      <p className="soft">
        You can go on working: open the register, a case, the meeting. What somebody changes meanwhile is not written over. Should the
        computer stop, nothing is lost: you are asked whether to finish it or to take it back.
      </p>
      {alert}
      <div className="row">{takeBack}</div>
    </section>
  );
}
