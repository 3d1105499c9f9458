import { useState } from 'react';
import { announce } from '../../components/announcements';
import { ComboBox } from '../../components/fields/ComboBox';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { agencyChoices } from '../../components/fields/owners';
import { Segmented } from '../../components/fields/Segmented';
import { Select } from '../../components/fields/Select';
import { TextArea, TextField } from '../../components/fields/TextField';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';

const elsewhere = 'elsewhere';

/** Someone put forward, by an agency of the scheme or by a prison, a court or another area. */
export function NewReferral({ onClose }: { readonly onClose: () => void }) {
  const { scheme, today } = useScheme();
  const register = useVerb('register', 'list');
  const refer = useAction('cohort', 'refer', 'inline');
  const [who, setWho] = useState<'new' | 'known'>('new');
  const [caseId, setCaseId] = useState<string | null>(null);
  const [person, setPerson] = useState({ surname: '', forenames: '', pnc: '', indexOffence: '' });
  const [born, setBorn] = useState<string | null>(null);
  const [agency, setAgency] = useState<string>(elsewhere);
  const [organisation, setOrganisation] = useState('');
  const [referredBy, setReferredBy] = useState('');
  const [on, setOn] = useState<string | null>(today);
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const field = (name: keyof typeof person, label: string) => (
    <TextField
      label={label}
      value={person[name]}
      onChange={(text) => setPerson({ ...person, [name]: text })}
      onEscape={onClose}
      autoFocus={name === 'surname'}
      problem={name === 'surname' && isAsked && person.surname.trim() === '' ? 'Give the surname' : null}
    />
  );
  const save = async () => {
    setAsked(true);
    if (on === null || reason.trim() === '' || (who === 'new' ? person.surname.trim() === '' : caseId === null)) return;
    const done = await refer.run({
      person: who === 'known' && caseId !== null ? { caseId } : { ...person, dateOfBirth: born },
      agencyId: agency === elsewhere ? null : agency,
      organisation: agency === elsewhere ? organisation : '',
      referredBy,
      contact: '',
      referredOn: on,
      reason,
    });
    if (!done.ok) return;
    announce('Referral recorded');
    onClose();
  };
  const known = (register.data ?? []).filter(({ state }) => state !== 'adopted');
  return (
    <section className="in-place" aria-label="New referral">
      <Segmented
        label="Who it is"
        isBoxed
        value={who}
        onChange={setWho}
        choices={[
          { id: 'new', name: 'Not on the register' },
          { id: 'known', name: 'On the register before' },
        ]}
      />
      <div className="form-grid">
        {who === 'new' ? (
          <>
            {field('surname', 'Surname')}
            {field('forenames', 'Forenames')}
            <DateField label="Date of birth" value={born} onChange={setBorn} />
            {field('pnc', 'PNC')}
            <div className="wide">{field('indexOffence', 'Index offence')}</div>
          </>
        ) : (
          <div className="wide">
            <ComboBox
              label="Who"
              value={caseId}
              onChange={setCaseId}
              choices={known.map(({ id, surname, forenames }) => ({ id, name: `${surname}, ${forenames}` }))}
              problem={isAsked && caseId === null ? 'Choose who it is' : null}
            />
          </div>
        )}
        <Select
          label="Referred by"
          value={agency}
          onChange={setAgency}
          choices={[{ id: elsewhere, name: 'Someone outside the scheme' }, ...agencyChoices(scheme)]}
        />
        {agency === elsewhere ? (
          <TextField label="Prison, court or other body" value={organisation} onChange={setOrganisation} onEscape={onClose} />
        ) : null}
        <TextField label="Who there" value={referredBy} onChange={setReferredBy} onEscape={onClose} />
        <DateField label="Referred on" value={on} onChange={setOn} />
      </div>
      <TextArea
        label="Why"
        value={reason}
        onChange={setReason}
        rows={2}
        onEscape={onClose}
        problem={refer.problem ?? (isAsked && reason.trim() === '' ? 'Say why they are put forward' : null)}
      />
      <FormButtons save="Record the referral" onSave={() => void save()} isDisabled={refer.isBusy} onCancel={onClose} />
    </section>
  );
}
