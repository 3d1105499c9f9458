import { useState } from 'react';
import { formatDayWithYear } from '../../../shared/language/dates';
import { dayOf } from '../../../shared/language/scheme-place';
import type { RestoredScheme } from '../../../shared/views/exporting';
import { Button } from '../../components/Button';
import { isChosen, NewPassphrase, notTyped } from '../../components/fields/NewPassphrase';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { SheetPaper } from '../setup/SheetPaper';

/** Makes a scheme file of its own from an export, checked on the way in. The scheme that is open is not touched. */
export function RestoreScheme() {
  const restore = useAction('exporting', 'restore', 'inline');
  const [exportPassphrase, setExportPassphrase] = useState('');
  const [typed, setTyped] = useState(notTyped);
  const [restored, setRestored] = useState<RestoredScheme | null>(null);
  const isReady = isChosen(typed);
  async function submit() {
    if (!isReady || restore.isBusy) return;
    const made = await restore.run({ exportPassphrase: exportPassphrase === '' ? null : exportPassphrase, passphrase: typed.passphrase });
    if (!made.ok || made.value === null) return;
    setRestored(made.value);
    setExportPassphrase('');
    setTyped(notTyped);
  }
  return (
    <section aria-labelledby="restore-scheme">
      <h3 id="restore-scheme">Bring back an exported scheme</h3>
      <p className="soft">
        Makes a new scheme file beside this one, which stays as it is. Every hash, signature and chain is checked, and the tables are
        compared byte for byte with what was exported; where anything differs, nothing is kept. It is for looking things up and for going on
        alone: what was brought back this way is not shared.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className="scheme-fields">
          <TextField
            label="Passphrase that it was exported with"
            type="password"
            value={exportPassphrase}
            onChange={setExportPassphrase}
            hint="Empty where it was not encrypted."
          />
          <NewPassphrase
            typed={typed}
            onTyped={setTyped}
            label="Passphrase of the new scheme file"
            againLabel="The passphrase of the new file again"
          />
        </div>
        {restore.problem ? (
          <p className="late" role="alert">
            {restore.problem}
          </p>
        ) : null}
        <Button type="submit" isDisabled={!isReady || restore.isBusy}>
          {restore.isBusy ? 'Checking…' : 'Choose the export…'}
        </Button>
      </form>
      {restored ? (
        <div role="status">
          <p>
            {restored.brand}, exported on {formatDayWithYear(dayOf(restored.exportedAt))} by {restored.exportedBy}, is back with all{' '}
            {restored.commits.toLocaleString('en-GB')} entries of its log. Lock this scheme to open it: {restored.path}
          </p>
          <p>Write these words down before you leave this page. They are the only way in when the passphrase is lost.</p>
          <SheetPaper sheet={restored.sheet} brand={restored.brand} />
        </div>
      ) : null}
    </section>
  );
}
