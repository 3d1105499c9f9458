import { useMemo } from 'react';
import { agencyKinds } from '../../../shared/language/agency-kind';
import { type Pathway, pathwayName, pathways } from '../../../shared/language/pathway';
import type { AgencyView } from '../../../shared/views/scheme';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { ComboBox } from '../../components/fields/ComboBox';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { Tick } from '../../components/fields/Tick';
import { showDone } from '../../components/overlays/toasts';
import { useKeptForm } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { EditList } from './EditList';
import { InPlaceForm } from './InPlaceForm';

/** Who sits at the table, and which needs make a case theirs. */
export function Agencies() {
  const { scheme, personOf } = useScheme();
  return (
    <EditList
      title="Agencies"
      one="Agency"
      list="agencies"
      entries={scheme.agencies}
      nameOf={({ name }) => name}
      formOf={(agency, close) => <AgencyForm agency={agency} onClose={close} />}
      lineOf={(agency) => (
        <>
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
        </>
      )}
    />
  );
}

function AgencyForm({ agency, onClose }: { readonly agency: AgencyView | null; readonly onClose: () => void }) {
  const { scheme } = useScheme();
  const save = useAction('scheme', 'saveAgency', 'inline');
  const initial = useMemo(
    () => ({
      kind: agency?.kind ?? '',
      name: agency?.name ?? '',
      code: agency?.code ?? '',
      email: agency?.email ?? '',
      covers: agency?.pathways ?? ([] as readonly Pathway[]),
      isCore: agency?.isCore ?? false,
      attends: agency?.attends ?? true,
      linkPersonId: agency?.linkPersonId ?? null,
    }),
    [agency],
  );
  const { fields, change, forget } = useKeptForm(`agency ${agency?.id ?? 'new'}`, initial);
  const { kind, name, code, email, covers, isCore, attends, linkPersonId } = fields;
  const isReady = kind !== '' && name.trim() !== '' && code.trim() !== '';
  function chooseKind(chosen: string) {
    const usual = agencyKinds.find((each) => each.kind === chosen);
    if (!usual || agency) change({ kind: chosen });
    else change({ kind: chosen, name: usual.name, code: usual.code, covers: usual.pathways, isCore: usual.isCore });
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
    forget();
    showDone(agency ? 'Agency changed' : 'Agency added');
    onClose();
  }
  return (
    <InPlaceForm onSubmit={() => void submit()} onClose={onClose}>
      <div className="scheme-fields">
        <Select
          label="Kind"
          choices={agencyKinds.map((each) => ({ id: each.kind, name: each.name }))}
          value={kind || null}
          onChange={chooseKind}
          autoFocus
        />
        <TextField label="Name" value={name} onChange={(text) => change({ name: text })} problem={save.problem} />
        <TextField label="Code" value={code} onChange={(text) => change({ code: text })} maxLength={4} />
        <TextField label="E-mail" type="email" value={email} onChange={(text) => change({ email: text })} />
      </div>
      <fieldset>
        <legend className="label">Needs that make a case its concern</legend>
        <div className="scheme-ticks">
          {pathways.map((pathway) => (
            <Tick
              key={pathway}
              isOn={covers.includes(pathway)}
              onChange={(isOn) => change({ covers: isOn ? [...covers, pathway] : covers.filter((other) => other !== pathway) })}
            >
              {pathwayName[pathway]}
            </Tick>
          ))}
        </div>
      </fieldset>
      <div className="scheme-ticks">
        <Tick isOn={isCore} onChange={(isOn) => change({ isCore: isOn })}>
          Stays throughout the conference
        </Tick>
        <Tick isOn={attends} onChange={(isOn) => change({ attends: isOn })}>
          Attends
        </Tick>
      </div>
      {attends ? null : (
        <ComboBox
          label="Who carries messages to it"
          choices={scheme.people.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name: person }) => ({ id, name: person }))}
          value={linkPersonId}
          onChange={(id) => change({ linkPersonId: id })}
        />
      )}
      <div className="row">
        <Button look="primary" type="submit" isDisabled={!isReady || save.isBusy}>
          {agency ? 'Save' : 'Add'}
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
    </InPlaceForm>
  );
}
