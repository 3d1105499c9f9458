import { counted } from '../../../shared/language/counted';
import { formatDayWithYear } from '../../../shared/language/dates';
import type { ErasurePreview } from '../../../shared/views/retention';
import { Button } from '../../components/Button';
import { TextField } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface ErasedPersonProps {
  readonly person: ErasurePreview;
  readonly typed: string;
  readonly isRight: boolean;
  readonly onType: (text: string) => void;
}

const mostDocuments = 6;

/** One of those who are to be erased: what goes, who holds papers, a copy of everything first, and the name once more. */
export function ErasedPerson({ person, typed, isRight, onType }: ErasedPersonProps) {
  const { today } = useScheme();
  const save = useAction('exporting', 'subjectAccess', 'inline');
  const { caseId, caseName, surname, rule, due, entries, actions, conferences, documents, obstacle } = person;
  async function saveFirst() {
    const saved = await save.run({ caseId, isRedacted: false, leaveOut: [], format: 'pdf' });
    if (saved.ok && saved.value !== null) showDone(`Saved as ${saved.value}`);
  }
  if (obstacle !== null) {
    return (
      <li>
        <p className="late" role="alert">
          <span dir="auto">{caseName}</span> {obstacle}
        </p>
      </li>
    );
  }
  return (
    <li>
      <h3 dir="auto">{caseName}</h3>
      <p>
        {counted(entries, 'entry', 'entries')} of the log, {counted(actions, 'action', 'actions')},{' '}
        {counted(conferences, 'conference', 'conferences')}. {rule}
        {due === null ? '.' : due <= today ? `, due since ${formatDayWithYear(due)}.` : '.'}
      </p>
      {due !== null && due > today ? (
        <p className="late">By the rule it is not due before {formatDayWithYear(due)}. Say below why it goes now.</p>
      ) : null}
      {documents.length > 0 ? (
        <p className="soft small">
          Recall, in Documents, what was handed out and may name this person:{' '}
          {documents
            .slice(0, mostDocuments)
            .map(({ number, recipient }) => [number, recipient].filter(Boolean).join(' to '))
            .join('; ')}
          {documents.length > mostDocuments ? ` and ${documents.length - mostDocuments} more` : ''}.
        </p>
      ) : null}
      <div className="row erasure-first">
        <Button size="small" onPress={() => void saveFirst()} isDisabled={save.isBusy}>
          Save everything held first…
        </Button>
        {save.problem ? (
          <span className="late" role="alert">
            {save.problem}
          </span>
        ) : null}
      </div>
      <TextField
        label={`Type the surname, ${surname}, to say that you mean this person`}
        value={typed}
        onChange={onType}
        problem={typed !== '' && !isRight && typed.length >= surname.length ? 'This is another surname.' : null}
      />
    </li>
  );
}
