import { useMemo, useState } from 'react';
import { type ImportKind, importKindName, importKinds } from '../../../shared/import/lists/kinds';
import type { AnyTarget, ImportSource } from '../../../shared/views/importing';
import { ComboBox } from '../../components/ComboBox';
import { Progress } from '../../components/Progress';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { useProgress } from '../../data/progress';
import { StepFoot } from './StepFoot';
import { columnLetter, remarksOn, targetChoices } from './targets';

interface MapColumnsProps {
  readonly source: ImportSource;
  readonly targets: readonly AnyTarget[];
  readonly problem: string | null;
  readonly isBusy: boolean;
  readonly onTargets: (targets: readonly AnyTarget[]) => void;
  readonly onReread: (sheet: string | null, headingRow: number, kind: ImportKind | null) => void;
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
        Nothing has been recorded yet. Next, each row is checked and every change is shown.
      </StepFoot>
    </div>
  );
}

const kindChoices = importKinds.map((id) => ({ id, name: importKindName(id) }));

function ReadAs({ source, onReread }: Pick<MapColumnsProps, 'source' | 'onReread'>) {
  const [row, setRow] = useState(String(source.headingRow));
  const [shownFor, setShownFor] = useState(source.headingRow);
  if (shownFor !== source.headingRow) {
    setShownFor(source.headingRow);
    setRow(String(source.headingRow));
  }
  const isRow = /^[1-9]\d{0,2}$/.test(row);
  return (
    <div className="read-as">
      <div>
        <h2>{source.fileName}</h2>
        <p className="small soft">
          {source.rows} {source.rows === 1 ? 'row' : 'rows'}, read as {source.readAs}
        </p>
      </div>
      <Select
        label="What the rows are"
        value={source.kind}
        choices={kindChoices}
        onChange={(kind) => onReread(source.sheet, source.headingRow, kind as ImportKind)}
      />
      {source.sheets.length > 1 ? (
        <Select
          label="Sheet"
          value={source.sheet}
          choices={source.sheets.map((name) => ({ id: name, name }))}
          onChange={(sheet) => onReread(sheet, 1, null)}
        />
      ) : null}
      <TextField
        label="Row of headings"
        inputMode="numeric"
        value={row}
        onChange={setRow}
        onEnter={() => isRow && onReread(source.sheet, Number(row), source.kind)}
        onBlur={() => isRow && Number(row) !== source.headingRow && onReread(source.sheet, Number(row), source.kind)}
        problem={isRow ? null : 'The number of a row'}
      />
    </div>
  );
}
