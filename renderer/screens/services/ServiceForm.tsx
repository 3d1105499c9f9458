import { useState } from 'react';
import { type RoshLevel, roshName } from '../../../shared/language/cohort';
import { type Pathway, pathwayName, pathways } from '../../../shared/language/pathway';
import { serviceSettingName, serviceSettings } from '../../../shared/language/referral';
import type { ServiceView } from '../../../shared/views/services';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { agencyChoices } from '../../components/fields/owners';
import { Select } from '../../components/fields/Select';
import { TextArea, TextField } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { CheckList } from '../cohort/CheckList';

interface ServiceFormProps {
  /** Null for a new one. */
  readonly service: ServiceView | null;
  readonly onClose: () => void;
}

const none = 'none';
const mostRoshes = ['low', 'medium', 'high', 'very-high'] as const;
const numberIn = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text) : null);
const textOf = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

/** A service of the directory. Saving it says that it is right as of today. */
export function ServiceForm({ service, onClose }: ServiceFormProps) {
  const { scheme } = useScheme();
  const save = useAction('services', 'save', 'inline');
  const [text, setText] = useState({
    name: service?.name ?? '',
    description: service?.description ?? '',
    eligibility: service?.eligibility ?? '',
    howToRefer: service?.howToRefer ?? '',
    contactName: service?.contactName ?? '',
    phone: service?.phone ?? '',
    email: service?.email ?? '',
    areas: service?.areas.join(', ') ?? '',
    leastAge: textOf(service?.leastAge),
    mostAge: textOf(service?.mostAge),
    waitingDays: textOf(service?.waitingDays),
    capacity: textOf(service?.capacity),
  });
  const [agencyId, setAgencyId] = useState<string | null>(service?.agencyId ?? null);
  const [chosen, setChosen] = useState<readonly Pathway[]>(service?.pathways ?? []);
  const [settings, setSettings] = useState(service?.settings ?? []);
  const [onlySex, setOnlySex] = useState<'' | 'Female' | 'Male'>((service?.onlySex ?? '') as '' | 'Female' | 'Male');
  const [mostRosh, setMostRosh] = useState<RoshLevel | null>(service?.mostRosh ?? null);
  const [nextStartOn, setNextStartOn] = useState<string | null>(service?.nextStartOn ?? null);
  const [isAsked, setAsked] = useState(false);
  const field = (name: keyof typeof text, label: string, problem: string | null = null) => (
    <TextField
      label={label}
      value={text[name]}
      onChange={(value) => setText({ ...text, [name]: value })}
      onEscape={onClose}
      autoFocus={name === 'name'}
      problem={problem}
    />
  );
  const onSave = async () => {
    setAsked(true);
    if (text.name.trim() === '' || chosen.length === 0) return;
    const done = await save.run({
      id: service?.id ?? null,
      agencyId,
      name: text.name,
      pathways: [...chosen],
      description: text.description,
      eligibility: text.eligibility,
      leastAge: numberIn(text.leastAge),
      mostAge: numberIn(text.mostAge),
      onlySex,
      settings: [...settings],
      areas: text.areas
        .split(',')
        .map((area) => area.trim())
        .filter((area) => area !== ''),
      mostRosh,
      howToRefer: text.howToRefer,
      contactName: text.contactName,
      phone: text.phone,
      email: text.email,
      waitingDays: numberIn(text.waitingDays),
      nextStartOn,
      capacity: numberIn(text.capacity),
    });
    if (!done.ok) return;
    showDone('Saved, and right as of today');
    onClose();
  };
  return (
    <section className="in-place" aria-label={service ? 'Change the service' : 'New service'}>
      <div className="form-grid">
        <div className="wide">{field('name', 'Name', isAsked && text.name.trim() === '' ? 'Give its name' : null)}</div>
        <Select label="Agency" value={agencyId} onChange={setAgencyId} choices={agencyChoices(scheme)} placeholder="None of the scheme" />
        {field('areas', 'Areas, with commas; empty for all')}
        <div className="wide">
          <CheckList
            legend="Pathways, the main one first"
            chosen={chosen}
            onChange={setChosen}
            choices={pathways.map((id) => ({ id, name: pathwayName[id] }))}
          />
          {isAsked && chosen.length === 0 ? <p className="late small">Choose at least one pathway.</p> : null}
        </div>
        <div className="wide">
          <TextArea label="Who it takes" value={text.eligibility} onChange={(eligibility) => setText({ ...text, eligibility })} rows={2} />
        </div>
        {field('leastAge', 'From age')}
        {field('mostAge', 'Up to age')}
        <Select
          label="Takes"
          value={onlySex === '' ? none : onlySex}
          onChange={(id) => setOnlySex(id === none ? '' : (id as 'Female' | 'Male'))}
          choices={[
            { id: none, name: 'Anyone' },
            { id: 'Female', name: 'Women only' },
            { id: 'Male', name: 'Men only' },
          ]}
        />
        <Select
          label="Risk of Serious Harm up to"
          value={mostRosh ?? none}
          onChange={(id) => setMostRosh(id === none ? null : (id as RoshLevel))}
          choices={[{ id: none, name: 'Any' }, ...mostRoshes.map((id) => ({ id, name: roshName[id] }))]}
        />
        <div className="wide">
          <CheckList
            legend="Where; neither ticked means both"
            chosen={settings}
            onChange={setSettings}
            choices={serviceSettings.map((id) => ({ id, name: serviceSettingName[id] }))}
          />
        </div>
        <div className="wide">{field('howToRefer', 'How to refer')}</div>
        {field('contactName', 'Contact')}
        {field('phone', 'Telephone')}
        {field('email', 'E-mail')}
        {field('waitingDays', 'Usual wait, in days')}
        <DateField label="Next start" value={nextStartOn} onChange={setNextStartOn} />
        {field('capacity', 'Places')}
      </div>
      {save.problem ? (
        <p className="late small" role="alert">
          {save.problem}
        </p>
      ) : null}
      <FormButtons save="Save" onSave={() => void onSave()} isDisabled={save.isBusy} onCancel={onClose} />
    </section>
  );
}
