import { Send } from 'lucide-react';
import { Link } from 'wouter';
import { formatDayWithYear } from '../../../../shared/language/dates';
import type { AgendaView } from '../../../../shared/views/agenda';
import { Button } from '../../../components/Button';
import { paths } from '../../../routes';

/** Which conference it is for, from when to when, and how far it is. */
export function AgendaTitle({ view }: { readonly view: AgendaView }) {
  const { meeting, items, endsAt } = view;
  return (
    <>
      <span className="cut">
        {meeting.title}
        {meeting.heldOn ? `, ${formatDayWithYear(meeting.heldOn)}` : ''}, {meeting.startsAt}
        {items.length === 0 ? '' : `–${endsAt}`}
      </span>
      <StateChip view={view} />
    </>
  );
}

function StateChip({ view }: { readonly view: AgendaView }) {
  const { state } = view.meeting;
  const words =
    state === 'planned'
      ? 'not issued'
      : state === 'agenda-issued'
        ? 'issued'
        : state === 'running'
          ? 'running'
          : state === 'cancelled'
            ? 'cancelled: read only'
            : state === 'final'
              ? 'final: read only'
              : 'closed: read only';
  return (
    <span className="chip">
      <span className="chip-of">{view.agendaVersion > 0 ? `Version ${view.agendaVersion}` : 'Draft'}</span> {words}
    </span>
  );
}

/** The one dark button of the agenda. */
export function NextStep({ view, isBusy, onIssue }: { readonly view: AgendaView; readonly isBusy: boolean; readonly onIssue: () => void }) {
  const { state, id } = view.meeting;
  if (view.items.length === 0 || state === 'cancelled') return null;
  if (state === 'planned')
    return (
      <Button look="primary" onPress={onIssue} isDisabled={isBusy}>
        <Send aria-hidden /> {isBusy ? 'Issuing…' : 'Issue agenda'}
      </Button>
    );
  return (
    <>
      {state === 'agenda-issued' ? (
        <Button onPress={onIssue} isDisabled={isBusy}>
          <Send aria-hidden /> {isBusy ? 'Issuing…' : 'Issue again'}
        </Button>
      ) : null}
      <Link className="button primary" href={paths.chairing(id)}>
        {state === 'agenda-issued' ? 'Start the meeting' : state === 'running' ? 'Back to the meeting' : 'What was decided'}
      </Link>
    </>
  );
}
