import { useState } from 'react';
import { type ActionKind, actionKindName, actionKinds } from '../../../shared/language/action';
import { addDays } from '../../../shared/language/dates';
import { readActionLine } from '../../../shared/rules/action-line';
import { ComboBox } from '../../components/fields/ComboBox';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { Tick } from '../../components/fields/Tick';
import { useKeptText } from '../../data/kept-text';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface AddActionProps {
  readonly caseId: string;
  readonly leadAgencyId: string | null;
  readonly onClose: () => void;
}

/** What somebody set by hand; all else is read from the words. */
interface Corrections {
  readonly agencyId?: string | null;
  readonly personId?: string | null;
  readonly dueOn?: string | null;
  readonly kind?: ActionKind;
  readonly isHigh?: boolean;
}

/** A new action between conferences, typed as one line: who, what, by when. What was read shows below and can be put right. */
export function AddAction({ caseId, leadAgencyId, onClose }: AddActionProps) {
  const { scheme, today } = useScheme();
  const meetings = useVerb('meetings', 'list').data;
  const create = useAction('actions', 'create', 'inline');
  const line = useKeptText(`${caseId} action`);
  const [corrections, setCorrections] = useState<Corrections>({});
  const [isAsked, setAsked] = useState(false);
  const planned = (meetings ?? []).flatMap(({ heldOn }) => (heldOn !== null && heldOn > today ? [heldOn] : [])).sort();
  const nextMeeting = planned[0] ?? addDays(today, 7);
  const read = readActionLine(line.text, { agencies: scheme.agencies, people: scheme.people, today, nextMeeting });
  const agencyId = corrections.agencyId ?? read.agencyId ?? leadAgencyId;
  const personId = corrections.personId !== undefined ? corrections.personId : read.personId;
  const dueOn = corrections.dueOn !== undefined ? corrections.dueOn : read.dueOn;
  const kind = corrections.kind ?? read.kind;
  const isHigh = corrections.isHigh ?? read.priority === 'high';
  const correct = (by: Corrections) => setCorrections((before) => ({ ...before, ...by }));
  const save = async () => {
    setAsked(true);
    if (read.text === '' || agencyId === null) return;
    const done = await create.run({
      caseId,
      meetingId: null,
      agencyId,
      personId,
      text: read.text,
      kind,
      priority: isHigh ? 'high' : 'normal',
      dueOn,
    });
    if (!done.ok) return;
    line.forget();
    onClose();
  };
  const people = scheme.people.filter((person) => !person.isWithdrawn && (agencyId === null || person.agencyId === agencyId));
  return (
    <div className="in-place">
      <TextField
        label="Who does what, by when"
        placeholder="Housing: assess at YMCA by Fri"
        value={line.text}
        onChange={line.setText}
        autoFocus
        onEnter={() => void save()}
        onEscape={onClose}
        problem={isAsked && read.text === '' ? 'Say what is to be done' : create.problem}
        hint="Enter adds it as read below"
      />
      <div className="in-place-pair">
        <ComboBox
          label="Agency"
          value={agencyId}
          onChange={(id) => correct({ agencyId: id, personId: null })}
          choices={scheme.agencies.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name, code }) => ({ id, name, detail: code }))}
          problem={isAsked && agencyId === null ? 'Choose the agency that will do it' : null}
        />
        <ComboBox
          key={agencyId}
          label="Person"
          value={personId}
          onChange={(id) => correct({ personId: id })}
          choices={people.map(({ id, name, post }) => ({ id, name, detail: post }))}
          placeholder="Anyone there"
        />
        <DateField label="Due" value={dueOn} notBefore={today} onChange={(day) => correct({ dueOn: day })} onEnter={() => void save()} />
        <Select
          label="Kind"
          value={kind}
          onChange={(id) => correct({ kind: id as ActionKind })}
          choices={actionKinds.map((id) => ({ id, name: actionKindName[id] }))}
        />
      </div>
      <Tick isOn={isHigh} onChange={(isOn) => correct({ isHigh: isOn })}>
        Urgent
      </Tick>
      <FormButtons save="Add action" onSave={() => void save()} isDisabled={create.isBusy} onCancel={onClose} />
    </div>
  );
}
