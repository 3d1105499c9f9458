import { useState } from 'react';
import type { CorrectableField, CorrectionsView } from '../../../../shared/views/corrections';
import { Button } from '../../../components/Button';
import { DateField } from '../../../components/fields/DateField';
import { Select } from '../../../components/fields/Select';
import { TextArea, TextField } from '../../../components/fields/TextField';
import { useAction } from '../../../data/queries';

/** Which field of which case, what it should have said, and why: in that order, each once the one before is chosen. */
export function NewCorrection({ view }: { readonly view: CorrectionsView }) {
  const correct = useAction('documents', 'correct', 'inline');
  const [group, setGroup] = useState<string | null>(null);
  const [target, setTarget] = useState<string | null>(null);
  const [says, setSays] = useState('');
  const [reason, setReason] = useState('');
  const chosen = view.groups.find(({ caseId, title }) => (caseId ?? title) === group);
  const field = chosen?.fields.find((each) => each.target === target);
  function choose(next: CorrectableField | undefined) {
    setTarget(next?.target ?? null);
    setSays(next?.says ?? '');
    correct.clear();
  }
  async function add() {
    if (!chosen || !field) return;
    const done = await correct.run({ meetingId: view.meetingId, caseId: chosen.caseId, target: field.target, says, reason });
    if (!done.ok) return;
    choose(undefined);
    setReason('');
  }
  return (
    <form
      className="corrections-new"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div className="corrections-where">
        <Select
          label="Where"
          choices={view.groups.map(({ caseId, title }) => ({ id: caseId ?? title, name: title }))}
          value={group}
          onChange={(id) => {
            setGroup(id);
            choose(undefined);
          }}
        />
        <Select
          label="What"
          choices={(chosen?.fields ?? []).map(({ target: id, label }) => ({ id, name: label }))}
          value={target}
          onChange={(id) => choose(chosen?.fields.find((each) => each.target === id))}
          isDisabled={!chosen}
        />
      </div>
      {field ? (
        <>
          <Says field={field} says={says} onChange={setSays} />
          <TextField
            label="Why it is corrected"
            value={reason}
            onChange={setReason}
            isRequired
            maxLength={500}
            hint="Printed beside the change, so that whoever has both versions understands."
            problem={correct.problem}
          />
          <div className="row">
            <Button type="submit" isDisabled={correct.isBusy || reason.trim() === '' || says === field.says}>
              Add to the next version
            </Button>
          </div>
        </>
      ) : null}
    </form>
  );
}

interface SaysProps {
  readonly field: CorrectableField;
  readonly says: string;
  readonly onChange: (says: string) => void;
}

function Says({ field, says, onChange }: SaysProps) {
  if (field.choices !== null) {
    return (
      <Select
        label="It should say"
        choices={field.choices.map(({ value, name }) => ({ id: value, name }))}
        value={says === '' ? null : says}
        onChange={onChange}
      />
    );
  }
  if (field.target.endsWith(':dueOn')) {
    return <DateField label="It should say" value={says === '' ? null : says} onChange={(day) => onChange(day ?? '')} />;
  }
  const label = field.target === 'note' ? 'What was wrong, and what is right' : 'It should say';
  return <TextArea label={label} value={says} onChange={onChange} rows={4} />;
}
