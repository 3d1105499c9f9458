import { Plus } from 'lucide-react';
import { useState } from 'react';
import { agencyKinds } from '../../../shared/language/agency-kind';
import { type Pathway, pathwayName, pathways } from '../../../shared/language/pathway';
import type { AgencyView } from '../../../shared/views/scheme';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/ComboBox';
import { Select } from '../../components/Select';
import { TextField } from '../../components/TextField';
import { Tick } from '../../components/Tick';
import { showDone } from '../../components/toasts';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

/** Who sits at the table, and which needs make a case theirs. */
export function Agencies() {
  const { scheme, personOf } = useScheme();
  const [edited, setEdited] = useState<AgencyView | 'new' | null>(null);
  return (
    <>
      <div className="row">
        <h2 className="grow">Agencies</h2>
        <Button onPress={() => setEdited('new')}>
          <Plus aria-hidden /> Agency
        </Button>
      </div>
      {edited === 'new' ? <AgencyForm agency={null} onClose={() => setEdited(null)} /> : null}
      <ul className="scheme-list">
        {scheme.agencies.map((agency) => (
          <li key={agency.id}>
            {edited !== 'new' && edited?.id === agency.id ? (
              <AgencyForm agency={agency} onClose={() => setEdited(null)} />
            ) : (
              <div className="scheme-line">
                <AgencyCode agency={agency} isHollow={!agency.attends} />
                <div className="grow">
                  <b>{agency.name}</b>
                  <p className="small mute">
                    {[
                      agency.isCore ? 'Stays throughout' : '',
                      agency.pathways.map((pathway) => pathwayName[pathway]).join('; '),
                      agency.attends ? '' : `Does not attend; messages go by ${personOf(agency.linkPersonId)?.name ?? 'nobody yet'}`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </div>
                <Button size="small" look="quiet" onPress={() => setEdited(agency)} aria-label={`Change ${agency.name}`}>
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

function AgencyForm({ agency, onClose }: { readonly agency: AgencyView | null; readonly onClose: () => void }) {
  const { scheme } = useScheme();
  const save = useAction('scheme', 'saveAgency', 'inline');
  const [kind, setKind] = useState(agency?.kind ?? '');
  const [name, setName] = useState(agency?.name ?? '');
  const [code, setCode] = useState(agency?.code ?? '');
  const [email, setEmail] = useState(agency?.email ?? '');
  const [covers, setCovers] = useState<readonly Pathway[]>(agency?.pathways ?? []);
  const [isCore, setCore] = useState(agency?.isCore ?? false);
  const [attends, setAttends] = useState(agency?.attends ?? true);
  const [linkPersonId, setLink] = useState(agency?.linkPersonId ?? null);
  const isReady = kind !== '' && name.trim() !== '' && code.trim() !== '';
  function chooseKind(chosen: string) {
    const usual = agencyKinds.find((each) => each.kind === chosen);
    setKind(chosen);
    if (!usual || agency) return;
    setName(usual.name);
    setCode(usual.code);
    setCovers(usual.pathways);
    setCore(usual.isCore);
  }
  async function submit() {
    if (!isReady) return;
    const saved = await save.run({
      id: agency?.id ?? null,
      kind,
      name,
      code: code.toUpperCase(),
      email,
      pathways: [...covers],
      isCore,
      attends,
      linkPersonId: attends ? null : linkPersonId,
    });
    if (!saved.ok) return;
    showDone(agency ? 'Agency changed' : 'Agency added');
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
        <Select
          label="Kind"
          choices={agencyKinds.map((each) => ({ id: each.kind, name: each.name }))}
          value={kind || null}
          onChange={chooseKind}
          autoFocus
        />
        <TextField label="Name" value={name} onChange={setName} problem={save.problem} />
        <TextField label="Code" value={code} onChange={setCode} maxLength={4} />
        <TextField label="E-mail" type="email" value={email} onChange={setEmail} />
      </div>
      <fieldset>
        <legend className="label">Needs that make a case its concern</legend>
        <div className="scheme-ticks">
          {pathways.map((pathway) => (
            <Tick
              key={pathway}
              isOn={covers.includes(pathway)}
              onChange={(isOn) => setCovers(isOn ? [...covers, pathway] : covers.filter((other) => other !== pathway))}
            >
              {pathwayName[pathway]}
            </Tick>
          ))}
        </div>
      </fieldset>
      <div className="scheme-ticks">
        <Tick isOn={isCore} onChange={setCore}>
          Stays throughout the conference
        </Tick>
        <Tick isOn={attends} onChange={setAttends}>
          Attends
        </Tick>
      </div>
      {attends ? null : (
        <ComboBox
          label="Who carries messages to it"
          choices={scheme.people.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name: person }) => ({ id, name: person }))}
          value={linkPersonId}
          onChange={setLink}
        />
      )}
      <div className="row">
        <Button look="primary" type="submit" isDisabled={!isReady || save.isBusy}>
          {agency ? 'Save' : 'Add'}
        </Button>
        <Button look="quiet" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
