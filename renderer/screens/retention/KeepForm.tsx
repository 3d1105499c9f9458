import { useState } from 'react';
import { addDays } from '../../../shared/language/dates';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { TextField } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface KeepFormProps {
  readonly caseIds: readonly string[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Keeps what is held of some for longer: until when, and why. */
export function KeepForm({ caseIds, onDone, onCancel }: KeepFormProps) {
  const { today } = useScheme();
  const keep = useAction('retention', 'keep', 'inline');
  const [until, setUntil] = useState<string | null>(addDays(today, 365));
  const [reason, setReason] = useState('');
  const isReady = until !== null && reason.trim() !== '' && caseIds.length > 0 && !keep.isBusy;
  async function save() {
    if (until === null || !isReady) return;
    const done = await keep.run({ caseIds: [...caseIds], keepUntil: until, reason });
    if (!done.ok) return;
    showDone(caseIds.length === 1 ? 'Kept for longer.' : `${caseIds.length} kept for longer.`);
    onDone();
  }
  return (
    <section className="in-place form-grid held-keep" aria-label="Keep for longer">
      <DateField label="Keep until" value={until} onChange={setUntil} />
      <TextField
        label="Why it is still needed"
        value={reason}
        onChange={setReason}
        onEnter={() => void save()}
        onEscape={onCancel}
        problem={keep.problem}
        autoFocus
      />
      <FormButtons
        save={caseIds.length === 1 ? 'Keep it' : `Keep all ${caseIds.length}`}
        onSave={() => void save()}
        isDisabled={!isReady}
        onCancel={onCancel}
      />
    </section>
  );
}
