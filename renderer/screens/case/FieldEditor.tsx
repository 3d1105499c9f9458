import { useState } from 'react';
import { ListBox } from 'react-aria-components';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/fields/ComboBox';
import { DateField } from '../../components/fields/DateField';
import { type Choice, ChoiceItem } from '../../components/fields/Select';
import { TextArea, TextField } from '../../components/fields/TextField';
import { KeyHint } from '../../components/KeyHint';
import { useKeptText } from '../../data/kept-text';
import { useScheme } from '../../data/scheme';
import { type CaseFieldName, type CaseFieldValue, caseFields, readField } from './case-fields';

interface FieldEditorProps {
  readonly draftKey: string;
  readonly name: CaseFieldName;
  readonly value: CaseFieldValue;
  /** Its people come first where a person is chosen. */
  readonly leadAgencyId: string | null;
  /** True once it is saved; the typing is kept until then. */
  readonly onSave: (value: CaseFieldValue) => Promise<boolean>;
  readonly onCancel: () => void;
  readonly isBusy: boolean;
  /** Why saving failed. */
  readonly problem: string | null;
}

/** The editor that fits a field: a line, prose, a day, or a choice that is saved as it is made. */
export function FieldEditor(props: FieldEditorProps) {
  switch (caseFields[props.name].input.kind) {
    case 'line':
    case 'prose':
    case 'score':
      return <TypedEditor {...props} />;
    case 'day':
      return <DayEditor {...props} />;
    case 'agency':
    case 'person':
      return <NamedEditor {...props} />;
    case 'choice':
    case 'yes-no':
      return <ChoiceEditor {...props} />;
  }
}

/** In addition to what is wrong, that nothing is lost. */
function failing(problem: string | null): string | null {
  return problem === null ? null : `${problem} What you typed is still here.`;
}

function TypedEditor({ draftKey, name, value, onSave, onCancel, isBusy, problem }: FieldEditorProps) {
  const { text, setText, forget } = useKeptText(draftKey, value === null ? '' : String(value));
  const [wrong, setWrong] = useState<string | null>(null);
  const isProse = caseFields[name].input.kind === 'prose';
  const save = async () => {
    const read = readField(name, text);
    if (!read.ok) return setWrong(read.problem);
    setWrong(null);
    if (await onSave(read.value)) forget();
  };
  const field = {
    label: caseFields[name].title,
    value: text,
    onChange: setText,
    autoFocus: true,
    problem: wrong ?? failing(problem),
    onEnter: () => void save(),
    onEscape: () => {
      forget();
      onCancel();
    },
  };
  return (
    <>
      {isProse ? (
        <TextArea {...field} rows={4} />
      ) : (
        <TextField {...field} inputMode={caseFields[name].input.kind === 'score' ? 'numeric' : 'text'} />
      )}
      <SaveRow isBusy={isBusy} onSave={() => void save()} />
    </>
  );
}

function DayEditor({ name, value, onSave, onCancel, isBusy, problem }: FieldEditorProps) {
  const [day, setDay] = useState(typeof value === 'string' ? value : null);
  return (
    <>
      <DateField
        label={caseFields[name].title}
        value={day}
        onChange={setDay}
        autoFocus
        problem={failing(problem)}
        onEnter={() => void onSave(day)}
        onEscape={onCancel}
      />
      <SaveRow isBusy={isBusy} onSave={() => void onSave(day)} {...(value === null ? {} : { onEmpty: () => void onSave(null) })} />
    </>
  );
}

function NamedEditor({ name, value, leadAgencyId, onSave, isBusy, problem }: FieldEditorProps) {
  const { scheme, agencyOf } = useScheme();
  const [chosen, setChosen] = useState(typeof value === 'string' ? value : null);
  const isAgency = caseFields[name].input.kind === 'agency';
  const choices: readonly Choice[] = isAgency
    ? scheme.agencies.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name: called, code }) => ({ id, name: called, detail: code }))
    : scheme.people
        .filter(({ isWithdrawn }) => !isWithdrawn)
        .toSorted((a, b) => Number(b.agencyId === leadAgencyId) - Number(a.agencyId === leadAgencyId))
        .map(({ id, name: called, agencyId }) => ({ id, name: called, detail: agencyOf(agencyId)?.code ?? '' }));
  return (
    <>
      <ComboBox label={caseFields[name].title} choices={choices} value={chosen} onChange={setChosen} autoFocus problem={failing(problem)} />
      <SaveRow isBusy={isBusy} onSave={() => void onSave(chosen)} {...(value === null ? {} : { onEmpty: () => void onSave(null) })} />
    </>
  );
}

const nobody = 'not-recorded';

function ChoiceEditor({ name, value, onSave, problem }: FieldEditorProps) {
  const { input, title } = caseFields[name];
  const isYesNo = input.kind === 'yes-no';
  const choices: readonly Choice[] =
    input.kind === 'choice'
      ? [...input.choices, ...(input.mayBeEmpty ? [{ id: nobody, name: 'Not recorded' }] : [])]
      : [
          { id: 'yes', name: 'Yes' },
          { id: 'no', name: 'No' },
        ];
  const selected = isYesNo ? (value === true ? 'yes' : 'no') : value === null ? nobody : String(value);
  return (
    <>
      <span className="label">{title}</span>
      <ListBox
        className="list-box case-choices"
        aria-label={title}
        items={choices}
        autoFocus
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[selected]}
        onSelectionChange={(keys) => {
          const [id] = keys === 'all' ? [] : keys;
          if (id !== undefined) void onSave(isYesNo ? id === 'yes' : id === nobody ? null : String(id));
        }}
      >
        {(choice) => <ChoiceItem choice={choice} />}
      </ListBox>
      {problem ? (
        <p className="field-problem" role="alert">
          {problem}
        </p>
      ) : null}
    </>
  );
}

interface SaveRowProps {
  readonly onSave: () => void;
  readonly onEmpty?: () => void;
  readonly isBusy: boolean;
}

function SaveRow({ onSave, onEmpty, isBusy }: SaveRowProps) {
  return (
    <div className="row">
      <Button size="small" look="primary" onPress={onSave} isDisabled={isBusy}>
        Save <KeyHint>Enter</KeyHint>
      </Button>
      {onEmpty ? (
        <Button size="small" look="quiet" onPress={onEmpty} isDisabled={isBusy}>
          Take it out
        </Button>
      ) : null}
    </div>
  );
}
