import { useMemo } from 'react';
import { type Role, roleName, roles } from '../../../shared/language/role';
import { teamsOf } from '../../../shared/rules/teams';
import type { PersonView } from '../../../shared/views/scheme';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { ComboBox } from '../../components/fields/ComboBox';
import { Select } from '../../components/fields/Select';
import { SuggestField } from '../../components/fields/SuggestField';
import { TextField } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useKeptForm } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { EditList } from './EditList';
import { InPlaceForm } from './InPlaceForm';

/** Everyone who may be named as an owner, a case manager or present. */
export function People() {
  const { scheme, agencyOf } = useScheme();
  return (
    <EditList
      title="People"
      one="Person"
      list="people"
      entries={scheme.people.filter(({ isWithdrawn }) => !isWithdrawn)}
      nameOf={({ name }) => name}
      formOf={(person, close) => <PersonForm person={person} onClose={close} />}
      empty={
        <EmptyState title="Nobody yet">Add the people who own actions, so that an action has a name and not only an agency.</EmptyState>
      }
      lineOf={(person) => (
        <>
          <AgencyCode agency={agencyOf(person.agencyId)} />
          <div className="grow">
            <b>{person.name}</b>
            <p className="small mute">
              {[
                agencyOf(person.agencyId)?.name,
                person.post,
                person.team,
                person.role === 'partner' ? '' : roleName[person.role],
                person.phone,
                person.email,
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        </>
      )}
    />
  );
}

function PersonForm({ person, onClose }: { readonly person: PersonView | null; readonly onClose: () => void }) {
  const { scheme } = useScheme();
  const save = useAction('scheme', 'savePerson', 'inline');
  const withdraw = useAction('scheme', 'withdrawPerson', 'inline');
  const initial = useMemo(
    () => ({
      name: person?.name ?? '',
      post: person?.post ?? '',
      team: person?.team ?? '',
      email: person?.email ?? '',
      phone: person?.phone ?? '',
      agencyId: person?.agencyId ?? null,
      role: person?.role ?? ('partner' as Role),
      reason: null as string | null,
    }),
    [person],
  );
  const { fields, change, forget } = useKeptForm(`person ${person?.id ?? 'new'}`, initial);
  const { name, post, team, email, phone, agencyId, role, reason } = fields;
  const isReady = name.trim() !== '' && agencyId !== null;
  async function submit() {
    if (!isReady || agencyId === null) return;
    const saved = await save.run({ id: person?.id ?? null, agencyId, name, post, team, email, phone, role });
    if (!saved.ok) return;
    forget();
    showDone(person ? 'Person changed' : 'Person added');
    onClose();
  }
  async function leave() {
    if (!person || reason === null || withdraw.isBusy) return;
    const left = await withdraw.run({ id: person.id, reason });
    if (!left.ok) return;
    forget();
    showDone(`${person.name} has left the scheme; what they did stays recorded`);
    onClose();
  }
  return (
    <InPlaceForm onSubmit={() => void submit()} onClose={onClose}>
      <div className="scheme-fields">
        <TextField
          label="Name"
          value={name}
          onChange={(text) => change({ name: text })}
          problem={save.problem ?? withdraw.problem}
          autoFocus
        />
        <ComboBox
          label="Agency"
          choices={scheme.agencies
            .filter(({ isWithdrawn }) => !isWithdrawn)
            .map(({ id, name: agency, code }) => ({ id, name: agency, detail: code }))}
          value={agencyId}
          onChange={(id) => change({ agencyId: id })}
        />
        <TextField label="Post" value={post} onChange={(text) => change({ post: text })} />
        <SuggestField
          label="Team"
          value={team}
          onChange={(text) => change({ team: text })}
          suggestions={agencyId === null ? [] : teamsOf(scheme.people, agencyId)}
          placeholder="None"
        />
        <Select
          label="Role"
          choices={roles.map((id) => ({ id, name: roleName[id] }))}
          value={role}
          onChange={(id) => change({ role: id as Role })}
        />
        <TextField label="Phone" value={phone} onChange={(text) => change({ phone: text })} />
        <TextField label="E-mail" type="email" value={email} onChange={(text) => change({ email: text })} />
      </div>
      <div className="row wrap">
        <Button look="primary" type="submit" isDisabled={!isReady || save.isBusy}>
          {person ? 'Save' : 'Add'}
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
        {person && reason === null ? (
          <Button look="quiet" onPress={() => change({ reason: '' })}>
            Has left…
          </Button>
        ) : null}
        {person && reason !== null ? (
          <>
            <TextField
              label="Why they left"
              isLabelHidden
              placeholder="Reason, such as a new post"
              value={reason}
              onChange={(text) => change({ reason: text })}
              onEnter={() => void leave()}
              autoFocus
            />
            <Button onPress={() => void leave()} isDisabled={reason.trim() === ''}>
              Record that they left
            </Button>
          </>
        ) : null}
      </div>
    </InPlaceForm>
  );
}
