import { counted } from '../../../../shared/language/counted';
import { addDays, weekdayOf } from '../../../../shared/language/dates';
import { byText } from '../../../../shared/language/in-order';
import type { MeetingRow } from '../../../../shared/views/agenda';
import type { DocumentRow } from '../../../../shared/views/documents';
import { paths } from '../../../routes';

export interface NextStep {
  readonly label: string;
  readonly path: string;
  /** Where the conference stands, in a sentence. */
  readonly words: string;
}

/** The one obvious next step of a conference, by how far it is. */
export function nextStep(meeting: MeetingRow, documents: readonly DocumentRow[]): NextStep {
  const ours = documents.filter((row) => row.meetingId === meeting.id);
  const cases = counted(meeting.cases, 'case');
  switch (meeting.state) {
    case 'planned':
      return meeting.cases === 0
        ? { label: 'Choose cases', path: paths.agenda(meeting.id), words: 'No cases are on its agenda yet.' }
        : { label: 'Prepare the agenda', path: paths.agenda(meeting.id), words: `${cases} on the agenda, which is not issued yet.` };
    case 'agenda-issued':
      return { label: 'Start the meeting', path: paths.chairing(meeting.id), words: `${cases}. The agenda is issued.` };
    case 'running':
      return { label: 'Resume the meeting', path: paths.chairing(meeting.id), words: 'It is running, and stands where it was left.' };
    case 'closed': {
      const hasMinutes = ours.some((row) => row.kind === 'minutes');
      const hasPacks = ours.some((row) => row.kind === 'tasking-pack');
      if (!hasMinutes)
        return { label: 'Issue the minutes', path: paths.chairing(meeting.id), words: `${cases} heard. Minutes are not issued yet.` };
      if (!hasPacks)
        return { label: 'Issue the packs', path: paths.chairing(meeting.id), words: 'The draft minutes are issued, the packs are not.' };
      return { label: 'Issue final minutes', path: paths.chairing(meeting.id), words: 'Draft minutes and packs are issued.' };
    }
    case 'final':
      return { label: 'What was decided', path: paths.chairing(meeting.id), words: 'Its minutes are final.' };
    case 'cancelled':
      return { label: 'Its agenda', path: paths.agenda(meeting.id), words: 'It was cancelled.' };
  }
}

/** What someone who does not run conferences can do with one: read its agenda, or what came of it. */
export function readingStep(meeting: MeetingRow): NextStep {
  const isOver = meeting.state === 'closed' || meeting.state === 'final';
  if (isOver) return { label: 'What was decided', path: paths.chairing(meeting.id), words: 'It has been held.' };
  const cases = counted(meeting.cases, 'case');
  const words =
    meeting.state === 'running' ? `${cases}. It is running.` : meeting.state === 'cancelled' ? 'It was cancelled.' : `${cases} so far.`;
  return { label: 'See the agenda', path: paths.agenda(meeting.id), words };
}

/**
 * The conference that wants attention: one that is running; else one whose minutes are not out; else the next to come.
 * `meetings` are the newest first.
 */
export function meetingInHand(meetings: readonly MeetingRow[], documents: readonly DocumentRow[], today: string): MeetingRow | null {
  const running = meetings.find((meeting) => meeting.state === 'running');
  if (running) return running;
  const open = meetings.filter((meeting) => meeting.state === 'planned' || meeting.state === 'agenda-issued');
  const [soonest] = [...open].sort((one, other) => byText(one.heldOn ?? '9', other.heldOn ?? '9'));
  const unissued = meetings.find(
    (meeting) => meeting.state === 'closed' && !documents.some((row) => row.meetingId === meeting.id && row.kind === 'minutes'),
  );
  // Minutes go out the same hour, so a conference just closed comes before the next one, unless that one is today.
  if (unissued && soonest?.heldOn !== today) return unissued;
  return soonest ?? unissued ?? null;
}

/** What the state is called in a list. */
export const meetingStateName: Readonly<Record<MeetingRow['state'], string>> = {
  planned: 'Planned',
  'agenda-issued': 'Agenda issued',
  running: 'Running',
  closed: 'Minutes in draft',
  final: 'Final',
  cancelled: 'Cancelled',
};

/** The next day of the scheme's weekday after `after` and not before `today`. Weekday 1 is Monday. */
export function nextConferenceDay(after: string | null, today: string, weekday: number): string {
  const from = after !== null && after >= today ? addDays(after, 1) : today;
  return addDays(from, (weekday - weekdayOf(from) + 7) % 7);
}
