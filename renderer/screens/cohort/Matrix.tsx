import { useState } from 'react';
import { ogrsBandName, ogrsBands, roshLevels, roshName } from '../../../shared/language/cohort';
import { formatDayWithYear } from '../../../shared/language/dates';
import { offenceGroupName, offenceGroups } from '../../../shared/language/selection';
import type { ScoringWeights } from '../../../shared/rules/scoring';
import type { MatrixView } from '../../../shared/views/cohort';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { Fetched } from '../../components/Loading';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { FrequencySteps } from './FrequencySteps';
import '../../components/lists/plain-rows.css';

/** What each thing weighs. A change is a new version with its reason; earlier scores keep theirs. */
export function Matrix() {
  const versions = useVerb('cohort', 'matrices');
  return (
    <Fetched query={versions} what="the matrix">
      {(found) => {
        const [present] = found;
        return present ? <Versions key={present.version} present={present} versions={found} /> : null;
      }}
    </Fetched>
  );
}

interface Weight {
  readonly id: string;
  readonly name: string;
  readonly of: (weights: ScoringWeights) => number;
  readonly set: (weights: ScoringWeights, points: number) => ScoringWeights;
}

const weightsOf: readonly { readonly title: string; readonly rows: readonly Weight[] }[] = [
  {
    title: 'Index offence',
    rows: offenceGroups.map((id) => ({
      id,
      name: offenceGroupName[id],
      of: ({ offenceGroups: groups }) => groups[id],
      set: (weights, points) => ({ ...weights, offenceGroups: { ...weights.offenceGroups, [id]: points } }),
    })),
  },
  {
    title: 'OGRS band',
    rows: ogrsBands.map((id) => ({
      id,
      name: ogrsBandName[id],
      of: (weights) => weights.ogrsBands[id],
      set: (weights, points) => ({ ...weights, ogrsBands: { ...weights.ogrsBands, [id]: points } }),
    })),
  },
  {
    title: 'Risk of Serious Harm',
    rows: roshLevels.map((id) => ({
      id,
      name: roshName[id],
      of: (weights) => weights.rosh[id],
      set: (weights, points) => ({ ...weights, rosh: { ...weights.rosh, [id]: points } }),
    })),
  },
  {
    title: 'Local weights',
    rows: [
      {
        id: 'leaver',
        name: 'Leaving prison',
        of: (weights) => weights.prisonLeaver,
        set: (weights, prisonLeaver) => ({ ...weights, prisonLeaver }),
      },
      { id: 'young', name: 'Young adult', of: (weights) => weights.youngAdult, set: (weights, youngAdult) => ({ ...weights, youngAdult }) },
      {
        id: 'judgement',
        name: 'Judgement, at most',
        of: (weights) => weights.judgementMost,
        set: (weights, judgementMost) => ({ ...weights, judgementMost }),
      },
      {
        id: 'threshold',
        name: 'Enough for flex',
        of: (weights) => weights.threshold,
        set: (weights, threshold) => ({ ...weights, threshold }),
      },
    ],
  },
];

function Versions({ present, versions }: { readonly present: MatrixView; readonly versions: readonly MatrixView[] }) {
  const { may } = useScheme();
  const save = useAction('cohort', 'saveMatrix', 'inline');
  const [weights, setWeights] = useState(present.weights);
  const [reason, setReason] = useState('');
  const isChanged = JSON.stringify(weights) !== JSON.stringify(present.weights);
  const onSave = async () => {
    const done = await save.run({ name: present.name, weights, reason });
    if (done.ok) showDone('A new version of the matrix holds from today');
  };
  return (
    <>
      <div className="weights">
        {weightsOf.map(({ title, rows }) => (
          <section key={title} aria-label={title}>
            <h2 className="part-head">{title}</h2>
            <table className="points">
              <tbody>
                {rows.map((row) => (
                  <tr key={row.id}>
                    <th scope="row">{row.name}</th>
                    <td className="figure">
                      <input
                        type="number"
                        className="field-input"
                        autoComplete="off"
                        aria-label={`${title}: ${row.name}`}
                        min={-100}
                        max={1000}
                        disabled={!may('edit-scheme')}
                        value={row.of(weights)}
                        onChange={(event) => setWeights(row.set(weights, Math.round(Number(event.target.value) || 0)))}
                      />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        ))}
        <FrequencySteps
          steps={weights.frequency}
          isLocked={!may('edit-scheme')}
          onChange={(frequency) => setWeights({ ...weights, frequency })}
        />
      </div>
      {isChanged ? (
        <div className="in-place">
          <TextField label="Why it changes" value={reason} onChange={setReason} problem={save.problem} onEnter={() => void onSave()} />
          <div className="row">
            <Button look="primary" size="small" onPress={() => void onSave()} isDisabled={save.isBusy || reason.trim() === ''}>
              Record version {present.version + 1}
            </Button>
            <Button look="quiet" size="small" onPress={() => setWeights(present.weights)}>
              Put back
            </Button>
          </div>
        </div>
      ) : null}
      <section className="weights-versions" aria-label="Versions">
        <h2 className="part-head">Versions</h2>
        <ul className="small">
          {versions.map(({ version, adoptedOn, adoptedByName, reason: why }) => (
            <li key={version}>
              {version === 0 ? 'First weights' : `Version ${version}`}
              {adoptedOn ? `, ${formatDayWithYear(adoptedOn)}` : ''}
              {adoptedByName ? `, ${adoptedByName}` : ''}: <span className="soft">{why}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
