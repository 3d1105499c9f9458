import { formatDayWithYear } from '../../shared/language/dates';
import type { InvitationTimes } from '../../shared/views/invitations';

export interface InvitationFacts extends InvitationTimes {
  readonly brand: string;
  readonly agencyName: string;
  /** It stays throughout. */
  readonly isCore: boolean;
  /** The agency is not needed any more. */
  readonly isCancellation: boolean;
  /** The conference does not take place at all. */
  readonly isMeetingCancelled: boolean;
  /** What the agency was sent before, where that is another time or place. */
  readonly before: InvitationTimes | null;
  readonly fromName: string;
}

const conferenceOf = (brand: string) => (brand === '' ? 'case conference' : `${brand} case conference`);

export const summaryWords = ({ brand }: Pick<InvitationFacts, 'brand'>) => capital(conferenceOf(brand));

export function subjectWords({ brand, on, arrivesAt, isCancellation, before }: InvitationFacts): string {
  const what = `${conferenceOf(brand)}, ${formatDayWithYear(on)}`;
  if (isCancellation) return `Cancelled: ${what}`;
  return `${before === null ? 'Invitation' : 'Changed'}: ${what}, ${arrivesAt}`;
}

/** In the calendar entry. Who will be discussed, and how many, stands nowhere. */
export function entryWords({ arrivesAt, leavesAt, isCore, isCancellation }: InvitationFacts): string {
  if (isCancellation) return 'You are not needed any more.';
  return isCore ? `From ${arrivesAt} to ${leavesAt}, throughout.` : `Arrive at ${arrivesAt}, leave at ${leavesAt}.`;
}

/** The text of the e-mail. It goes over ordinary mail, so it says when and where to come and nothing else. */
export function mailWords(facts: InvitationFacts): string {
  const { agencyName, fromName } = facts;
  const paragraphs = facts.isCancellation ? cancellation(facts) : request(facts);
  return [`To ${agencyName}`, ...paragraphs, fromName]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
    .concat('\n');
}

function request({ brand, on, arrivesAt, leavesAt, place, isCore, before }: InvitationFacts): readonly string[] {
  const times = [
    `Day: ${formatDayWithYear(on)}`,
    `${isCore ? 'Begins' : 'Arrive'}: ${arrivesAt}`,
    `${isCore ? 'Ends' : 'Leave'}: ${leavesAt}`,
    ...(place === '' ? [] : [`Place: ${place}`]),
  ];
  return [
    `${before === null ? 'Please come to' : 'Your time has changed at'} the ${conferenceOf(brand)}.`,
    times.join('\n'),
    isCore
      ? 'You are asked to stay throughout.'
      : `Please come at ${arrivesAt}, not before: what is discussed ahead of you may not concern your agency. You are free to go at ${leavesAt}.`,
    before === null ? '' : `Before, it was ${timesWords(before)}.`,
    `A calendar entry is attached. Opening it puts the conference into your calendar${before === null ? '' : ', in place of the entry you have'}.`,
    'This message names nobody who will be discussed. Please name nobody in your answer. Your agenda comes to you separately.',
  ];
}

function cancellation({ brand, on, isMeetingCancelled }: InvitationFacts): readonly string[] {
  const what = `The ${conferenceOf(brand)} on ${formatDayWithYear(on)}`;
  return [
    isMeetingCancelled ? `${what} will not take place.` : `${what} does not need you any more.`,
    'A calendar entry is attached. Opening it takes the conference out of your calendar.',
  ];
}

const timesWords = ({ on, arrivesAt, leavesAt, place }: InvitationTimes) =>
  `${formatDayWithYear(on)}, ${arrivesAt} to ${leavesAt}${place === '' ? '' : `, ${place}`}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
