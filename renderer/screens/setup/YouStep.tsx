import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import type { NewSchemeDraft } from './new-scheme';

interface StepProps {
  readonly draft: NewSchemeDraft;
  readonly onChange: (change: Partial<NewSchemeDraft>) => void;
}

export function YouStep({ draft, onChange }: StepProps) {
  const choices = draft.agencies.flatMap(({ isChosen, name, code }, index) =>
    isChosen ? [{ id: String(index), name, detail: code }] : [],
  );
  return (
    <>
      <h2 className="setup-title">Who you are</h2>
      <p className="setup-lead">You become the scheme’s first coordinator. Your name stands beside everything that you record.</p>
      <div className="setup-fields">
        <TextField
          label="Your name"
          value={draft.yourName}
          onChange={(yourName) => onChange({ yourName })}
          placeholder="M. Larkspur"
          autoFocus
          isRequired
        />
        <Select
          label="Your agency"
          choices={choices}
          value={draft.yourAgency === null ? null : String(draft.yourAgency)}
          onChange={(index) => onChange({ yourAgency: Number(index) })}
        />
      </div>
    </>
  );
}
