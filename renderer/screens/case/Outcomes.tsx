import { useState } from 'react';
import { daysBetween, formatDayNear, formatDayWithYear } from '../../../shared/language/dates';
import {
  custodyKindName,
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
import type { OutcomesOfCase } from '../../../shared/views/outcomes';
import { Button } from '../../components/Button';
import { DateField } from '../../components/DateField';
import { Fetched } from '../../components/Loading';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';

const mostShown = 6;

/** Arrests, charges, convictions, breaches, recalls and what went well: what before and after are counted from. */
export function Outcomes({ caseId }: { readonly caseId: string }) {
  const { may } = useScheme();
  const outcomes = useVerb('outcomes', 'ofCase', { caseId });
  const [isAdding, setAdding] = useState(false);
  return (
    <section aria-label="Offending and outcomes">
      <h3 className="part-head">
        Offending and outcomes
        {may('edit-cases') ? (
          <span className="at-right">
            <Button size="small" onPress={() => setAdding(!isAdding)} aria-expanded={isAdding}>
              Add
            </Button>
          </span>
        ) : null}
      </h3>
      {isAdding ? <AddOutcome caseId={caseId} onClose={() => setAdding(false)} /> : null}
      <Fetched query={outcomes} what="the outcomes">
        {(found) => <Listed found={found} />}
      </Fetched>
    </section>
  );
}

function Listed({ found }: { readonly found: OutcomesOfCase }) {
  const { today } = useScheme();
  const [isAll, setAll] = useState(false);
  const shown = isAll ? found.events : found.events.slice(0, mostShown);
  return (
    <>
      {found.events.length === 0 ? <p className="small mute">Nothing recorded yet.</p> : null}
      <ul className="small">
        {shown.map(({ id, kind, happenedOn, what, severity, offences, positiveKind }) => (
          <li key={id}>
            <span className="mute nowrap">{happenedOn ? formatDayNear(happenedOn, today) : ''}</span>{' '}
            <b>{positiveKind ? positiveKindName[positiveKind] : outcomeEventName[kind]}</b> {what}
            {offences > 1 ? `, ${offences} offences` : ''}
            {severity ? <span className="soft">, {severityGroupName[severity].toLowerCase()}</span> : null}
          </li>
        ))}
      </ul>
      {found.events.length > mostShown ? (
        <Button size="small" look="quiet" onPress={() => setAll(!isAll)}>
          {isAll ? 'Show the latest' : `Show all ${found.events.length}`}
        </Button>
      ) : null}
      {found.custody.map(({ id, kind, startsOn, endsOn, place }) => (
        <p key={id} className="small soft">
          {kind ? custodyKindName[kind] : 'Custody'}
          {place ? `, ${place}` : ''}: {startsOn ? formatDayWithYear(startsOn) : 'unknown'} to {endsOn ? formatDayWithYear(endsOn) : 'now'}
          {startsOn ? `, ${daysBetween(startsOn, endsOn ?? today) + 1} days` : ''}
        </p>
      ))}
    </>
  );
}

function AddOutcome({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
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
      <div className="row">
        <Button look="primary" size="small" onPress={() => void save()} isDisabled={record.isBusy}>
          Record
        </Button>
        <Button look="quiet" size="small" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </div>
  );
}
