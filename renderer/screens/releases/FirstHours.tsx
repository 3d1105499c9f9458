import { useState } from 'react';
import { addDays, formatDay } from '../../../shared/language/dates';
import type { ReleaseDetail } from '../../../shared/views/releases';
import { Button } from '../../components/Button';
import { FormButtons } from '../../components/fields/FormButtons';
import { agencyChoices } from '../../components/fields/owners';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The first 72 hours: where to be, when, and with whom. It goes onto the page of the case in each tasking pack. */
export function FirstHours({ detail }: { readonly detail: ReleaseDetail }) {
  const { agencyOf, may } = useScheme();
  const [isAdding, setAdding] = useState(false);
  const withdraw = useAction('releases', 'withdrawStep');
  return (
    <section aria-label="The first 72 hours">
      <h3 className="part-head">
        The first 72 hours
        {may('edit-cases') && !isAdding ? (
          <span className="at-right">
            <Button size="small" onPress={() => setAdding(true)}>
              Add a step
            </Button>
          </span>
        ) : null}
      </h3>
      {detail.steps.length === 0 && !isAdding ? (
        <p className="small mute">No steps yet. Where to sleep, which pharmacy, which appointment: by the hour.</p>
      ) : null}
      <ol className="steps">
        {detail.steps.map(({ id, stepOn, stepAt, what, place, agencyId }) => (
          <li key={id}>
            <b>
              {stepOn ? formatDay(stepOn) : ''} {stepAt ?? ''}
            </b>
            <span dir="auto">
              {what}
              {place ? `, ${place}` : ''} <span className="mute">{agencyOf(agencyId)?.name ?? ''}</span>
            </span>
            {may('edit-cases') ? (
              <Button
                look="quiet"
                size="small"
                onPress={() => void withdraw.run({ id, reason: 'Taken out of the plan' })}
                aria-label={`Take out: ${what}`}
              >
                Take out
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {isAdding ? <AddStep detail={detail} onClose={() => setAdding(false)} /> : null}
    </section>
  );
}

function AddStep({ detail, onClose }: { readonly detail: ReleaseDetail; readonly onClose: () => void }) {
  const { scheme, today } = useScheme();
  const save = useAction('releases', 'saveStep', 'inline');
  const first = detail.releaseOn ?? today;
  const [on, setOn] = useState(first);
  const [at, setAt] = useState('');
  const [what, setWhat] = useState('');
  const [place, setPlace] = useState('');
  const [agencyId, setAgencyId] = useState<string | null>(null);
  const isClockWrong = at !== '' && !clock.test(at);
  const add = async () => {
    if (what.trim() === '' || isClockWrong) return;
    const step = { caseId: detail.caseId, id: null, stepOn: on, stepAt: at === '' ? null : at, what, place, agencyId, personId: null };
    const done = await save.run(step);
    if (!done.ok) return;
    setAt('');
    setWhat('');
    setPlace('');
  };
  return (
    <div className="in-place">
      <div className="form-grid">
        <div className="wide">
          <TextField
            label="What"
            value={what}
            onChange={setWhat}
            autoFocus
            onEnter={() => void add()}
            onEscape={onClose}
            problem={save.problem}
          />
        </div>
        <Select
          label="Day"
          value={on}
          onChange={setOn}
          choices={[0, 1, 2, 3].map((days) => ({ id: addDays(first, days), name: formatDay(addDays(first, days)) }))}
        />
        <TextField
          label="Time, such as 09:30"
          value={at}
          onChange={setAt}
          onEnter={() => void add()}
          onEscape={onClose}
          problem={isClockWrong ? 'A time of day, such as 09:30' : null}
        />
        <TextField label="Where" value={place} onChange={setPlace} onEnter={() => void add()} onEscape={onClose} />
        <Select label="With" value={agencyId} onChange={setAgencyId} choices={agencyChoices(scheme)} placeholder="Nobody named" />
      </div>
      <FormButtons save="Add" onSave={() => void add()} isDisabled={save.isBusy} cancel="Done" onCancel={onClose} />
    </div>
  );
}
