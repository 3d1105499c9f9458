import { useState } from 'react';
import type { SheetState } from '../../../shared/views/sharing';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useAction } from '../../data/queries';
import { wordCount, wordsTyped } from '../setup/sheet-words';

/** For a workstation that its sheet could not bring back from the shared folder: says so, and takes the words once. */
export function NameSheet({ sheet }: { readonly sheet: SheetState }) {
  if (sheet === 'named') return null;
  return (
    <>
      <h3>Recovery sheet</h3>
      {sheet === 'retired' ? (
        <p className="soft">
          A coordinator has retired the recovery sheet of this workstation. It opens the file on this computer, but brings nothing back from
          the shared folder. To have a sheet that does, join the shared folder anew.
        </p>
      ) : (
        <SheetForm />
      )}
    </>
  );
}

function SheetForm() {
  const name = useAction('sharing', 'nameSheet', 'inline');
  const [text, setText] = useState('');
  const words = wordsTyped(text);
  const isReady = words.length === wordCount;
  async function submit() {
    if (!isReady) return;
    const named = await name.run({ words });
    if (!named.ok) return;
    setText('');
    showDone('The recovery sheet is named. It brings this workstation back from the shared folder');
  }
  return (
    <form
      className="scheme-fields"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="soft scheme-wide">
        If this computer is lost, its recovery sheet can bring everything back from the shared folder, but the scheme does not know the
        sheet yet. Type its words once. They are not kept; from then on what you may read is encrypted for the sheet as well.
      </p>
      <div className="scheme-wide">
        <TextField
          label="The words of the recovery sheet"
          value={text}
          onChange={setText}
          hint={`${Math.min(words.length, 99)} of ${wordCount} words`}
          problem={name.problem}
        />
      </div>
      <div className="scheme-wide">
        <Button type="submit" isDisabled={!isReady || name.isBusy}>
          {name.isBusy ? 'Naming the sheet…' : 'Name this sheet'}
        </Button>
      </div>
    </form>
  );
}
