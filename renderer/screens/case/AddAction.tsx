import { useState } from 'react';
import { type ActionKind, actionKindName, actionKinds } from '../../../shared/language/action';
import { addDays } from '../../../shared/language/dates';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/ComboBox';
import { DateField } from '../../components/DateField';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { Tick } from '../../components/Tick';
import { useKeptText } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface AddActionProps {
  readonly caseId: string;
  readonly leadAgencyId: string | null;
  readonly onClose: () => void;
}

/** A new action between conferences: what, who, by when. */
export function AddAction({ caseId, leadAgencyId, onClose }: AddActionProps) {
  const { scheme, today } = useScheme();
  const create = useAction('actions', 'create', 'inline');
  const text = useKeptText(`${caseId} action`);
  const [agencyId, setAgencyId] = useState<string | null>(leadAgencyId);
  const [personId, setPersonId] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState<string | null>(addDays(today, 7));
  const [kind, setKind] = useState<ActionKind>('support');
  const [isHigh, setHigh] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const save = async () => {
    setAsked(true);
    if (text.text.trim() === '' || agencyId === null) return;
    const done = await create.run({
      caseId,
      meetingId: null,
      agencyId,
      personId,
      text: text.text,
      kind,
      priority: isHigh ? 'high' : 'normal',
      dueOn,
    });
    if (!done.ok) return;
    text.forget();
    onClose();
  };
  const people = scheme.people.filter((person) => !person.isWithdrawn && (agencyId === null || person.agencyId === agencyId));
  return (
    <div className="in-place">
      <TextField
        label="What is to be done"
        value={text.text}
        onChange={text.setText}
        autoFocus
        onEnter={() => void save()}
        onEscape={onClose}
        problem={isAsked && text.text.trim() === '' ? 'Say what is to be done' : create.problem}
        hint="Enter adds it"
      />
      <div className="in-place-pair">
        <ComboBox
          label="Agency"
          value={agencyId}
          onChange={(id) => {
            setAgencyId(id);
            setPersonId(null);
          }}
          choices={scheme.agencies.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name, code }) => ({ id, name, detail: code }))}
          problem={isAsked && agencyId === null ? 'Choose the agency that will do it' : null}
        />
        <ComboBox
          key={agencyId}
          label="Person"
          value={personId}
          onChange={setPersonId}
          choices={people.map(({ id, name, post }) => ({ id, name, detail: post }))}
          placeholder="Anyone there"
        />
        <DateField label="Due" value={dueOn} onChange={setDueOn} onEnter={() => void save()} />
        <Select
          label="Kind"
          value={kind}
          onChange={(id) => setKind(id as ActionKind)}
          choices={actionKinds.map((id) => ({ id, name: actionKindName[id] }))}
        />
      </div>
      <div className="row">
        <Button size="small" look="primary" onPress={() => void save()} isDisabled={create.isBusy}>
          Add action
        </Button>
        <Button size="small" look="quiet" onPress={onClose}>
          Cancel
        </Button>
        <Tick isOn={isHigh} onChange={setHigh}>
          High priority
        </Tick>
      </div>
    </div>
  );
}
