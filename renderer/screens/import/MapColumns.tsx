import { useMemo } from 'react';
import type { ImportKind } from '../../../shared/import/lists/kinds';
import type { AnyTarget, ImportSource } from '../../../shared/views/importing';
import { ComboBox } from '../../components/fields/ComboBox';
import { Progress } from '../../components/Progress';
import { useProgress } from '../../data/progress';
import { ReadAs } from './ReadAs';
import { StepFoot } from './StepFoot';
import { columnLetter, leftOutWords, remarksOn, targetChoices } from './targets';

interface MapColumnsProps {
  readonly source: ImportSource;
  readonly targets: readonly AnyTarget[];
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly onTargets: (targets: readonly AnyTarget[]) => void;
  readonly onReread: (sheet: string | null, headingRow: number, kind: ImportKind | null, isHiddenLeftOut: boolean) => void;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** The second step: each column of the file, what it was taken for and why, to be changed by hand. */
export function MapColumns({ source, targets, problem, isBusy, onTargets, onReread, onBack, onNext }: MapColumnsProps) {
  const remarks = remarksOn(targets, source.kind);
  const choices = useMemo(() => targetChoices(source.kind), [source.kind]);
  const progress = useProgress(isBusy);
  return (
    <div className="import-step">
      <div className="import-scroll">
        <ReadAs source={source} onReread={onReread} />
        {[...(problem ? [{ kind: 'error' as const, text: problem }] : []), ...remarks].map(({ kind, text }) => (
          <p
            key={text}
            className={kind === 'error' ? 'import-remark late' : 'import-remark soft'}
            role={kind === 'error' ? 'alert' : undefined}
          >
            {text}
          </p>
        ))}
        <FoundInFile remarks={source.remarks} />
        {progress ? <Progress label={progress.label} done={progress.done} total={progress.total} /> : null}
        <table className="map-table">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Heading in the file</th>
              <th scope="col">First cells</th>
              <th scope="col">Becomes</th>
              <th scope="col">Because</th>
            </tr>
          </thead>
          <tbody>
            {source.columns.map(({ index, heading, samples, guess, because }, at) => (
              <tr key={index} className={targets[at] === 'ignore' ? 'left-out' : undefined}>
                <td>{columnLetter(index)}</td>
                <th scope="row">{heading || <span className="mute">No heading</span>}</th>
                <td className="map-samples">
                  {samples.length > 0 ? samples.slice(0, 3).join(' · ') : <span className="mute">empty</span>}
                </td>
                <td>
                  <ComboBox
                    label={`Column ${columnLetter(index)} becomes`}
                    isLabelHidden
                    choices={choices}
                    value={targets[at] ?? 'ignore'}
                    onChange={(id) => onTargets(targets.map((target, place) => (place === at ? ((id ?? 'ignore') as AnyTarget) : target)))}
                  />
                </td>
                <td className="small soft">{targets[at] === guess ? because : 'Chosen by you'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <StepFoot
        onBack={onBack}
        backName={isBusy ? 'Stop' : 'Another file'}
        next="Check the rows"
        onNext={onNext}
        isNextOff={isBusy || remarks.some(({ kind }) => kind === 'error')}
      >
        Nothing has been recorded yet. {leftOutWords(source.columns, targets)} Next, each row is checked and every change is shown.
      </StepFoot>
    </div>
  );
}

/** What was found in the file and how it was read, in a list that stays short where there is nothing to say. */
function FoundInFile({ remarks }: { readonly remarks: readonly string[] }) {
  if (remarks.length === 0) return null;
  return (
    <section className="import-remark soft" aria-labelledby="found-in-file">
      <h3 id="found-in-file">How the file was read</h3>
      <ul>
        {remarks.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
