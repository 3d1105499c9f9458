import { useState } from 'react';
import { formatDayWithYear } from '../../../shared/language/dates';
import type { CaseView } from '../../../shared/views/case';
import type { CaseQuestions } from '../../../shared/views/questions';
import { ComboBox } from '../../components/fields/ComboBox';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { TextArea, TextField } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useKeptText } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface AskAgencyProps {
  readonly found: CaseView;
  readonly ahead: CaseQuestions['ahead'];
  readonly onClose: () => void;
}

/** One question to one agency, with the day on which the answer is wanted. Who does not read the case yet is added to it. */
export function AskAgency({ found, ahead, onClose }: AskAgencyProps) {
  const { scheme, today, agencyOf } = useScheme();
  const ask = useAction('questions', 'ask', 'inline');
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [wantedOn, setWantedOn] = useState(ahead?.wantedOn ?? null);
  const text = useKeptText(`${found.id} question`);
  const reason = useKeptText(`${found.id} question relevance`);
  const [isAsked, setAsked] = useState(false);
  const here = new Set(found.relevance.flatMap((each) => (each.isRelevant ? [each.agencyId] : [])));
  const isNew = agencyId !== null && !here.has(agencyId);
  const lacksReason = isNew && reason.text.trim() === '';
  const agencies = scheme.agencies
    .filter(({ isWithdrawn }) => !isWithdrawn)
    .map(({ id, name }) => ({ id, name, detail: here.has(id) ? '' : 'not on this case' }))
    .toSorted((one, other) => Number(one.detail !== '') - Number(other.detail !== ''));
  const send = async () => {
    setAsked(true);
    if (agencyId === null || wantedOn === null || text.text.trim() === '' || lacksReason || ask.isBusy) return;
    const relevanceReason = isNew ? reason.text.trim() : null;
    const done = await ask.run({
      caseId: found.id,
      agencyId,
      meetingId: ahead?.id ?? null,
      text: text.text.trim(),
      wantedOn,
      relevanceReason,
    });
    if (!done.ok) return;
    text.forget();
    reason.forget();
    showDone(`${agencyOf(agencyId)?.name ?? 'The agency'} is asked`);
    onClose();
  };
  return (
    <div className="in-place">
      <div className="in-place-pair">
        <ComboBox
          label="Ask which agency?"
          value={agencyId}
          onChange={setAgencyId}
          choices={agencies}
          problem={isAsked && agencyId === null ? 'Choose the agency' : null}
          autoFocus
        />
        <DateField
          label="Answer wanted by"
          notBefore={today}
          value={wantedOn}
          onChange={setWantedOn}
          problem={isAsked && wantedOn === null ? 'Say by when' : null}
        />
      </div>
      {isNew ? (
        <TextField
          label={`Why does the case concern ${agencyOf(agencyId)?.name ?? 'it'}?`}
          value={reason.text}
          onChange={reason.setText}
          hint="It does not read this case yet. With the question it is added to it, and this reason is shown to everyone concerned."
          problem={isAsked && lacksReason ? 'A reason is needed' : null}
        />
      ) : null}
      <TextArea
        label="What do you need to know?"
        rows={2}
        value={text.text}
        onChange={text.setText}
        onEnter={() => void send()}
        onEscape={onClose}
        hint={
          ahead === null
            ? 'No conference is planned: the answer goes onto the case.'
            : `For ${ahead.heldOn === null ? 'the next conference' : `the conference of ${formatDayWithYear(ahead.heldOn)}`}. Every agency on this case can read it.`
        }
        problem={isAsked && text.text.trim() === '' ? 'Write the question' : ask.problem}
      />
      <FormButtons save="Ask" onSave={() => void send()} isDisabled={ask.isBusy} onCancel={onClose} />
    </div>
  );
}
