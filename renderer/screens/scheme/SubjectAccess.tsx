import { useMemo, useState } from 'react';
import { caseName } from '../../../shared/language/case-name';
import { formatPlainDay } from '../../../shared/language/dates';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/fields/ComboBox';
import { Tick } from '../../components/fields/Tick';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { TextsToCheck } from './TextsToCheck';

/** Answers somebody who asks what is held on them. */
export function SubjectAccess({ onSaved }: { readonly onSaved: () => void }) {
  const register = useVerb('register', 'list');
  const save = useAction('exporting', 'subjectAccess', 'inline');
  const [caseId, setCaseId] = useState<string | null>(null);
  const [isRedacted, setRedacted] = useState(true);
  const choices = useMemo(
    () =>
      (register.data ?? []).map(({ id, surname, forenames, dateOfBirth }) => ({
        id,
        name: caseName(surname, forenames),
        ...(dateOfBirth === null ? {} : { detail: formatPlainDay(dateOfBirth) }),
      })),
    [register.data],
  );
  async function submit(format: 'xlsx' | 'csv' | 'pdf') {
    if (caseId === null) return;
    const saved = await save.run({ caseId, isRedacted, format });
    if (!saved.ok || saved.value === null) return;
    showDone(`Saved as ${saved.value}`);
    onSaved();
  }
  return (
    <section aria-labelledby="subject-access">
      <h3 id="subject-access">Everything held on one person</h3>
      <p className="soft">
        For a request under article 15 of the UK GDPR: every row that belongs to the case and every change that was ever recorded on it.
        Read it through before it is sent.
      </p>
      <div className="scheme-fields">
        <ComboBox label="Person" choices={choices} value={caseId} onChange={setCaseId} />
      </div>
      <Tick isOn={isRedacted} onChange={setRedacted}>
        Leave out the names of other cases and of workers
      </Tick>
      {isRedacted ? (
        <p className="soft">
          Only names that the scheme knows are found in free text: those of its register and of its list of people. Family, victims and
          landlords are found by reading.
        </p>
      ) : null}
      {caseId !== null && isRedacted ? <TextsToCheck caseId={caseId} /> : null}
      {save.problem ? (
        <p className="late" role="alert">
          {save.problem}
        </p>
      ) : null}
      <div className="row data-lists">
        <Button onPress={() => void submit('pdf')} isDisabled={caseId === null || save.isBusy}>
          Save as PDF…
        </Button>
        <Button onPress={() => void submit('xlsx')} isDisabled={caseId === null || save.isBusy}>
          Save as a workbook…
        </Button>
        <Button onPress={() => void submit('csv')} isDisabled={caseId === null || save.isBusy}>
          Save as CSV files…
        </Button>
      </div>
    </section>
  );
}
