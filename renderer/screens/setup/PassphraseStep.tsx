import { NewPassphrase } from '../../components/fields/NewPassphrase';
import type { NewSchemeDraft } from './new-scheme';

interface StepProps {
  readonly draft: NewSchemeDraft;
  readonly onChange: (change: Partial<NewSchemeDraft>) => void;
  readonly onDone: () => void;
}

export function PassphraseStep({ draft, onChange, onDone }: StepProps) {
  return (
    <>
      <h2 className="setup-title">Choose a passphrase</h2>
      <p className="setup-lead">
        It opens the scheme on this computer. Three or four words that do not belong together are easier to keep, and harder to guess, than
        one clever word.
      </p>
      <div className="setup-fields">
        <NewPassphrase
          typed={{ passphrase: draft.passphrase, again: draft.passphraseAgain }}
          onTyped={({ passphrase, again }) => onChange({ passphrase, passphraseAgain: again })}
          label="Passphrase"
          againLabel="The same again"
          onEnter={onDone}
          autoFocus
          isRequired
        />
      </div>
    </>
  );
}
