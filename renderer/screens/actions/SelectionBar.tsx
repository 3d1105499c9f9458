import { useState } from 'react';
import { type ActionOutcome, actionOutcomeName, actionOutcomes } from '../../../shared/language/action';
import { mayForAgency } from '../../../shared/rules/permissions';
import type { ActionRow } from '../../../shared/views/actions';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/fields/ComboBox';
import { DateField } from '../../components/fields/DateField';
import { Segmented } from '../../components/fields/Segmented';
import { TextField } from '../../components/fields/TextField';
import { KeyHint } from '../../components/KeyHint';
import { showDone } from '../../components/overlays/toasts';
import { type Outcome, useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

export type SelectionDeed = 'settle' | 'update' | 'due' | 'reassign' | 'reopen';

interface SelectionBarProps {
  /** None where all have gone from the list since the deed was begun. */
  readonly actions: readonly ActionRow[];
  readonly deed: SelectionDeed | null;
  readonly onDeed: (deed: SelectionDeed | null) => void;
  readonly onDone: () => void;
}

/** What is to be done with the selected actions, in place, at the foot of the list. */
export function SelectionBar({ actions, deed, onDeed, onDone }: SelectionBarProps) {
  const { scheme, may } = useScheme();
  const isOthers = actions.some(({ agencyId }) => !mayForAgency(scheme.me, agencyId, 'change-any-action', 'change-own-agency-actions'));
  const isClosed = actions.every(({ outcome }) => outcome !== null);
  const choices: readonly { readonly deed: SelectionDeed; readonly name: string }[] = isClosed
    ? [
        { deed: 'reopen', name: 'Reopen…' },
        { deed: 'update', name: 'Add a note…' },
      ]
    : [
        { deed: 'settle', name: 'Settle…' },
        ...(may('change-any-action') ? [{ deed: 'due', name: 'New due date…' } as const] : []),
        { deed: 'reassign', name: 'Reassign…' },
        { deed: 'update', name: 'Update…' },
      ];
  return (
    <section className="selection-bar" aria-label="Selected actions">
      <b className="nowrap" role="status">
        {actions.length} selected
      </b>
      {isOthers ? (
        <span className="soft">
          {actions.length === 1
            ? 'This action is another agency’s to change.'
            : 'Some of these are other agencies’ to change: leave them out to change the rest.'}
        </span>
      ) : deed === null ? (
        choices.map((choice) => (
          <Button key={choice.deed} onPress={() => onDeed(choice.deed)}>
            {choice.name}
          </Button>
        ))
      ) : (
        <DeedForm key={deed} deed={deed} ids={actions.map(({ id }) => id)} onDone={onDone} onBack={() => onDeed(null)} />
      )}
      <Button look="quiet" onPress={onDone}>
        Clear <KeyHint>Esc</KeyHint>
      </Button>
    </section>
  );
}

interface DeedFormProps {
  readonly deed: SelectionDeed;
  readonly ids: readonly string[];
  readonly onDone: () => void;
  readonly onBack: () => void;
}

const nameOf: Readonly<Record<SelectionDeed, string>> = {
  settle: 'Settle',
  update: 'Record',
  due: 'Change',
  reassign: 'Reassign',
  reopen: 'Reopen',
};
const doneWords: Readonly<Record<SelectionDeed, string>> = {
  settle: 'Settled',
  update: 'Noted on',
  due: 'New due date for',
  reassign: 'Reassigned',
  reopen: 'Reopened',
};

/** Keeps what was typed until the main process has said that it is recorded. */
function DeedForm({ deed, ids, onDone, onBack }: DeedFormProps) {
  const { scheme, today } = useScheme();
  const [outcome, setOutcome] = useState<ActionOutcome | null>(deed === 'settle' ? 'done' : null);
  const [text, setText] = useState('');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [personId, setPersonId] = useState<string | null>(null);
  const settle = useAction('actions', 'settle', 'inline');
  const update = useAction('actions', 'update', 'inline');
  const changeDue = useAction('actions', 'changeDue', 'inline');
  const reassign = useAction('actions', 'reassign', 'inline');
  const reopen = useAction('actions', 'reopen', 'inline');
  const list = [...ids];
  const isBusy = [settle, update, changeDue, reassign, reopen].some((each) => each.isBusy);
  const isReady =
    list.length > 0 &&
    ((deed === 'settle' && outcome !== null) ||
      (deed === 'due' && dueOn !== null) ||
      (deed === 'reassign' && agencyId !== null) ||
      ((deed === 'update' || deed === 'reopen') && text.trim() !== ''));
  async function run() {
    if (!isReady || isBusy) return;
    const result: Outcome<unknown> = await (() => {
      switch (deed) {
        case 'settle':
          return settle.run({ ids: list, outcome: outcome ?? 'done', note: text, meetingId: null });
        case 'update':
          return update.run({ ids: list, text });
        case 'due':
          return changeDue.run({ ids: list, dueOn: dueOn ?? today, reason: text });
        case 'reassign':
          return reassign.run({ ids: list, agencyId: agencyId ?? '', personId, reason: text });
        case 'reopen':
          return reopen.run({ ids: list, reason: text });
      }
    })();
    if (!result.ok) return;
    showDone(`${doneWords[deed]} ${list.length === 1 ? 'one action' : `${list.length} actions`}`);
    onDone();
  }
  const gone = list.length > 0 || isBusy ? null : 'Nothing that was selected is in this list any more, so nothing is recorded.';
  const problem = gone ?? settle.problem ?? update.problem ?? changeDue.problem ?? reassign.problem ?? reopen.problem;
  const people = scheme.people.filter((person) => !person.isWithdrawn && person.agencyId === agencyId);
  return (
    <form
      className="deed-form"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onBack();
      }}
    >
      {deed === 'settle' ? (
        <Segmented
          label="Outcome"
          isBoxed
          choices={actionOutcomes.map((id) => ({ id, name: actionOutcomeName[id] }))}
          value={outcome}
          onChange={setOutcome}
        />
      ) : null}
      {deed === 'due' ? (
        <DateField label="New due date" isLabelHidden value={dueOn} onChange={setDueOn} notBefore={today} autoFocus />
      ) : null}
      {deed === 'reassign' ? (
        <>
          <ComboBox
            label="Agency"
            isLabelHidden
            placeholder="Agency"
            choices={scheme.agencies.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name, code }) => ({ id, name, detail: code }))}
            value={agencyId}
            onChange={(id) => {
              setAgencyId(id);
              setPersonId(null);
            }}
            autoFocus
          />
          <ComboBox
            key={agencyId}
            label="Person"
            isLabelHidden
            placeholder="Person"
            choices={people.map(({ id, name }) => ({ id, name }))}
            value={personId}
            onChange={setPersonId}
          />
        </>
      ) : null}
      <TextField
        label={deed === 'reopen' ? 'Why' : 'Note'}
        isLabelHidden
        placeholder={
          deed === 'settle'
            ? 'Note, if any'
            : deed === 'reopen'
              ? 'Why is it open again?'
              : deed === 'update'
                ? 'What was done so far'
                : 'Reason, if any'
        }
        value={text}
        onChange={setText}
        problem={problem}
        autoFocus={deed === 'update' || deed === 'reopen' || deed === 'settle'}
      />
      <Button look="primary" type="submit" isDisabled={!isReady || isBusy}>
        {nameOf[deed]} <KeyHint>Enter</KeyHint>
      </Button>
    </form>
  );
}
