import { useState } from 'react';
import type { DocumentRow } from '../../../shared/views/documents';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useAction } from '../../data/queries';

const least = 8;

/** A copy of the PDF that opens with a password alone. The one in the ledger stays as it was issued. */
export function ProtectedCopy({ document }: { readonly document: DocumentRow }) {
  const save = useAction('documents', 'save', 'inline');
  const [password, setPassword] = useState('');
  const isShort = password.length < least;
  async function run() {
    if (isShort) return;
    const saved = await save.run({ id: document.id, password });
    if (!saved.ok || saved.value === null) return;
    setPassword('');
    showDone(`Saved as ${saved.value}. Tell its reader the password by another way than the file goes.`);
  }
  return (
    <div className="holders">
      <p className="soft">
        The copy holds the same pages, and opens with the password alone. Its fingerprint is its own, so it is not known again when it is
        checked. The password is kept nowhere.
      </p>
      <div className="row holders-add">
        <TextField
          label={`Password, at least ${least} characters`}
          type="password"
          value={password}
          onChange={setPassword}
          onEnter={() => void run()}
          maxLength={120}
          problem={save.problem}
        />
        <Button isDisabled={isShort || save.isBusy} onPress={() => void run()}>
          {save.isBusy ? 'Making it…' : 'Save a copy…'}
        </Button>
      </div>
    </div>
  );
}
