import { useState } from 'react';
import type { ActionRow } from '../../../../../shared/views/actions';
import { Button } from '../../../../components/Button';
import { DateField } from '../../../../components/fields/DateField';
import { Select } from '../../../../components/fields/Select';
import { TextField } from '../../../../components/fields/TextField';
import { useAction } from '../../../../data/queries';
import { useScheme } from '../../../../data/scheme';

interface ActionCorrectionProps {
  readonly action: ActionRow;
  readonly onDone: () => void;
  readonly onTakeBack: (action: ActionRow) => void;
}

const nobody = 'nobody';

/** Words, owner and date of an action just set; all else is put right by taking it back into the line. */
export function ActionCorrection({ action, onDone, onTakeBack }: ActionCorrectionProps) {
  const { scheme } = useScheme();
  const [text, setText] = useState(action.text);
  const [agencyId, setAgencyId] = useState(action.agencyId);
  const [personId, setPersonId] = useState(action.personId);
  const [dueOn, setDueOn] = useState(action.dueOn);
  const reassign = useAction('actions', 'reassign');
  const reword = useAction('actions', 'reword');
  const changeDue = useAction('actions', 'changeDue');
  const people = scheme.people.filter((person) => person.agencyId === agencyId && !person.isWithdrawn);
  const isOwnerChanged = agencyId !== action.agencyId || personId !== action.personId;
  const save = async () => {
    if (text.trim() === '') return;
    if (text !== action.text && !(await reword.run({ id: action.id, text })).ok) return;
    const reason = 'Put right at the conference';
    if (isOwnerChanged && agencyId !== null && !(await reassign.run({ ids: [action.id], agencyId, personId, reason })).ok) return;
    if (dueOn !== action.dueOn && dueOn !== null && !(await changeDue.run({ ids: [action.id], dueOn, reason })).ok) return;
    onDone();
  };
  return (
    <>
      <TextField
        label="Action"
        value={text}
        onChange={setText}
        problem={text.trim() === '' ? 'An action says what is to be done.' : null}
        onEnter={() => void save()}
      />
      <Select
        label="Agency"
        value={agencyId}
        onChange={(id) => {
          setAgencyId(id);
          setPersonId(null);
        }}
        choices={scheme.agencies.filter((agency) => !agency.isWithdrawn).map(({ id, name, code }) => ({ id, name, detail: code }))}
      />
      <Select
        label="Person"
        value={personId ?? nobody}
        onChange={(id) => setPersonId(id === nobody ? null : id)}
        choices={[{ id: nobody, name: 'Nobody named' }, ...people.map(({ id, name, post }) => ({ id, name, detail: post }))]}
      />
      <DateField label="Due" value={dueOn} onChange={setDueOn} onEnter={() => void save()} />
      <div className="row">
        <Button onPress={() => void save()} isDisabled={reassign.isBusy || changeDue.isBusy || reword.isBusy}>
          Save
        </Button>
        <Button
          look="quiet"
          onPress={() => {
            onTakeBack(action);
            onDone();
          }}
        >
          Take back into the line
        </Button>
      </div>
    </>
  );
}
