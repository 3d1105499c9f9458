import { useState } from 'react';
import type { SavedMapping } from '../../../shared/views/importing';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { Dialog } from '../../components/overlays/Dialog';
import { showDone } from '../../components/overlays/toasts';
import { useAction } from '../../data/queries';
import { wordsOfTarget } from './targets';

interface SavedMappingDialogProps {
  readonly mapping: SavedMapping;
  readonly onClose: () => void;
}

/** One sheet's columns as they are kept, under a name that may be changed. */
export function SavedMappingDialog({ mapping, onClose }: SavedMappingDialogProps) {
  const [name, setName] = useState(mapping.name);
  const rename = useAction('importing', 'renameMapping', 'inline');
  const withdraw = useAction('importing', 'withdrawMapping', 'inline');
  const isBusy = rename.isBusy || withdraw.isBusy;
  const given = name.trim();
  const problem = rename.problem ?? withdraw.problem;
  async function onRename() {
    if (given === '' || isBusy) return;
    if (given === mapping.name) return onClose();
    if (!(await rename.run({ id: mapping.id, name: given })).ok) return;
    showDone(`Kept as ${given}`);
    onClose();
  }
  async function onWithdraw() {
    if (!(await withdraw.run({ id: mapping.id })).ok) return;
    showDone(`The columns of ${mapping.name} are withdrawn`);
    onClose();
  }
  return (
    <Dialog
      title={`Columns of ${mapping.name}`}
      onClose={onClose}
      buttons={
        <>
          <Button onPress={() => void onWithdraw()} isDisabled={isBusy}>
            Withdraw
          </Button>
          <Button look="primary" onPress={() => void onRename()} isDisabled={isBusy || given === ''}>
            Keep under this name
          </Button>
        </>
      }
    >
      <TextField
        label="Name"
        value={name}
        onChange={setName}
        maxLength={200}
        onEnter={() => void onRename()}
        problem={given === '' ? 'A name to know it by' : null}
      />
      <p className="soft">Withdrawn, a sheet with these headings is guessed anew. What was imported by them stays as it is.</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list longer than the window has to be scrolled by keyboard */}
      <ul className="kept-list" aria-label="What each column becomes" tabIndex={0}>
        {mapping.columns.map(({ heading, target }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place, and headings may be alike
          <li key={at}>
            {heading === '' ? <span className="mute">no heading</span> : heading}: <b>{wordsOfTarget(target)}</b>
          </li>
        ))}
      </ul>
      {problem ? (
        <p className="late" role="alert">
          {problem}
        </p>
      ) : null}
    </Dialog>
  );
}
