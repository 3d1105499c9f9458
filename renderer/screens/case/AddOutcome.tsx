import { useState } from 'react';
import {
  type OutcomeEventKind,
  outcomeEventKinds,
  outcomeEventName,
  type PositiveKind,
  positiveKindName,
  positiveKinds,
  type SeverityGroup,
  severityGroupName,
  severityGroups,
} from '../../../shared/language/outcome-event';
import { offenceGroupOf } from '../../../shared/rules/scoring';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

/** Records an arrest, a charge, a conviction, a breach, a recall or something that went well. */
export function AddOutcome({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const { today, scheme } = useScheme();
  const record = useAction('outcomes', 'recordEvent', 'inline');
  const [kind, setKind] = useState<OutcomeEventKind>('arrest');
  const [on, setOn] = useState<string | null>(today);
  const [what, setWhat] = useState('');
  const [severity, setSeverity] = useState<SeverityGroup | null>(null);
  const [positive, setPositive] = useState<PositiveKind | null>(null);
  const [offences, setOffences] = useState('1');
  const [isAsked, setAsked] = useState(false);
  const isOffence = kind === 'arrest' || kind === 'charge' || kind === 'conviction';
  const save = async () => {
    setAsked(true);
    if (on === null || what.trim() === '') return;
    const done = await record.run({
      caseId,
      kind,
      happenedOn: on,
      what,
      offenceGroup: isOffence ? offenceGroupOf(what) : null,
      severity: kind === 'positive' ? null : severity,
      positiveKind: kind === 'positive' ? positive : null,
      offences: Math.max(1, Math.min(1000, Math.round(Number(offences)) || 1)),
      note: '',
      agencyId: scheme.me.agencyId,
    });
    if (done.ok) onClose();
  };
  return (
    <div className="in-place">
      <Select
        label="Kind"
        value={kind}
        onChange={(id) => setKind(id as OutcomeEventKind)}
        choices={outcomeEventKinds.map((id) => ({ id, name: outcomeEventName[id] }))}
        autoFocus
      />
      <DateField label="When" value={on} onChange={setOn} />
      <TextField
        label={kind === 'positive' ? 'What went well' : 'What for'}
        value={what}
        onChange={setWhat}
        onEnter={() => void save()}
        onEscape={onClose}
        problem={record.problem ?? (isAsked && what.trim() === '' ? 'Say what it was' : null)}
      />
      {kind === 'positive' ? (
        <Select
          label="Which"
          value={positive}
          onChange={(id) => setPositive(id as PositiveKind)}
          choices={positiveKinds.map((id) => ({ id, name: positiveKindName[id] }))}
        />
      ) : (
        <Select
          label="How serious"
          value={severity}
          onChange={(id) => setSeverity(id as SeverityGroup)}
          choices={severityGroups.map((id) => ({ id, name: severityGroupName[id] }))}
        />
      )}
      {isOffence ? (
        <TextField label="How many offences" value={offences} onChange={setOffences} inputMode="numeric" onEscape={onClose} />
      ) : null}
      <FormButtons save="Record" onSave={() => void save()} isDisabled={record.isBusy} onCancel={onClose} />
    </div>
  );
}
