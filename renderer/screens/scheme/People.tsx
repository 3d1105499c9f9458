import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type Role, roles } from '../../../shared/language/role';
import type { PersonView } from '../../../shared/views/scheme';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/ComboBox';
import { EmptyState } from '../../components/EmptyState';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { showDone } from '../../components/toasts';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

const roleName: Readonly<Record<Role, string>> = { coordinator: 'Coordinator', manager: 'Manager', partner: 'Partner' };

/** Everyone who may be named as an owner, a case manager or present. */
export function People() {
  const { scheme, agencyOf } = useScheme();
  const [edited, setEdited] = useState<PersonView | 'new' | null>(null);
  const people = scheme.people.filter(({ isWithdrawn }) => !isWithdrawn);
  return (
    <>
      <div className="row">
        <h2 className="grow">People</h2>
        <Button onPress={() => setEdited('new')}>
          <Plus aria-hidden /> Person
        </Button>
      </div>
      {edited === 'new' ? <PersonForm person={null} onClose={() => setEdited(null)} /> : null}
      {people.length === 0 ? (
        <EmptyState title="Nobody yet">Add the people who own actions, so that an action has a name and not only an agency.</EmptyState>
      ) : null}
      <ul className="scheme-list">
        {people.map((person) => (
          <li key={person.id}>
            {edited !== 'new' && edited?.id === person.id ? (
              <PersonForm person={person} onClose={() => setEdited(null)} />
            ) : (
              <div className="scheme-line">
                <AgencyCode agency={agencyOf(person.agencyId)} />
                <div className="grow">
                  <b>{person.name}</b>
                  <p className="small mute">
                    {[person.post, person.role === 'partner' ? '' : roleName[person.role], person.phone, person.email]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </div>
                <Button size="small" look="quiet" onPress={() => setEdited(person)} aria-label={`Change ${person.name}`}>
                  Change
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function PersonForm({ person, onClose }: { readonly person: PersonView | null; readonly onClose: () => void }) {
  const { scheme } = useScheme();
  const save = useAction('scheme', 'savePerson', 'inline');
  const withdraw = useAction('scheme', 'withdrawPerson', 'inline');
  const [name, setName] = useState(person?.name ?? '');
  const [post, setPost] = useState(person?.post ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [phone, setPhone] = useState(person?.phone ?? '');
  const [agencyId, setAgencyId] = useState<string | null>(person?.agencyId ?? null);
  const [role, setRole] = useState<Role>(person?.role ?? 'partner');
  const [reason, setReason] = useState<string | null>(null);
  const isReady = name.trim() !== '' && agencyId !== null;
  async function submit() {
    if (!isReady || agencyId === null) return;
    const saved = await save.run({ id: person?.id ?? null, agencyId, name, post, email, phone, role });
    if (!saved.ok) return;
    showDone(person ? 'Person changed' : 'Person added');
    onClose();
  }
  async function leave() {
    if (!person || reason === null) return;
    const left = await withdraw.run({ id: person.id, reason });
    if (!left.ok) return;
    showDone(`${person.name} has left the scheme; what they did stays recorded`);
    onClose();
  }
  return (
    <form
      className="scheme-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="scheme-fields">
        <TextField label="Name" value={name} onChange={setName} problem={save.problem ?? withdraw.problem} autoFocus />
        <ComboBox
          label="Agency"
          choices={scheme.agencies
            .filter(({ isWithdrawn }) => !isWithdrawn)
            .map(({ id, name: agency, code }) => ({ id, name: agency, detail: code }))}
          value={agencyId}
          onChange={setAgencyId}
        />
        <TextField label="Post" value={post} onChange={setPost} />
        <Select
          label="Role"
          choices={roles.map((id) => ({ id, name: roleName[id] }))}
          value={role}
          onChange={(id) => setRole(id as Role)}
        />
        <TextField label="Phone" value={phone} onChange={setPhone} />
        <TextField label="E-mail" type="email" value={email} onChange={setEmail} />
      </div>
      <div className="row wrap">
        <Button look="primary" type="submit" isDisabled={!isReady || save.isBusy}>
          {person ? 'Save' : 'Add'}
        </Button>
        <Button look="quiet" onPress={onClose}>
          Cancel
        </Button>
        {person && reason === null ? (
          <Button look="quiet" onPress={() => setReason('')}>
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
              onChange={setReason}
              onEnter={() => void leave()}
              autoFocus
            />
            <Button onPress={() => void leave()} isDisabled={reason.trim() === ''}>
              Record that they left
            </Button>
          </>
        ) : null}
      </div>
    </form>
  );
}
