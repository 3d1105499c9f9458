import { useState } from 'react';
import { type ParticipationPoint, participationPointName, participationPoints } from '../../../shared/language/selection';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { CheckList } from '../cohort/CheckList';

interface RecordParticipationProps {
  readonly caseId: string;
  readonly onClose: () => void;
}

/** What the person was told about joining, when and by whom, and what they said to it (STRAT 17, principle 3). */
export function RecordParticipation({ caseId, onClose }: RecordParticipationProps) {
  const { today, scheme } = useScheme();
  const record = useAction('cohort', 'recordParticipation', 'inline');
  const [on, setOn] = useState<string | null>(today);
  const [by, setBy] = useState(scheme.me.name);
  const [how, setHow] = useState('');
  const [points, setPoints] = useState<readonly ParticipationPoint[]>(participationPoints);
  const [response, setResponse] = useState('');
  const save = async () => {
    if (on === null || by.trim() === '' || points.length === 0) return;
    const done = await record.run({ caseId, toldOn: on, toldBy: by, how, points: [...points], response });
    if (done.ok) onClose();
  };
  return (
    <div className="in-place">
      <DateField label="Told on" value={on} onChange={setOn} autoFocus />
      <TextField label="By" value={by} onChange={setBy} onEscape={onClose} />
      <TextField label="How, such as in person or by letter" value={how} onChange={setHow} onEscape={onClose} />
      <CheckList
        legend="What about"
        chosen={points}
        onChange={setPoints}
        choices={participationPoints.map((id) => ({ id, name: participationPointName[id] }))}
      />
      <TextField
        label="What they said to it"
        value={response}
        onChange={setResponse}
        onEnter={() => void save()}
        onEscape={onClose}
        problem={record.problem}
      />
      <FormButtons
        save="Record"
        onSave={() => void save()}
        isDisabled={record.isBusy || on === null || by.trim() === '' || points.length === 0}
        onCancel={onClose}
      />
    </div>
  );
}
