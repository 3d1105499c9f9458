import { useState } from 'react';
import { actionOutcomeName } from '../../../shared/language/action';
import { formatDay } from '../../../shared/language/dates';
import { type ReadinessState, readinessItemName, readinessStateName, readinessStates } from '../../../shared/language/release';
import { mayNotBeNeeded } from '../../../shared/rules/release-readiness';
import type { ReleaseCheckView, ReleaseDetail } from '../../../shared/views/releases';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { LateFlag } from '../../components/DueDate';
import { FormButtons } from '../../components/fields/FormButtons';
import { agencyChoices } from '../../components/fields/owners';
import { Segmented } from '../../components/fields/Segmented';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface ReadyItemProps {
  readonly detail: ReleaseDetail;
  readonly check: ReleaseCheckView;
}

/** One thing to have ready: how it stands, who sees to it, and an action from a gap in one step. */
export function ReadyItem({ detail, check }: ReadyItemProps) {
  const { agencyOf, personOf, may } = useScheme();
  const [isOpen, setOpen] = useState(false);
  const raise = useAction('releases', 'raiseAction');
  const { item, state, action } = check;
  const owner = personOf(check.personId)?.name ?? agencyOf(check.agencyId)?.name ?? 'Nobody yet';
  const isGap = state === 'open';
  const onRaise = async () => {
    const done = await raise.run({ caseId: detail.caseId, item });
    if (done.ok) showDone(`Action raised for ${owner}`);
  };
  return (
    <div className="ready-item">
      <div className="row">
        <AgencyCode agency={agencyOf(check.agencyId)} />
        <b className="grow">{readinessItemName[item]}</b>
        {isGap ? (
          <LateFlag>{readinessStateName.open}</LateFlag>
        ) : (
          <span className={state === 'ready' ? 'strong' : 'soft'}>{readinessStateName[state]}</span>
        )}
      </div>
      <div className="row small soft">
        <span className="grow" dir="auto">
          {owner}
          {check.note ? `: ${check.note}` : ''}
          {isGap && mayNotBeNeeded(item, detail.needs) ? ' (no drug, alcohol or health need is recorded)' : ''}
        </span>
        {action ? (
          <span>
            {action.reference}
            {action.outcome
              ? `, ${actionOutcomeName[action.outcome].toLowerCase()}`
              : action.dueOn
                ? `, due ${formatDay(action.dueOn)}`
                : ''}
          </span>
        ) : null}
        {isGap && may('set-actions') && check.agencyId !== null && (action === null || action.outcome !== null) ? (
          <Button
            size="small"
            onPress={() => void onRaise()}
            isDisabled={raise.isBusy}
            aria-label={`Raise an action: ${readinessItemName[item]}`}
          >
            Raise an action
          </Button>
        ) : null}
        {may('edit-cases') ? (
          <Button
            look="quiet"
            size="small"
            onPress={() => setOpen(!isOpen)}
            aria-expanded={isOpen}
            aria-label={`Change: ${readinessItemName[item]}`}
          >
            Change
          </Button>
        ) : null}
      </div>
      {isOpen ? <EditItem detail={detail} check={check} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

function EditItem({ detail, check, onClose }: ReadyItemProps & { readonly onClose: () => void }) {
  const { scheme } = useScheme();
  const set = useAction('releases', 'setCheck', 'inline');
  const [state, setState] = useState<ReadinessState>(check.state);
  const [agencyId, setAgencyId] = useState(check.agencyId);
  const [note, setNote] = useState(check.note);
  const save = async () => {
    const personId = agencyId === check.agencyId ? check.personId : null;
    const done = await set.run({ caseId: detail.caseId, item: check.item, state, agencyId, personId, note });
    if (done.ok) onClose();
  };
  return (
    <div className="in-place">
      <Segmented
        label="How it stands"
        isBoxed
        value={state}
        onChange={setState}
        choices={readinessStates.map((id) => ({ id, name: readinessStateName[id] }))}
      />
      <div className="form-grid">
        <Select label="Who sees to it" value={agencyId} onChange={setAgencyId} choices={agencyChoices(scheme)} placeholder="Nobody yet" />
        <TextField
          label={state === 'not-needed' ? 'Why it is not needed' : 'Note'}
          value={note}
          onChange={setNote}
          onEnter={() => void save()}
          onEscape={onClose}
          problem={set.problem}
        />
      </div>
      <FormButtons save="Save" onSave={() => void save()} isDisabled={set.isBusy} onCancel={onClose} />
    </div>
  );
}
