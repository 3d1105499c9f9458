import { type ReactNode, useState } from 'react';
import { type CohortPart, cohortPartName, cohortParts } from '../../../shared/language/cohort';
import { addDays } from '../../../shared/language/dates';
import {
  type Intensity,
  intensities,
  intensityName,
  type LeavingGround,
  leavingGroundName,
  leavingGrounds,
} from '../../../shared/language/selection';
import type { PanelItemView } from '../../../shared/views/cohort';
import { DateField } from '../../components/fields/DateField';
import { DissentField } from '../../components/fields/DissentField';
import { FormButtons } from '../../components/fields/FormButtons';
import { Segmented } from '../../components/fields/Segmented';
import { TextArea } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { CheckList } from './CheckList';

interface DecideProps {
  readonly item: PanelItemView;
  readonly onClose: () => void;
}

const outcomeName = { adopt: 'Joins', decline: 'Does not join', leave: 'Leaves', stay: 'Stays' } as const;
type Outcome = keyof typeof outcomeName;

/** The decision, with its reason and any dissent. Joining and leaving hold only where police and probation agree. */
export function Decide({ item, onClose }: DecideProps) {
  const { today, scheme } = useScheme();
  const decide = useAction('cohort', 'decide', 'inline');
  const isSelection = item.subject === 'selection';
  const outcomes: readonly Outcome[] = isSelection ? ['adopt', 'decline'] : ['leave', 'stay'];
  const [outcome, setOutcome] = useState<Outcome>(isSelection ? 'adopt' : 'leave');
  const [part, setPart] = useState<CohortPart | null>(item.score?.proposedPart ?? null);
  const [intensity, setIntensity] = useState<Intensity>(isSelection ? 'intensive' : 'light');
  const [review, setReview] = useState<string | null>(addDays(today, scheme.reviewWeeks * 7));
  const [grounds, setGrounds] = useState<readonly LeavingGround[]>(item.grounds.map(({ ground }) => ground));
  const [reason, setReason] = useState('');
  const [dissent, setDissent] = useState('');
  const stays = outcome === 'adopt' || outcome === 'stay';
  const save = async () => {
    const done = await decide.run({
      panelItemId: item.id,
      outcome,
      cohortPart: outcome === 'adopt' ? part : null,
      intensity: stays ? intensity : null,
      nextReviewOn: stays ? review : null,
      grounds: outcome === 'leave' ? [...grounds] : [],
      reason,
      dissent,
    });
    if (!done.ok) return;
    showDone(`${item.caseName}: ${outcomeName[outcome].toLowerCase()}`);
    onClose();
  };
  return (
    <div className="in-place">
      <div className="decide-choices">
        <Choice name="Decision">
          <Segmented
            label="Decision"
            isBoxed
            value={outcome}
            onChange={setOutcome}
            choices={outcomes.map((id) => ({ id, name: outcomeName[id] }))}
          />
        </Choice>
        {outcome === 'adopt' ? (
          <Choice name="Part of the cohort">
            <Segmented
              label="Part of the cohort"
              isBoxed
              value={part}
              onChange={setPart}
              choices={cohortParts.map((id) => ({ id, name: cohortPartName[id] }))}
            />
          </Choice>
        ) : null}
        {stays ? (
          <>
            <Choice name="Intensity">
              <Segmented
                label="Intensity"
                isBoxed
                value={intensity}
                onChange={setIntensity}
                choices={intensities.map((id) => ({ id, name: intensityName[id] }))}
              />
            </Choice>
            <DateField label="Next review" value={review} onChange={setReview} />
          </>
        ) : null}
      </div>
      {outcome === 'leave' ? (
        <CheckList
          legend="Grounds"
          chosen={grounds}
          onChange={setGrounds}
          choices={leavingGrounds.map((id) => {
            const evidence = item.grounds.find(({ ground }) => ground === id)?.evidence;
            return { id, name: leavingGroundName[id], ...(evidence ? { detail: evidence } : {}) };
          })}
        />
      ) : null}
      <TextArea label="Why" value={reason} onChange={setReason} rows={2} onEscape={onClose} problem={decide.problem} />
      <DissentField dissent={dissent} onDissent={setDissent} onEscape={onClose} />
      <FormButtons
        save="Record the decision"
        onSave={() => void save()}
        isDisabled={decide.isBusy || reason.trim() === ''}
        onCancel={onClose}
      />
    </div>
  );
}

/** One of the choices of a decision, with its name over it. */
function Choice({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <span className="label" aria-hidden>
        {name}
      </span>
      {children}
    </div>
  );
}
