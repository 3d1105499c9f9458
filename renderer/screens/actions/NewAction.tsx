import { useMemo } from 'react';
import { type ActionKind, actionKindName, actionKinds } from '../../../shared/language/action';
import { addDays } from '../../../shared/language/dates';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/fields/ComboBox';
import { DateField } from '../../components/fields/DateField';
import { Select } from '../../components/fields/Select';
import { TextArea } from '../../components/fields/TextField';
import { Tick } from '../../components/fields/Tick';
import { KeyHint } from '../../components/KeyHint';
import { showDone } from '../../components/overlays/toasts';
import { useKeptForm } from '../../data/kept-text';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';

/** A new action between conferences, beside the list. During one, they are typed as a line in the chairing screen. */
export function NewAction({ onClose }: { readonly onClose: () => void }) {
  const { scheme, today } = useScheme();
  const register = useVerb('register', 'list');
  const create = useAction('actions', 'create', 'inline');
  const initial = useMemo(
    () => ({
      text: '',
      caseId: null as string | null,
      agencyId: scheme.me.agencyId,
      personId: null as string | null,
      dueOn: addDays(today, 7) as string | null,
      kind: 'support' as ActionKind,
      isUrgent: false,
    }),
    [scheme.me.agencyId, today],
  );
  const { fields, change, forget } = useKeptForm('new action', initial);
  const { text, caseId, agencyId, personId, dueOn, kind, isUrgent } = fields;
  const cases = useMemo(
    () =>
      (register.data ?? [])
        .filter(({ state }) => state !== 'left')
        .map(({ id, surname, forenames, reference }) => ({ id, name: `${surname}, ${forenames}`, detail: reference })),
    [register.data],
  );
  const people = scheme.people.filter((person) => !person.isWithdrawn && person.agencyId === agencyId);
  const isReady = text.trim() !== '' && agencyId !== null;
  async function add() {
    if (!isReady || agencyId === null || create.isBusy) return;
    const added = await create.run({
      caseId,
      meetingId: null,
      agencyId,
      personId,
      text,
      kind,
      priority: isUrgent ? 'high' : 'normal',
      dueOn,
    });
    if (!added.ok) return;
    forget();
    showDone('Action added');
    onClose();
  }
  return (
    <aside className="action-detail" aria-label="New action">
      <h2>New action</h2>
      <form
        className="new-action"
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented) onClose();
        }}
      >
        <TextArea
          label="What is to be done"
          value={text}
          onChange={(words) => change({ text: words })}
          problem={create.problem}
          onEnter={() => void add()}
          autoFocus
        />
        <ComboBox label="Case" placeholder="General, no case" choices={cases} value={caseId} onChange={(id) => change({ caseId: id })} />
        <ComboBox
          label="Agency"
          choices={scheme.agencies.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name, code }) => ({ id, name, detail: code }))}
          value={agencyId}
          onChange={(id) => change({ agencyId: id, personId: null })}
        />
        <ComboBox
          key={agencyId}
          label="Person"
          placeholder="Nobody named"
          choices={people.map(({ id, name }) => ({ id, name }))}
          value={personId}
          onChange={(id) => change({ personId: id })}
        />
        <DateField label="Due" value={dueOn} notBefore={today} onChange={(day) => change({ dueOn: day })} />
        <Select
          label="Kind"
          choices={actionKinds.map((id) => ({ id, name: actionKindName[id] }))}
          value={kind}
          onChange={(id) => change({ kind: id as ActionKind })}
        />
        <Tick isOn={isUrgent} onChange={(isOn) => change({ isUrgent: isOn })}>
          Urgent
        </Tick>
        <div className="row">
          <Button look="primary" type="submit" isDisabled={!isReady || create.isBusy}>
            Add <KeyHint>Enter</KeyHint>
          </Button>
          <Button
            look="quiet"
            onPress={() => {
              forget();
              onClose();
            }}
          >
            Cancel
          </Button>
        </div>
      </form>
    </aside>
  );
}
