import { useState } from 'react';
import { addDays, formatDayWithYear } from '../../../shared/language/dates';
import type { ExitPlanView } from '../../../shared/views/cohort';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { agencyChoices } from '../../components/fields/owners';
import { Select } from '../../components/fields/Select';
import { TextArea, TextField } from '../../components/fields/TextField';
import { Fetched } from '../../components/Loading';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { CheckList } from './CheckList';

interface ExitPlanProps {
  readonly caseId: string;
  readonly onClose: () => void;
}

/** A soft exit: who stays in touch until when, which named services go on, and how to come back. */
export function ExitPlan({ caseId, onClose }: ExitPlanProps) {
  const found = useVerb('cohort', 'case', { caseId });
  return (
    <section className="in-place" aria-label="Soft exit">
      <Fetched query={found} what="the plan">
        {({ exitPlan }) => <Form caseId={caseId} plan={exitPlan} onClose={onClose} />}
      </Fetched>
    </section>
  );
}

/** How a plan reads, on the case and in the list of those who left. */
export function ExitPlanRead({ plan }: { readonly plan: ExitPlanView }) {
  const { agencyOf } = useScheme();
  return (
    <dl className="facts small">
      <dt>In touch</dt>
      <dd>
        {agencyOf(plan.agencyId)?.name ?? 'Nobody named'}
        {plan.endsOn ? ` until ${formatDayWithYear(plan.endsOn)}` : ''}
      </dd>
      <dt>Plan</dt>
      <dd className="prose">{plan.plan}</dd>
      <dt>Goes on</dt>
      <dd>{plan.services.map(({ name, what }) => (what ? `${name} (${what})` : name)).join(', ')}</dd>
      <dt>Way back</dt>
      <dd className="prose">{plan.wayBack}</dd>
    </dl>
  );
}

function Form({ caseId, plan, onClose }: ExitPlanProps & { readonly plan: ExitPlanView | null }) {
  const { scheme, today } = useScheme();
  const directory = useVerb('services', 'list');
  const save = useAction('cohort', 'saveExitPlan', 'inline');
  const [startsOn, setStartsOn] = useState<string | null>(plan?.startsOn ?? today);
  const [endsOn, setEndsOn] = useState<string | null>(plan?.endsOn ?? addDays(today, 91));
  const [agencyId, setAgencyId] = useState<string | null>(plan?.agencyId ?? null);
  const [text, setText] = useState(plan?.plan ?? '');
  const [wayBack, setWayBack] = useState(plan?.wayBack ?? '');
  const [chosen, setChosen] = useState<readonly string[]>(plan?.services.flatMap(({ serviceId }) => serviceId ?? []) ?? []);
  const [other, setOther] = useState(
    plan?.services
      .filter(({ serviceId }) => serviceId === null)
      .map(({ name }) => name)
      .join(', ') ?? '',
  );
  const [isAsked, setAsked] = useState(false);
  const listed = (directory.data ?? []).filter(({ id }) => chosen.includes(id));
  const named = [
    ...listed.map(({ id, name, phone }) => ({ serviceId: id, name, what: '', contact: phone })),
    ...other
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
      .map((name) => ({ serviceId: null, name, what: '', contact: '' })),
  ];
  const onSave = async () => {
    setAsked(true);
    if (startsOn === null || endsOn === null || text.trim() === '' || wayBack.trim() === '' || named.length === 0) return;
    const done = await save.run({ caseId, startsOn, endsOn, agencyId, personId: null, plan: text, wayBack, services: named });
    if (!done.ok) return;
    showDone('Soft exit planned');
    onClose();
  };
  return (
    <>
      <div className="form-grid">
        <DateField label="From" value={startsOn} onChange={setStartsOn} />
        <DateField label="In touch until" value={endsOn} onChange={setEndsOn} />
        <Select
          label="Who stays in touch"
          value={agencyId}
          onChange={setAgencyId}
          choices={agencyChoices(scheme)}
          placeholder="Nobody named"
        />
        <TextField label="Other services, by name" value={other} onChange={setOther} onEscape={onClose} />
      </div>
      <CheckList
        legend="Services that go on"
        chosen={chosen}
        onChange={setChosen}
        choices={(directory.data ?? []).map(({ id, name }) => ({ id, name }))}
      />
      {isAsked && named.length === 0 ? <p className="late small">Name at least one service that goes on.</p> : null}
      <TextArea
        label="What happens, and how often"
        value={text}
        onChange={setText}
        rows={2}
        onEscape={onClose}
        problem={isAsked && text.trim() === '' ? 'Say what happens' : null}
      />
      <TextField
        label="How to come back"
        value={wayBack}
        onChange={setWayBack}
        onEnter={() => void onSave()}
        onEscape={onClose}
        problem={save.problem ?? (isAsked && wayBack.trim() === '' ? 'Say how to come back' : null)}
      />
      <FormButtons save="Save the plan" onSave={() => void onSave()} isDisabled={save.isBusy} onCancel={onClose} />
    </>
  );
}
