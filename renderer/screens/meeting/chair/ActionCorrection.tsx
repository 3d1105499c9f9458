import { useState } from 'react';
import type { ActionRow } from '../../../../shared/views/actions';
import { Button } from '../../../components/Button';
import { DateField } from '../../../components/DateField';
import { Select } from '../../../components/Select';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';

interface ActionCorrectionProps {
  readonly action: ActionRow;
  readonly onDone: () => void;
  readonly onTakeBack: (action: ActionRow) => void;
}

const nobody = 'nobody';

/** Owner and date of an action just set; its words are put right by taking it back into the line. */
export function ActionCorrection({ action, onDone, onTakeBack }: ActionCorrectionProps) {
  const { scheme } = useScheme();
  const [agencyId, setAgencyId] = useState(action.agencyId);
  const [personId, setPersonId] = useState(action.personId);
  const [dueOn, setDueOn] = useState(action.dueOn);
  const reassign = useAction('actions', 'reassign');
  const changeDue = useAction('actions', 'changeDue');
  const people = scheme.people.filter((person) => person.agencyId === agencyId && !person.isWithdrawn);
  const isOwnerChanged = agencyId !== action.agencyId || personId !== action.personId;
  const save = async () => {
    const reason = 'Put right at the conference';
    if (isOwnerChanged && agencyId !== null && !(await reassign.run({ ids: [action.id], agencyId, personId, reason })).ok) return;
    if (dueOn !== action.dueOn && dueOn !== null && !(await changeDue.run({ ids: [action.id], dueOn, reason })).ok) return;
    onDone();
  };
  return (
    <>
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
        <Button onPress={() => void save()} isDisabled={reassign.isBusy || changeDue.isBusy}>
          Save
        </Button>
        <Button
          look="quiet"
          onPress={() => {
            onTakeBack(action);
            onDone();
          }}
        >
          Take back and word it again
        </Button>
      </div>
    </>
  );
}
