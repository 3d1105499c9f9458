import { useState } from 'react';
import type { BackupFound } from '../../../shared/views/backups';
import type { OpenProblem } from '../../../shared/views/scheme';
import { Button } from '../../components/Button';
import { useAction } from '../../data/queries';
import { issuedWords, sizeWords } from '../documents/documents-view';
import { OpenTrouble } from './OpenTrouble';
import { nameOfFile } from './PassphraseScreen';
import { RestoreSecret } from './RestoreSecret';
import { SetupFrame } from './SetupFrame';

interface RestoreScreenProps {
  readonly onOpened: () => void;
  readonly onBack: () => void;
}

/** From a backup to an open scheme: the file, what it holds, and only then the restore. */
export function RestoreScreen({ onOpened, onBack }: RestoreScreenProps) {
  const choose = useAction('backups', 'choose', 'inline');
  const leave = useAction('backups', 'leave');
  const [path, setPath] = useState<string | null>(null);
  const [found, setFound] = useState<BackupFound | null>(null);
  async function chooseFile() {
    const chosen = await choose.run();
    if (!chosen.ok || chosen.value === null) return;
    setFound(null);
    setPath(chosen.value);
  }
  function back() {
    void leave.run();
    onBack();
  }
  const at = found ? 2 : path ? 1 : 0;
  const steps = ['Choose the backup', 'Unlock it', 'Look, then restore'].map((name, index) => ({
    id: name,
    name,
    detail: index === 0 && path ? nameOfFile(path) : '',
    state: index < at ? ('done' as const) : index === at ? ('current' as const) : ('to come' as const),
  }));
  return (
    <SetupFrame title="Restore from a backup" under="Nothing is overwritten" steps={steps}>
      {path === null ? (
        <>
          <h2 className="setup-title">Choose the backup</h2>
          <p className="setup-lead">
            Backups lie in a folder beside the scheme, or where you had them kept. The time in a file’s name is in UTC. The newest is
            usually the one to take.
          </p>
          {choose.problem ? <p className="field-problem">{choose.problem}</p> : null}
          <div className="row wrap">
            <Button look="primary" onPress={() => void chooseFile()} autoFocus>
              Choose the backup…
            </Button>
            <Button onPress={back}>Back</Button>
          </div>
        </>
      ) : found === null ? (
        <RestoreSecret key={path} path={path} onFound={setFound} onOther={() => void chooseFile()} onBack={back} />
      ) : (
        <Found found={found} onOpened={onOpened} onOther={() => void chooseFile()} onBack={back} />
      )}
    </SetupFrame>
  );
}

function Found({
  found,
  onOpened,
  onOther,
  onBack,
}: {
  readonly found: BackupFound;
  readonly onOpened: () => void;
  readonly onOther: () => void;
  readonly onBack: () => void;
}) {
  const restore = useAction('backups', 'restore', 'inline');
  const [problem, setProblem] = useState<OpenProblem | null>(null);
  async function run() {
    const result = await restore.run();
    if (!result.ok) return;
    if (result.value.ok) onOpened();
    else setProblem(result.value.problem);
  }
  if (problem) return <OpenTrouble problem={problem} buttons={<Button onPress={onBack}>Back</Button>} />;
  return (
    <>
      <h2 className="setup-title">This is what it holds</h2>
      <dl className="setup-summary">
        <dt>Scheme</dt>
        <dd>{found.brand}</dd>
        <dt>Last change in it</dt>
        <dd>{found.lastCommitAt ? issuedWords(found.lastCommitAt) : 'None'}</dd>
        <dt>Changes</dt>
        <dd>{found.commits.toLocaleString('en-GB')}</dd>
        <dt>Cases</dt>
        <dd>{found.cases.toLocaleString('en-GB')}</dd>
        <dt>File</dt>
        <dd>
          {found.name}, {sizeWords(found.sizeBytes)}, every page of it read and sound
        </dd>
      </dl>
      <p className="setup-lead">
        {found.present
          ? `The present file of this scheme is kept beside it as ${nameOfFile(found.present.aside)}, and can be opened again. What was recorded after the backup is only there.`
          : `This computer has no file of this scheme. It will lie at ${found.target}.`}
      </p>
      {restore.problem ? (
        <p className="field-problem" role="alert">
          {restore.problem}
        </p>
      ) : null}
      <div className="row wrap">
        <Button look="primary" onPress={() => void run()} isDisabled={restore.isBusy} autoFocus>
          {restore.isBusy ? 'Restoring…' : 'Restore and open'}
        </Button>
        <Button onPress={onOther} isDisabled={restore.isBusy}>
          Another backup…
        </Button>
        <Button look="quiet" onPress={onBack} isDisabled={restore.isBusy}>
          Leave everything as it is
        </Button>
      </div>
    </>
  );
}
