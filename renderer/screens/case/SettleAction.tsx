import { useState } from 'react';
import { type ActionOutcome, actionOutcomeName, actionOutcomes } from '../../../shared/language/action';
import type { ActionRow } from '../../../shared/views/actions';
import { announce } from '../../components/announcements';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { KeyHint } from '../../components/KeyHint';
import { useKeptText } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useKeys } from '../../keys/keys';

interface SettleActionProps {
  readonly action: ActionRow;
  readonly onClose: () => void;
}

/** The four ways an action ends, spelt out and kept apart; or a note that leaves it open. */
export function SettleAction({ action, onClose }: SettleActionProps) {
  const settle = useAction('actions', 'settle', 'inline');
  const update = useAction('actions', 'update', 'inline');
  const note = useKeptText(`${action.id} note`);
  const [isBusy, setBusy] = useState(false);
  const finish = async (done: { readonly ok: boolean }, words: string) => {
    setBusy(false);
    if (!done.ok) return;
    note.forget();
    announce(words);
    onClose();
  };
  const end = async (outcome: ActionOutcome) => {
    if (isBusy) return;
    setBusy(true);
    await finish(
      await settle.run({ ids: [action.id], outcome, note: note.text, meetingId: null }),
      `Settled: ${actionOutcomeName[outcome]}`,
    );
  };
  const keepOpen = async () => {
    if (isBusy || note.text.trim() === '') return;
    setBusy(true);
    await finish(await update.run({ ids: [action.id], text: note.text }), 'Note added');
  };
  useKeys('Settle the action', [
    ...actionOutcomes.map((outcome, index) => ({
      keys: String(index + 1),
      says: actionOutcomeName[outcome],
      run: () => void end(outcome),
    })),
    { keys: 'Esc', says: 'Leave it open', run: onClose },
  ]);
  const problem = settle.problem ?? update.problem;
  return (
    <div className="in-place">
      <div className="outcomes">
        {actionOutcomes.map((outcome, index) => (
          <button key={outcome} type="button" className="outcome" disabled={isBusy} onClick={() => void end(outcome)}>
            <KeyHint>{String(index + 1)}</KeyHint>
            {actionOutcomeName[outcome]}
          </button>
        ))}
      </div>
      <TextField
        label="Note"
        value={note.text}
        onChange={note.setText}
        onEnter={() => void keepOpen()}
        onEscape={onClose}
        hint="Goes with the outcome. Enter alone adds the note and leaves the action open."
        problem={problem ? `${problem} What you typed is still here.` : null}
      />
      <div className="row">
        <Button size="small" look="quiet" onPress={() => void keepOpen()} isDisabled={isBusy || note.text.trim() === ''}>
          Add note only
        </Button>
      </div>
    </div>
  );
}
