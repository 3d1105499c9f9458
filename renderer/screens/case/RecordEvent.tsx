import { useState } from 'react';
import { announce } from '../../components/announcements';
import { Button } from '../../components/Button';
import { DateField } from '../../components/fields/DateField';
import { Select } from '../../components/fields/Select';
import { TextArea, TextField } from '../../components/fields/TextField';
import { KeyHint } from '../../components/KeyHint';
import { useKeptText } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

const kinds = ['note', 'contact', 'move', 'arrest', 'recall', 'court', 'test'] as const;
const kindName: Readonly<Record<(typeof kinds)[number], string>> = {
  note: 'Note',
  contact: 'Contact',
  move: 'Move',
  arrest: 'Arrest',
  recall: 'Recall',
  court: 'Court',
  test: 'Test',
};

interface RecordEventProps {
  readonly caseId: string;
  readonly onClose: () => void;
}

/** Something that happened between conferences: a few words for the ribbon, and what there is to say. */
export function RecordEvent({ caseId, onClose }: RecordEventProps) {
  const { scheme, today } = useScheme();
  const add = useAction('cases', 'addEvent', 'inline');
  const title = useKeptText(`${caseId} event title`);
  const detail = useKeptText(`${caseId} event detail`);
  const [kind, setKind] = useState<string>('note');
  const [on, setOn] = useState<string | null>(today);
  const [agencyId, setAgencyId] = useState<string | null>(scheme.me.agencyId);
  const [isAsked, setAsked] = useState(false);
  const save = async () => {
    setAsked(true);
    if (title.text.trim() === '' || on === null) return;
    const done = await add.run({ caseId, kind, title: title.text, detail: detail.text, happenedOn: on, agencyId });
    if (!done.ok) return;
    title.forget();
    detail.forget();
    announce('Recorded');
    onClose();
  };
  return (
    <section className="record-event" aria-label="Record something">
      <div className="record-fields">
        <TextField
          label="What happened, in a few words"
          value={title.text}
          onChange={title.setText}
          autoFocus
          maxLength={500}
          onEnter={() => void save()}
          onEscape={onClose}
          problem={isAsked && title.text.trim() === '' ? 'Say what happened' : null}
        />
        <DateField
          label="When"
          value={on}
          onChange={setOn}
          problem={isAsked && on === null ? 'Give the day' : null}
          onEnter={() => void save()}
        />
        <Select label="Kind" value={kind} onChange={setKind} choices={kinds.map((id) => ({ id, name: kindName[id] }))} />
        <Select
          label="Told by"
          value={agencyId}
          onChange={setAgencyId}
          placeholder="No agency"
          choices={scheme.agencies.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name }) => ({ id, name }))}
        />
      </div>
      <TextArea
        label="More, if there is more to say"
        value={detail.text}
        onChange={detail.setText}
        rows={2}
        onEscape={onClose}
        problem={add.problem ? `${add.problem} What you typed is still here.` : null}
      />
      <div className="row">
        <Button look="primary" onPress={() => void save()} isDisabled={add.isBusy}>
          Record <KeyHint>Enter</KeyHint>
        </Button>
        <Button look="quiet" onPress={onClose}>
          Close, keep the draft
        </Button>
      </div>
    </section>
  );
}
