import { useState } from 'react';
import { type PanelStance, panelStanceName, panelStances } from '../../../shared/language/selection';
import { jointKinds } from '../../../shared/rules/joint-decision';
import type { PanelItemView } from '../../../shared/views/cohort';
import { announce } from '../../components/announcements';
import { FormButtons } from '../../components/fields/FormButtons';
import { agencyChoices } from '../../components/fields/owners';
import { Segmented } from '../../components/fields/Segmented';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface SayStanceProps {
  readonly item: PanelItemView;
  readonly onClose: () => void;
}

/** What one agency says. Police and probation come first, as their word is needed. */
export function SayStance({ item, onClose }: SayStanceProps) {
  const { scheme } = useScheme();
  const record = useAction('cohort', 'recordStance', 'inline');
  const said = new Set(item.stances.map(({ agencyId }) => agencyId));
  const needed = scheme.agencies.filter(({ kind, isWithdrawn }) => !isWithdrawn && (jointKinds as readonly string[]).includes(kind));
  const [agencyId, setAgencyId] = useState<string | null>(needed.find(({ id }) => !said.has(id))?.id ?? null);
  const [stance, setStance] = useState<PanelStance>('agrees');
  const [reason, setReason] = useState('');
  const save = async () => {
    if (agencyId === null) return;
    const done = await record.run({ panelItemId: item.id, agencyId, personId: null, stance, cohortPart: null, reason });
    if (!done.ok) return;
    announce('View recorded');
    setReason('');
    const next = needed.find(({ id }) => id !== agencyId && !said.has(id));
    if (next) setAgencyId(next.id);
    else onClose();
  };
  return (
    <div className="in-place">
      <div className="form-grid">
        <Select label="Agency" value={agencyId} onChange={setAgencyId} choices={agencyChoices(scheme)} autoFocus />
        <Segmented
          label="What it says"
          isBoxed
          value={stance}
          onChange={setStance}
          choices={panelStances.map((id) => ({ id, name: panelStanceName[id] }))}
        />
        <div className="wide">
          <TextField
            label="Why"
            value={reason}
            onChange={setReason}
            // Without words only by the button: once one agency’s view is recorded, a second Enter would be the next one’s word.
            onEnter={() => (reason.trim() === '' ? undefined : void save())}
            onEscape={onClose}
            problem={record.problem}
          />
        </div>
      </div>
      <FormButtons
        save="Record"
        onSave={() => void save()}
        isDisabled={record.isBusy || agencyId === null}
        cancel="Close"
        onCancel={onClose}
      />
    </div>
  );
}
