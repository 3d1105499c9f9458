import { useState } from 'react';
import { type Role, roleName, roles } from '../../../shared/language/role';
import type { JoinRequestView } from '../../../shared/views/sharing';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/fields/ComboBox';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { InPlaceForm } from './InPlaceForm';

/** New workstations that ask to join. The words are compared by telephone before anyone is taken in. */
export function JoinRequests({ requests }: { readonly requests: readonly JoinRequestView[] }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <h3>Asking to join</h3>
      {requests.length === 0 ? (
        <p className="mute">
          Nobody asks now. On the new workstation choose <b>Join a shared scheme</b> on the first screen, and the folder above.
        </p>
      ) : null}
      <ul className="scheme-list">
        {requests.map((request) => (
          <li key={request.id}>
            <div className="scheme-line">
              <div className="grow">
                <b className="join-words">{request.words.join(' ')}</b>
                <p className="small mute">{request.computer}</p>
              </div>
              {open === request.id ? null : <Button onPress={() => setOpen(request.id)}>Compare and admit…</Button>}
            </div>
            {open === request.id ? <Admit request={request} onClose={() => setOpen(null)} /> : null}
          </li>
        ))}
      </ul>
    </>
  );
}

const newPerson = 'new';

function Admit({ request, onClose }: { readonly request: JoinRequestView; readonly onClose: () => void }) {
  const { scheme } = useScheme();
  const admit = useAction('sharing', 'admit', 'inline');
  const [personId, setPersonId] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const [role, setRole] = useState<Role>('partner');
  const isNew = personId === newPerson;
  const isReady = isNew ? name.trim() !== '' && agencyId !== null : personId !== null;
  async function take() {
    if (!isReady || personId === null) return;
    const person = isNew ? { agencyId: agencyId ?? '', name, post: '', email: '', phone: '', role } : { id: personId };
    const done = await admit.run({ requestId: request.id, person });
    if (!done.ok) return;
    showDone('The workstation is in the scheme');
    onClose();
  }
  return (
    <InPlaceForm onSubmit={() => void take()} onClose={onClose}>
      <p>
        Telephone the person who asks, on a number that you know, and have them read out the six words on their screen. Admit them only if
        all six are these, in this order.
      </p>
      <div className="scheme-fields">
        <ComboBox
          label="Who sits there"
          autoFocus
          choices={[
            { id: newPerson, name: 'Someone who is not in the scheme yet' },
            ...scheme.people
              .filter(({ isWithdrawn }) => !isWithdrawn)
              .map((person) => ({ id: person.id, name: `${person.name} (${roleName[person.role].toLowerCase()})` })),
          ]}
          value={personId}
          onChange={setPersonId}
        />
        {isNew ? (
          <>
            <TextField label="Name" value={name} onChange={setName} />
            <ComboBox
              label="Agency"
              choices={scheme.agencies
                .filter(({ isWithdrawn }) => !isWithdrawn)
                .map((agency) => ({ id: agency.id, name: agency.name, detail: agency.code }))}
              value={agencyId}
              onChange={setAgencyId}
            />
            <Select
              label="Role"
              choices={roles.map((id) => ({ id, name: roleName[id] }))}
              value={role}
              onChange={(id) => setRole(id as Role)}
            />
          </>
        ) : null}
      </div>
      <p className="small mute">
        A coordinator reads and changes everything, a manager reads everything, a partner gets the cases that concern their agency.
      </p>
      {admit.problem ? <p className="late">{admit.problem}</p> : null}
      <div className="row">
        <Button look="primary" type="submit" isDisabled={!isReady || admit.isBusy}>
          {admit.isBusy ? 'Sealing what they may read…' : 'The words are the same: admit'}
        </Button>
        <Button look="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </InPlaceForm>
  );
}
