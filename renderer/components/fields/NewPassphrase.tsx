import { leastPassphrase } from '../../../shared/rules/passphrase';
import { TextField } from './TextField';

/** A new passphrase and the same again: nobody can read what is typed, and nobody can give it back. */
export interface TypedTwice {
  readonly passphrase: string;
  readonly again: string;
}

export const notTyped: TypedTwice = { passphrase: '', again: '' };

export const isChosen = ({ passphrase, again }: TypedTwice): boolean => passphrase.length >= leastPassphrase && passphrase === again;

interface NewPassphraseProps {
  readonly typed: TypedTwice;
  readonly onTyped: (typed: TypedTwice) => void;
  readonly label?: string;
  readonly againLabel?: string;
  /** What else there is to know of it, behind how long it has to be. */
  readonly hint?: string;
  readonly autoFocus?: boolean;
  readonly isRequired?: boolean;
  readonly onEnter?: () => void;
}

/** The two fields, told as they are typed how many letters are missing and from where on the second differs. */
export function NewPassphrase({
  typed,
  onTyped,
  label = 'New passphrase',
  againLabel = 'The passphrase again',
  hint = '',
  autoFocus = false,
  isRequired = false,
  onEnter,
}: NewPassphraseProps) {
  const { passphrase, again } = typed;
  const missing = leastPassphrase - passphrase.length;
  const length = passphrase !== '' && missing > 0 ? `${missing} more to go.` : `At least ${leastPassphrase} characters; spaces count.`;
  return (
    <>
      <TextField
        label={label}
        type="password"
        value={passphrase}
        onChange={(value) => onTyped({ ...typed, passphrase: value })}
        hint={hint === '' ? length : `${length} ${hint}`}
        autoFocus={autoFocus}
        isRequired={isRequired}
      />
      <TextField
        label={againLabel}
        type="password"
        value={again}
        onChange={(value) => onTyped({ ...typed, again: value })}
        problem={passphrase.startsWith(again) ? null : 'This differs from the first.'}
        isRequired={isRequired}
        {...(onEnter ? { onEnter } : {})}
      />
    </>
  );
}
