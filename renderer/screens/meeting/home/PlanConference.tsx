import { useState } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../../../components/Button';
import { DateField } from '../../../components/fields/DateField';
import { TextField } from '../../../components/fields/TextField';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { paths } from '../../../routes';
import { clockTimeOf } from './clock-time-of';
import { nextConferenceDay } from './next-step';

interface PlanConferenceProps {
  readonly lastHeldOn: string | null;
  readonly lastTitle: string;
  readonly lastPlace: string;
  readonly onCancel: (() => void) | null;
}

/** Plans a conference in place: what it is called, where, when. As last time unless it is changed. */
export function PlanConference({ lastHeldOn, lastTitle, lastPlace, onCancel }: PlanConferenceProps) {
  const { scheme, today } = useScheme();
  const [, navigate] = useLocation();
  const [title, setTitle] = useState(lastTitle || 'Weekly conference');
  const [place, setPlace] = useState(lastPlace);
  const [heldOn, setHeldOn] = useState<string | null>(() => nextConferenceDay(lastHeldOn, today, scheme.meetingWeekday));
  const [startsAt, setStartsAt] = useState(scheme.meetingStartsAt);
  const [isTried, setTried] = useState(false);
  const plan = useAction('meetings', 'plan', 'inline');
  const time = clockTimeOf(startsAt);
  const problems = {
    title: title.trim() === '' ? 'A conference has a name.' : null,
    heldOn: heldOn === null ? 'On which day?' : null,
    startsAt: time === null ? 'A time such as 10:00' : null,
  };
  const save = async () => {
    setTried(true);
    if (problems.title || heldOn === null || time === null) return;
    const outcome = await plan.run({ title, place, heldOn, startsAt: time });
    if (outcome.ok) navigate(paths.agenda(outcome.value));
  };
  return (
    <form
      className="plan"
      aria-label="Plan a conference"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField label="Title" value={title} onChange={setTitle} problem={isTried ? problems.title : null} autoFocus={onCancel !== null} />
      <TextField label="Place" value={place} onChange={setPlace} />
      <DateField label="Day" value={heldOn} onChange={setHeldOn} problem={isTried ? problems.heldOn : null} />
      <TextField label="Starts" value={startsAt} onChange={setStartsAt} problem={isTried ? problems.startsAt : null} maxLength={5} />
      <div className="row plan-buttons">
        <Button type="submit" look="primary" isDisabled={plan.isBusy}>
          Plan it and choose cases
        </Button>
        {onCancel ? (
          <Button look="quiet" onPress={onCancel}>
            Not now
          </Button>
        ) : null}
        {heldOn !== null && heldOn < today ? <span className="late">That day is past.</span> : null}
        {plan.problem ? (
          <span className="late" role="alert">
            {plan.problem}
          </span>
        ) : null}
      </div>
    </form>
  );
}
