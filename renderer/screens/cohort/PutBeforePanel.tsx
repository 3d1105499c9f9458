import { useState } from 'react';
import { formatDayWithYear } from '../../../shared/language/dates';
import type { PanelSubject } from '../../../shared/language/selection';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface PutBeforePanelProps {
  readonly caseId: string;
  readonly referralId: string | null;
  readonly subject: PanelSubject;
  readonly onClose: () => void;
}

const another = 'another';

/** Puts a case before a planned panel, or plans one for it. */
export function PutBeforePanel({ caseId, referralId, subject, onClose }: PutBeforePanelProps) {
  const { today } = useScheme();
  const panels = useVerb('cohort', 'panels');
  const plan = useAction('cohort', 'planPanel', 'inline');
  const put = useAction('cohort', 'putBeforePanel', 'inline');
  const planned = (panels.data ?? []).filter(({ state }) => state !== 'closed');
  const [chosen, setChosen] = useState<string | null>(null);
  const [on, setOn] = useState<string | null>(today);
  const [note, setNote] = useState('');
  const meetingId = chosen ?? planned.at(-1)?.id ?? another;
  const save = async () => {
    let id = meetingId;
    if (id === another) {
      if (on === null) return;
      const made = await plan.run({ title: 'Selection panel', place: '', heldOn: on, startsAt: '14:00' });
      if (!made.ok) return;
      id = made.value;
      // A second try, after a refusal below, does not plan another one.
      setChosen(id);
    }
    const done = await put.run({ meetingId: id, caseId, subject, referralId, note });
    if (!done.ok) return;
    showDone('Put before the panel');
    onClose();
  };
  return (
    <section className="in-place" aria-label="To a panel">
      <div className="form-grid">
        <Select
          label="Panel"
          value={meetingId}
          onChange={setChosen}
          choices={[
            ...planned.map(({ id, heldOn, title }) => ({ id, name: heldOn ? `${title}, ${formatDayWithYear(heldOn)}` : title })),
            { id: another, name: 'A new panel' },
          ]}
        />
        {meetingId === another ? <DateField label="Held on" value={on} onChange={setOn} /> : null}
        <div className="wide">
          <TextField
            label="Note for the panel"
            value={note}
            onChange={setNote}
            onEnter={() => void save()}
            onEscape={onClose}
            problem={put.problem ?? plan.problem}
          />
        </div>
      </div>
      <FormButtons save="Put before it" onSave={() => void save()} isDisabled={put.isBusy || plan.isBusy} onCancel={onClose} />
    </section>
  );
}
