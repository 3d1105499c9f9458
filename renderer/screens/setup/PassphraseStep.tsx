import { TextField } from '../../components/fields/TextField';
import { leastPassphrase, type NewSchemeDraft } from './new-scheme';

interface StepProps {
  readonly draft: NewSchemeDraft;
  readonly onChange: (change: Partial<NewSchemeDraft>) => void;
  readonly onDone: () => void;
}

export function PassphraseStep({ draft, onChange, onDone }: StepProps) {
  const { passphrase, passphraseAgain } = draft;
  const isShort = passphrase.length > 0 && passphrase.length < leastPassphrase;
  const differs = passphraseAgain.length > 0 && !passphrase.startsWith(passphraseAgain);
  return (
    <>
      <h2 className="setup-title">Choose a passphrase</h2>
      <p className="setup-lead">
        It opens the scheme on this computer. Three or four words that do not belong together are easier to keep, and harder to guess, than
        one clever word.
      </p>
      <div className="setup-fields">
        <TextField
          label="Passphrase"
          type="password"
          value={passphrase}
          onChange={(value) => onChange({ passphrase: value })}
          hint={isShort ? `${leastPassphrase - passphrase.length} more to go` : `At least ${leastPassphrase} characters; spaces count.`}
          autoFocus
          isRequired
        />
        <TextField
          label="The same again"
          type="password"
          value={passphraseAgain}
          onChange={(value) => onChange({ passphraseAgain: value })}
          problem={differs ? 'This differs from the first.' : null}
          onEnter={onDone}
          isRequired
        />
      </div>
    </>
  );
}
