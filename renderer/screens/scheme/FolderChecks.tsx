import { Check, X } from 'lucide-react';
import type { FolderCheck, FolderChecked } from '../../../shared/views/sharing';
import { Button } from '../../components/Button';
import { useAction } from '../../data/queries';

const stepWords: Readonly<Record<FolderCheck['step'], string>> = {
  write: 'A file can be written',
  'read-back': 'It reads back as it was written',
  list: 'It is seen in the folder',
  rename: 'It can be renamed',
  remove: 'It can be removed',
};
/** More than the two minutes that clocks of office computers are usually apart by. */
const farApart = 120;

/** What was tried in a folder, and the way on where all of it worked. */
export function FolderChecks({ checked }: { readonly checked: FolderChecked }) {
  const use = useAction('sharing', 'use', 'inline');
  const isWell = checked.checks.length === 5 && checked.checks.every(({ isDone }) => isDone);
  const apart = Math.abs(checked.clockAhead ?? 0);
  const canUse = isWell && checked.found !== 'another-scheme';
  return (
    <>
      <p className="strong">{checked.folder}</p>
      <ul className="sharing-checks">
        {checked.checks.map(({ step, isDone }) => (
          <li key={step} className={isDone ? 'row' : 'row late'}>
            {isDone ? <Check aria-label="Yes" /> : <X aria-label="No" />} {stepWords[step]}
          </li>
        ))}
      </ul>
      {isWell ? null : (
        <p className="late" role="alert">
          This folder cannot be used as it is. Nothing was left in it. Ask for the right to read, write, rename and remove files there.
        </p>
      )}
      {apart > farApart ? (
        <p className="late">
          The share’s clock is {Math.round(apart / 60)} minutes {(checked.clockAhead ?? 0) > 0 ? 'ahead of' : 'behind'} this computer’s. The
          exchange works all the same, but set the clock that is wrong: of two changes to one field, the later time is shown.
        </p>
      ) : null}
      {checked.found === 'another-scheme' ? (
        <p className="late" role="alert">
          This folder belongs to another scheme. Choose another folder, or a new one inside it.
        </p>
      ) : null}
      {use.problem ? <p className="late">{use.problem}</p> : null}
      {canUse ? (
        <div className="row">
          <Button look="primary" onPress={() => void use.run({ folder: checked.folder })} isDisabled={use.isBusy} autoFocus>
            {use.isBusy ? 'Handing over…' : checked.found === 'this-scheme' ? 'Go on with this folder' : 'Share the scheme in this folder'}
          </Button>
        </div>
      ) : null}
    </>
  );
}
