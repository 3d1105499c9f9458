import { counted } from '../../../shared/language/counted';
import type { ImportUnderWay } from '../../../shared/views/importing';
import { Button } from '../../components/Button';
import { Progress } from '../../components/Progress';
import { useProgress } from '../../data/progress';

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
  const done = left === null ? 0 : total - left;
  const isImporting = what === 'importing';
  return (
    <section className="import-under-way" aria-labelledby="under-way">
      <h2 id="under-way">
        {isAtWork
          ? `${isImporting ? 'Recording' : 'Taking back'} ${fileName}`
          : `${isImporting ? 'The import' : 'The taking back'} of ${fileName} was cut short`}
      </h2>
      {isAtWork ? (
        <>
          <Progress
            label={progress ? `${counted(progress.done, 'row', 'rows')} of ${progress.total.toLocaleString('en-GB')}` : 'At work'}
            done={progress?.done ?? done}
            total={progress?.total ?? total}
          />
          <p className="soft">
            You can go on working: open the register, a case, the meeting. What somebody changes meanwhile is not written over.
          </p>
        </>
      ) : (
        <p>
          {isImporting
            ? `${counted(done, 'row is', 'rows are')} recorded of ${total.toLocaleString('en-GB')}. Nothing is lost: the rest is kept in this scheme. Finish it, or take back what it has brought.`
            : 'Some of it is taken back already. Nothing is lost. Go on, so that the rest is taken back too.'}
        </p>
      )}
      {problem ? (
        <p className="late" role="alert">
          {problem}
        </p>
      ) : null}
      <div className="row">
        {isAtWork ? null : (
          <Button look="primary" onPress={onGoOn} isDisabled={isBusy}>
            {isImporting ? 'Finish the import' : 'Go on taking it back'}
          </Button>
        )}
        {isImporting ? (
          <Button onPress={onTakeBack} isDisabled={isBusy}>
            {isAtWork ? 'Stop, and take it back' : 'Take it back'}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
