import { useState } from 'react';
import { formatDay } from '../../../shared/language/dates';
import { type ReferralState, referralStateName, referralStates } from '../../../shared/language/referral';
import { FormButtons } from '../../components/fields/FormButtons';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { useAction, useVerb } from '../../data/queries';

interface UpdateReferralProps {
  readonly id: string;
  readonly state: ReferralState;
  readonly onClose: () => void;
}

/** How a referral stands now, below how it came to that. */
export function UpdateReferral({ id, state: present, onClose }: UpdateReferralProps) {
  const story = useVerb('services', 'referralStory', { id });
  const update = useAction('services', 'updateReferral', 'inline');
  const [state, setState] = useState<ReferralState>(present);
  const [note, setNote] = useState('');
  const save = async () => {
    const done = await update.run({ id, state, note, outcome: '' });
    if (done.ok) onClose();
  };
  return (
    <div className="in-place">
      {(story.data ?? []).map((entry) => (
        <p key={entry.id} className="small soft">
          {entry.changedOn ? formatDay(entry.changedOn) : ''} {referralStateName[entry.state].toLowerCase()}
          {entry.note ? `: ${entry.note}` : ''}
        </p>
      ))}
      <Select
        label="Stands now"
        value={state}
        onChange={(chosen) => setState(chosen as ReferralState)}
        choices={referralStates.map((each) => ({ id: each, name: referralStateName[each] }))}
        autoFocus
      />
      <TextField label="Note" value={note} onChange={setNote} onEnter={() => void save()} onEscape={onClose} problem={update.problem} />
      <FormButtons save="Record" onSave={() => void save()} isDisabled={update.isBusy} onCancel={onClose} />
    </div>
  );
}
