import { agencyKinds } from '../../../shared/language/agency-kind';
import { pathwayName } from '../../../shared/language/pathway';
import { TextField } from '../../components/fields/TextField';
import { Tick } from '../../components/fields/Tick';
import type { ChosenAgency, NewSchemeDraft } from './new-scheme';

interface StepProps {
  readonly draft: NewSchemeDraft;
  readonly onChange: (change: Partial<NewSchemeDraft>) => void;
}

/** What the scheme is called, and who sits at the table. */
export function SchemeStep({ draft, onChange }: StepProps) {
  const setAgency = (index: number, change: Partial<ChosenAgency>) =>
    onChange({ agencies: draft.agencies.map((agency, place) => (place === index ? { ...agency, ...change } : agency)) });
  return (
    <>
      <h2 className="setup-title">Your scheme</h2>
      <p className="setup-lead">The name that people here know it by, and the agencies at the table. All of it can be changed later.</p>
      <div className="setup-fields">
        <TextField
          label="Name of the scheme"
          value={draft.brand}
          onChange={(brand) => onChange({ brand })}
          placeholder="Crossways"
          autoFocus
          isRequired
        />
        <TextField label="Area" value={draft.area} onChange={(area) => onChange({ area })} placeholder="Harrowmere and District" />
        <TextField
          label="Protective marking"
          value={draft.marking}
          onChange={(marking) => onChange({ marking })}
          hint="Stands on every screen and printed page."
        />
      </div>
      <fieldset className="setup-agencies">
        <legend>Agencies</legend>
        {draft.agencies.map((agency, index) => (
          <AgencyLine key={agency.kind} agency={agency} onChange={(change) => setAgency(index, change)} />
        ))}
      </fieldset>
    </>
  );
}

function AgencyLine({ agency, onChange }: { readonly agency: ChosenAgency; readonly onChange: (change: Partial<ChosenAgency>) => void }) {
  const kind = agencyKinds.find(({ kind }) => kind === agency.kind);
  const covers = kind?.pathways.map((pathway) => pathwayName[pathway]).join('; ') ?? '';
  return (
    <div className="setup-agency">
      <Tick isOn={agency.isChosen} onChange={(isChosen) => onChange({ isChosen })} label={kind?.name ?? agency.kind} />
      {agency.isChosen ? (
        <>
          <TextField
            label={`Code of ${agency.name}`}
            isLabelHidden
            value={agency.code}
            onChange={(code) => onChange({ code })}
            maxLength={4}
          />
          <TextField
            label={`Name of ${kind?.name ?? agency.kind}`}
            isLabelHidden
            value={agency.name}
            onChange={(name) => onChange({ name })}
          />
        </>
      ) : (
        <>
          <span className="mute">{agency.code}</span>
          <span className="soft">{agency.name}</span>
        </>
      )}
      <span className="mute small cut" title={covers}>
        {agency.isCore ? `Stays throughout${covers ? `; ${covers}` : ''}` : covers}
      </span>
    </div>
  );
}
