import { useState } from 'react';
import {
  type MappaLevel,
  mappaLevels,
  type OgrsBand,
  ogrsBandName,
  ogrsBandOf,
  ogrsBands,
  type RoshLevel,
  roshLevels,
  roshName,
} from '../../../shared/language/cohort';
import { counted } from '../../../shared/language/counted';
import { type OffenceGroup, offenceGroupName, offenceGroups } from '../../../shared/language/selection';
import type { ScoringView } from '../../../shared/views/cohort';
import { announce } from '../../components/announcements';
import { FormButtons } from '../../components/fields/FormButtons';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { Fetched } from '../../components/Loading';
import { useAction, useVerb } from '../../data/queries';
import { CheckList } from './CheckList';

interface ScoreFormProps {
  readonly caseId: string;
  readonly referralId: string | null;
  readonly onClose: () => void;
}

/** What the score rests on, with what it comes to while it is filled in. */
export function ScoreForm(props: ScoreFormProps) {
  const known = useVerb('cohort', 'scoring', { caseId: props.caseId });
  return (
    <section className="in-place" aria-label="Score">
      <Fetched query={known} what="what is known">
        {(view) => <Form {...props} known={view} />}
      </Fetched>
    </section>
  );
}

const numberIn = (text: string) => (/^\d{1,3}$/.test(text.trim()) ? Number(text) : null);

function Form({ caseId, referralId, known, onClose }: ScoreFormProps & { readonly known: ScoringView }) {
  const record = useAction('cohort', 'score', 'inline');
  const [offenceGroup, setOffenceGroup] = useState(known.offenceGroup);
  const [ogrs, setOgrs] = useState(known.ogrsScore === null ? '' : String(known.ogrsScore));
  const [ogrsBand, setOgrsBand] = useState(known.ogrsBand);
  const [frequency, setFrequency] = useState(known.offencesInYear === null ? '' : String(known.offencesInYear));
  const [rosh, setRosh] = useState(known.rosh);
  const [mappa, setMappa] = useState(known.mappa);
  const [also, setAlso] = useState<readonly ('leaver' | 'young')[]>([
    ...(known.isPrisonLeaver ? (['leaver'] as const) : []),
    ...(known.isYoungAdult ? (['young'] as const) : []),
  ]);
  const [judgement, setJudgement] = useState('0');
  const [judgementReason, setJudgementReason] = useState('');
  const most = known.matrix.weights.judgementMost;
  const score = {
    caseId,
    offenceGroup,
    ogrsScore: numberIn(ogrs),
    ogrsBand,
    offencesInYear: numberIn(frequency),
    rosh,
    mappa,
    isPrisonLeaver: also.includes('leaver'),
    isYoungAdult: also.includes('young'),
    judgement: Number(judgement),
    judgementReason,
  };
  const preview = useVerb('cohort', 'previewScore', score);
  const save = async () => {
    const done = await record.run({ ...score, referralId });
    if (!done.ok) return;
    announce('Score recorded');
    onClose();
  };
  const onOgrs = (text: string) => {
    setOgrs(text);
    const value = numberIn(text);
    if (value !== null && value <= 100 && ogrsBand !== 'prolific') setOgrsBand(ogrsBandOf(value));
  };
  return (
    <>
      <div className="form-grid">
        <Select
          label="Index offence"
          value={offenceGroup}
          onChange={(id) => setOffenceGroup(id as OffenceGroup)}
          choices={offenceGroups.map((id) => ({ id, name: offenceGroupName[id] }))}
        />
        <TextField label="Offences in twelve months" value={frequency} onChange={setFrequency} inputMode="numeric" onEscape={onClose} />
        <TextField label="OGRS score" value={ogrs} onChange={onOgrs} inputMode="numeric" onEscape={onClose} />
        <Select
          label="OGRS band"
          value={ogrsBand}
          onChange={(id) => setOgrsBand(id as OgrsBand)}
          choices={ogrsBands.map((id) => ({ id, name: ogrsBandName[id] }))}
        />
        <Select
          label="Risk of Serious Harm"
          value={rosh}
          onChange={(id) => setRosh(id as RoshLevel)}
          choices={roshLevels.map((id) => ({ id, name: roshName[id] }))}
        />
        <Select
          label="MAPPA"
          value={mappa}
          onChange={(id) => setMappa(id as MappaLevel)}
          choices={mappaLevels.map((id) => ({ id, name: id === 'none' ? 'None' : `Level ${id}` }))}
        />
        <div className="wide">
          <CheckList
            legend="Weighted by this scheme"
            chosen={also}
            onChange={setAlso}
            choices={[
              { id: 'leaver', name: 'Leaving prison' },
              { id: 'young', name: 'Young adult' },
            ]}
          />
        </div>
        <Select
          label="Judgement, in points"
          value={judgement}
          onChange={setJudgement}
          choices={Array.from({ length: 2 * most + 1 }, (_, index) => ({ id: String(index - most), name: String(index - most) }))}
        />
        <TextField
          label="Why"
          value={judgementReason}
          onChange={setJudgementReason}
          onEnter={() => void save()}
          onEscape={onClose}
          problem={record.problem}
        />
      </div>
      <p className="note-box" role="status">
        {preview.data ? (
          <>
            <b>{counted(preview.data.points, 'point')}. </b>
            {preview.data.proposal.reason}
          </>
        ) : (
          'Counting…'
        )}
      </p>
      <FormButtons save="Record the score" onSave={() => void save()} isDisabled={record.isBusy} onCancel={onClose} />
    </>
  );
}
