import { CalendarPlus, Phone } from 'lucide-react';
import { formatDay, formatDayWithYear } from '../../../../shared/language/dates';
import type { PartnersConference, PartnersSlot } from '../../../../shared/views/partners-day';
import { Button } from '../../../components/Button';
import { showDone } from '../../../components/overlays/toasts';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';

/** When the agency comes and goes, and whether that is another time than it was. */
export function MySlot({ conference }: { readonly conference: PartnersConference | null }) {
  const { today } = useScheme();
  const save = useAction('invitations', 'saveMine');
  if (conference === null)
    return (
      <section aria-label="Next conference">
        <h2 className="part-head">Next conference</h2>
        <p className="soft">No conference is planned. Your time appears here once the coordinator has sent out its agenda.</p>
      </section>
    );
  const { id, heldOn, startsAt, title, number, place, slot, state } = conference;
  const saveEntry = async () => {
    const saved = await save.run({ meetingId: id });
    if (saved.ok && saved.value !== null) showDone(`Saved as ${saved.value}. Open it to put it into your calendar`);
  };
  const day = heldOn === null ? 'No day yet' : heldOn === today ? `Today, ${formatDay(heldOn)}` : formatDayWithYear(heldOn);
  return (
    <section aria-label="Next conference" className="partner-slot">
      <h2 className="part-head">
        {state === 'running' ? 'The conference is running' : 'Next conference'}
        <span className="at-right">
          {title}
          {number === null ? '' : ` ${number}`}
        </span>
      </h2>
      <div className="row wrap partner-when">
        <p className="partner-time grow">
          <b>{day}</b>
          <b>{slot ? slot.stays.map(({ arrivesAt, leavesAt }) => `${arrivesAt} to ${leavesAt}`).join(', ') : startsAt}</b>
        </p>
        {slot ? (
          <Button onPress={() => void saveEntry()} isDisabled={save.isBusy}>
            <CalendarPlus aria-hidden /> Save to my calendar…
          </Button>
        ) : null}
      </div>
      {slot?.before ? (
        <p className="partner-notice">
          <b>Your time has changed.</b> When you last looked it was {formatDay(slot.before.on)}, {slot.before.arrivesAt} to{' '}
          {slot.before.leavesAt}.
        </p>
      ) : null}
      <p className="soft">
        {slot ? slotWords(slot) : whenNotYet(conference)}
        {place === '' || slot?.isRemote ? '' : ` ${place}.`}
      </p>
      {slot?.isRemote ? (
        <p className="row small">
          <Phone aria-hidden /> You take part by call. Be at your telephone at these times.
        </p>
      ) : null}
    </section>
  );
}

function slotWords({ stays, isRemote }: PartnersSlot): string {
  if (isRemote) return 'You are called for your own cases.';
  if (stays.length > 1) return 'You come twice, and are free in between.';
  return `Come at ${stays[0]?.arrivesAt ?? ''}; from ${stays[0]?.leavesAt ?? ''} you are free to go.`;
}

const whenNotYet = ({ state, cases }: PartnersConference) =>
  state === 'planned'
    ? 'It begins then. Your own time comes with the agenda, which is not sent out yet.'
    : cases.length === 0
      ? 'It begins then. None of your agency’s cases is on its agenda, so you need not come.'
      : 'It begins then. The agenda gives your agency no time of its own; ask the coordinator when to come.';
