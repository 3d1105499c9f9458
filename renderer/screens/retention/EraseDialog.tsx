import { useState } from 'react';
import type { ErasurePreview } from '../../../shared/views/retention';
import { TextArea } from '../../components/fields/TextField';
import { Fetched } from '../../components/Loading';
import { GraveDialog } from '../../components/overlays/GraveDialog';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { ErasedPerson } from './ErasedPerson';

interface EraseDialogProps {
  readonly caseIds: readonly string[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Says what goes and what stays, lets what is held be saved first, and has each person named a second time. */
export function EraseDialog({ caseIds, onDone, onCancel }: EraseDialogProps) {
  const found = useVerb('retention', 'preview', { caseIds: [...caseIds] });
  const erase = useAction('retention', 'erase', 'inline');
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [reason, setReason] = useState('');
  const people = found.data ?? [];
  const isNamed = people.length > 0 && people.every((one) => one.obstacle === null && isSame(typed[one.caseId] ?? '', one.surname));
  const isReady = isNamed && reason.trim() !== '' && !erase.isBusy;
  async function run() {
    if (!isReady) return;
    const done = await erase.run({ people: people.map(({ caseId }) => ({ caseId, surname: typed[caseId] ?? '' })), reason });
    if (!done.ok) return;
    showDone(
      people.length === 1
        ? 'Erased. Every other workstation follows when it next looks.'
        : `${people.length} people erased. Every other workstation follows when it next looks.`,
    );
    onDone();
  }
  return (
    <GraveDialog
      title={people.length === 1 && people[0] ? `Erase ${people[0].caseName} for good?` : `Erase ${caseIds.length} people for good?`}
      no="Not now"
      yes={erase.isBusy ? 'Erasing…' : 'Erase for good'}
      isReady={isReady}
      onNo={onCancel}
      onYes={() => void run()}
    >
      <p>
        Everything recorded goes: from this computer, from every other workstation when it next looks, from the shared folder, and from the
        stored copies of documents. <b>It cannot be undone</b>, by anybody. What stays is that a case was erased, when, by whom and why,
        without a name.
      </p>
      <Fetched query={found} what="what would go">
        {(previews) => (
          <ul className="erasures">
            {previews.map((one: ErasurePreview) => (
              <ErasedPerson
                key={one.caseId}
                person={one}
                typed={typed[one.caseId] ?? ''}
                isRight={isSame(typed[one.caseId] ?? '', one.surname)}
                onType={(text) => setTyped((before) => ({ ...before, [one.caseId]: text }))}
              />
            ))}
          </ul>
        )}
      </Fetched>
      <TextArea
        label="Why it is no longer needed"
        value={reason}
        onChange={setReason}
        rows={2}
        hint="Stays with the tombstone: name nobody."
        problem={erase.problem}
      />
      <p className="soft small">
        Copies that people hold outside Roundtable, a name in a note about somebody else, and backups are not reached. Backups age out; one
        that is restored forgets these people at once.
      </p>
    </GraveDialog>
  );
}

const isSame = (typed: string, surname: string) => typed.trim() !== '' && typed.trim().toLowerCase() === surname.trim().toLowerCase();
