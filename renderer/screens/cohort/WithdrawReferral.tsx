import { useState } from 'react';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';

/** A referral that is taken back, with its reason. */
export function WithdrawReferral({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const withdraw = useAction('cohort', 'withdrawReferral', 'inline');
  const [reason, setReason] = useState('');
  const save = async () => {
    if (reason.trim() === '') return;
    const done = await withdraw.run({ id, reason });
    if (done.ok) onClose();
  };
  return (
    <section className="in-place" aria-label="Withdraw the referral">
      <TextField
        label="Why it is taken back"
        value={reason}
        onChange={setReason}
        autoFocus
        onEnter={() => void save()}
        onEscape={onClose}
        problem={withdraw.problem}
      />
      <div className="row">
        <Button size="small" onPress={() => void save()} isDisabled={withdraw.isBusy || reason.trim() === ''}>
          Withdraw it
        </Button>
        <Button look="quiet" size="small" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
