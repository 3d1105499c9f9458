import { useMemo, useState } from 'react';
import { caseName } from '../../../shared/language/case-name';
import { formatPlainDay } from '../../../shared/language/dates';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/fields/ComboBox';
import { Tick } from '../../components/fields/Tick';
import { Fetched } from '../../components/Loading';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { TextsToCheck } from './TextsToCheck';

/** Answers somebody who asks what is held on them. */
export function SubjectAccess({ onSaved }: { readonly onSaved: () => void }) {
  const register = useVerb('register', 'list');
  const [caseId, setCaseId] = useState<string | null>(null);
  const choices = useMemo(
    () =>
      (register.data ?? []).map(({ id, surname, forenames, dateOfBirth }) => ({
        id,
        name: caseName(surname, forenames),
        ...(dateOfBirth === null ? {} : { detail: formatPlainDay(dateOfBirth) }),
      })),
    [register.data],
  );
  return (
    <section aria-labelledby="subject-access">
      <h3 id="subject-access">Everything held on one person</h3>
      <p className="soft">
        For a request under article 15 of the UK GDPR: every row that belongs to the case, every change that was ever recorded on it, the
        papers that print it with whom they went to, and whatever elsewhere names the person. Read it through before it is sent.
      </p>
      <div className="scheme-fields">
        <ComboBox label="Person" choices={choices} value={caseId} onChange={setCaseId} />
      </div>
      {/* What was read and ticked is of this person. */}
      <Answer key={caseId ?? ''} caseId={caseId} onSaved={onSaved} />
    </section>
  );
}

function Answer({ caseId, onSaved }: { readonly caseId: string | null; readonly onSaved: () => void }) {
  const save = useAction('exporting', 'subjectAccess', 'inline');
  const [isRedacted, setRedacted] = useState(true);
  const [leaveOut, setLeaveOut] = useState<ReadonlySet<string>>(new Set());
  const [isRead, setRead] = useState(false);
  const isReady = caseId !== null && !save.isBusy && (!isRedacted || isRead);
  async function submit(format: 'xlsx' | 'csv' | 'pdf') {
    if (caseId === null) return;
    const saved = await save.run({ caseId, isRedacted, leaveOut: [...leaveOut], format });
    if (!saved.ok || saved.value === null) return;
    showDone(`Saved as ${saved.value}`);
    onSaved();
  }
  return (
    <>
      <Tick isOn={isRedacted} onChange={setRedacted}>
        Leave out the names of other cases and of workers
      </Tick>
      {isRedacted ? (
        <p className="soft">
          Only names that the scheme knows are found in free text: those of its register and of its list of people. Family, victims and
          landlords are found by reading.
        </p>
      ) : null}
      {caseId !== null && isRedacted ? (
        <ToRead
          caseId={caseId}
          leaveOut={leaveOut}
          onChange={(word, isOn) =>
            setLeaveOut((before) => new Set(isOn ? [...before, word] : [...before].filter((each) => each !== word)))
          }
          isRead={isRead}
          onRead={setRead}
        />
      ) : null}
      {save.problem ? (
        <p className="late" role="alert">
          {save.problem}
        </p>
      ) : null}
      <div className="row data-lists">
        <Button onPress={() => void submit('pdf')} isDisabled={!isReady}>
          Save as PDF…
        </Button>
        <Button onPress={() => void submit('xlsx')} isDisabled={!isReady}>
          Save as a workbook…
        </Button>
        <Button onPress={() => void submit('csv')} isDisabled={!isReady}>
          Save as CSV files…
        </Button>
        {caseId !== null && isRedacted && !isRead ? <span className="soft small">Say first that the texts were read.</span> : null}
      </div>
    </>
  );
}

interface ToReadProps {
  readonly caseId: string;
  readonly leaveOut: ReadonlySet<string>;
  readonly onChange: (word: string, isLeftOut: boolean) => void;
  readonly isRead: boolean;
  readonly onRead: (isRead: boolean) => void;
}

function ToRead({ caseId, ...part }: ToReadProps) {
  const texts = useVerb('exporting', 'textsToCheck', { caseId });
  return (
    <div className="subject-check">
      <Fetched query={texts} what="the texts to check">
        {(rows) => <TextsToCheck rows={rows} {...part} />}
      </Fetched>
    </div>
  );
}
