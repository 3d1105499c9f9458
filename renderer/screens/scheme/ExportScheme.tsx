import { useState } from 'react';
import { Button } from '../../components/Button';
import { isChosen, NewPassphrase, notTyped } from '../../components/fields/NewPassphrase';
import { Tick } from '../../components/fields/Tick';
import { showDone } from '../../components/overlays/toasts';
import { Progress } from '../../components/Progress';
import { useProgress } from '../../data/progress';
import { useAction } from '../../data/queries';

/** The whole scheme as an open archive: encrypted unless somebody takes the tick away. */
export function ExportScheme({ onSaved }: { readonly onSaved: () => void }) {
  const save = useAction('exporting', 'scheme', 'inline');
  const stop = useAction('exporting', 'stopScheme');
  const progress = useProgress(save.isBusy);
  const [isEncrypted, setEncrypted] = useState(true);
  const [typed, setTyped] = useState(notTyped);
  const isReady = !isEncrypted || isChosen(typed);
  async function submit() {
    if (!isReady || save.isBusy) return;
    const saved = await save.run({ passphrase: isEncrypted ? typed.passphrase : null });
    if (!saved.ok || saved.value === null) return;
    showDone(`Saved as ${saved.value}`);
    setTyped(notTyped);
    onSaved();
  }
  return (
    <section aria-labelledby="export-scheme">
      <h3 id="export-scheme">Export the whole scheme</h3>
      <p className="soft">
        A ZIP archive of every table as CSV, the signed log with the history of each field, the issued documents, and a description that
        needs no Roundtable to be read. It comes back, below, exactly as it went.
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Tick isOn={isEncrypted} onChange={setEncrypted}>
          Encrypt it with a passphrase
        </Tick>
        {isEncrypted ? (
          <div className="scheme-fields">
            <NewPassphrase
              typed={typed}
              onTyped={setTyped}
              label="Passphrase of the export"
              againLabel="The passphrase of the export again"
              hint="It is not kept: without it the export cannot be read. The file is in the open “age” format."
            />
          </div>
        ) : (
          <p className="late" role="alert">
            The archive is then readable by whoever has the file: it names every person and says what is known of them.
          </p>
        )}
        {save.problem ? (
          <p className="late" role="alert">
            {save.problem}
          </p>
        ) : null}
        {progress ? <Progress label={progress.label} done={progress.done} total={progress.total} /> : null}
        <div className="row">
          <Button type="submit" isDisabled={!isReady || save.isBusy}>
            {save.isBusy ? 'Exporting…' : 'Export the whole scheme…'}
          </Button>
          {save.isBusy ? <Button onPress={() => void stop.run()}>Stop</Button> : null}
        </div>
      </form>
    </section>
  );
}
