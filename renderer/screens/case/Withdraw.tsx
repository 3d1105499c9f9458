import { type ReactNode, useState } from 'react';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';

interface WithdrawProps {
  /** What would be taken off, as it is read out. */
  readonly label: string;
  readonly children?: ReactNode;
  /** True once it is recorded. */
  readonly onWithdraw: (reason: string) => Promise<boolean>;
  readonly problem: string | null;
}

/** A line that can be taken off. Nothing is deleted: it asks for the reason, and both are kept in the history. */
export function Withdraw({ label, children, onWithdraw, problem }: WithdrawProps) {
  const [reason, setReason] = useState<string | null>(null);
  const isEmpty = reason?.trim() === '';
  return (
    <li className="withdraw">
      <span className="row">
        <span className="grow">{children ?? label}</span>
        {reason === null ? (
          <Button size="small" look="quiet" onPress={() => setReason('')} aria-label={`Take off: ${label}`}>
            Take off
          </Button>
        ) : null}
      </span>
      {reason === null ? null : (
        <TextField
          label={`Why take off “${label}”?`}
          value={reason}
          onChange={setReason}
          autoFocus
          hint={isEmpty ? 'A reason is needed. Esc leaves it on.' : 'Enter takes it off, and keeps it in the history. Esc leaves it on.'}
          problem={problem}
          onEnter={async () => {
            if (!isEmpty && (await onWithdraw(reason))) setReason(null);
          }}
          onEscape={() => setReason(null)}
        />
      )}
    </li>
  );
}
