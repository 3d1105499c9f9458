import { counted } from '../../../shared/language/counted';
import { formatDayWithYear } from '../../../shared/language/dates';
import type { AgencyInvitation, InvitationTimes } from '../../../shared/views/invitations';

export interface InvitationFacts extends InvitationTimes, Pick<AgencyInvitation, 'stays' | 'isRemote'> {
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
  /** Calendar entries that go with it, and how many of them take an earlier one out. */
  readonly entries: number;
  readonly gone: number;
  readonly fromName: string;
  /** What the agency was asked and has not answered. */
  readonly questions: number;
}

export interface EntryFacts extends Pick<InvitationFacts, 'arrivesAt' | 'leavesAt' | 'stays' | 'isCore' | 'isRemote' | 'isCancellation'> {
  /** One of several entries, of a sitting each. */
  readonly isInSitting: boolean;
}

const conferenceOf = (brand: string) => (brand === '' ? 'case conference' : `${brand} case conference`);

export const summaryWords = ({ brand }: Pick<InvitationFacts, 'brand'>) => capital(conferenceOf(brand));

export function subjectWords({ brand, on, arrivesAt, isCancellation, before }: InvitationFacts): string {
  const what = `${conferenceOf(brand)}, ${formatDayWithYear(on)}`;
  if (isCancellation) return `Cancelled: ${what}`;
  return `${before === null ? 'Invitation' : 'Changed'}: ${what}, ${arrivesAt}`;
}

/** In the calendar entry. Who will be discussed, and how many, stands nowhere. */
export function entryWords({ arrivesAt, leavesAt, stays, isCore, isRemote, isCancellation, isInSitting }: EntryFacts): string {
  if (isCancellation) return isInSitting ? 'You are not needed in this sitting any more.' : 'You are not needed any more.';
  const spans = stays.map((stay) => `${stay.arrivesAt} to ${stay.leavesAt}`).join(', and ');
  if (isRemote) return `By call, ${spans}.`;
  if (isCore) return `From ${spans}, throughout.`;
  return stays.length > 1 ? `You are needed from ${spans}.` : `Arrive at ${arrivesAt}, leave at ${leavesAt}.`;
}

/** The text of the e-mail. It goes over ordinary mail, so it says when and where to come and how much is asked, and of nobody. */
export function mailWords(facts: InvitationFacts): string {
  const { agencyName, fromName } = facts;
  const paragraphs = facts.isCancellation ? cancellation(facts) : request(facts);
  return [`To ${agencyName}`, ...paragraphs, fromName]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')
    .concat('\n');
}

function request(facts: InvitationFacts): readonly string[] {
  const { brand, on, arrivesAt, leavesAt, stays, place, isCore, isRemote, before } = facts;
  const times = [
    `Day: ${formatDayWithYear(on)}`,
    ...stays.flatMap((stay) =>
      isRemote
        ? [`By call: ${stay.arrivesAt} to ${stay.leavesAt}`]
        : [`${isCore ? 'Begins' : 'Arrive'}: ${stay.arrivesAt}`, `${isCore ? 'Ends' : 'Leave'}: ${stay.leavesAt}`],
    ),
    ...(place === '' || isRemote ? [] : [`Place: ${place}`]),
  ];
  return [
    `${before === null ? 'Please come to' : 'Your time has changed at'} the ${conferenceOf(brand)}.`,
    times.join('\n'),
    whenWords({ arrivesAt, leavesAt, stays, isCore, isRemote }),
    before === null ? '' : `Before, it was ${timesWords(before)}.`,
    attachedWords(facts),
    questionWords(facts),
    'This message names nobody who will be discussed. Please name nobody in your answer. Your agenda comes to you separately.',
  ];
}

function questionWords({ questions }: InvitationFacts): string {
  if (questions === 0) return '';
  return `${counted(questions, 'question is', 'questions are')} waiting for you in Roundtable. Please answer there before you come.`;
}

function whenWords({
  arrivesAt,
  leavesAt,
  stays,
  isCore,
  isRemote,
}: Pick<InvitationFacts, 'arrivesAt' | 'leavesAt' | 'stays' | 'isCore' | 'isRemote'>): string {
  if (isCore) return 'You are asked to stay throughout.';
  if (isRemote) return 'Please be at your telephone at each of these times, and join when you are called.';
  const early = 'not before: what is discussed ahead of you may not concern your agency';
  if (stays.length > 1) return `Please come at each of these times, ${early}. Between them you are free.`;
  return `Please come at ${arrivesAt}, ${early}. You are free to go at ${leavesAt}.`;
}

function cancellation({ brand, on, isMeetingCancelled, entries }: InvitationFacts): readonly string[] {
  const what = `The ${conferenceOf(brand)} on ${formatDayWithYear(on)}`;
  return [
    isMeetingCancelled ? `${what} will not take place.` : `${what} does not need you any more.`,
    entries === 1
      ? 'A calendar entry is attached. Opening it takes the conference out of your calendar.'
      : 'Two calendar entries are attached, one for each sitting. Opening them takes the conference out of your calendar.',
  ];
}

/** What opening the attached entries does. */
function attachedWords({ before, entries, gone }: InvitationFacts): string {
  const standing = entries - gone;
  const inPlace = before === null ? '' : `, in place of the ${entries === 1 ? 'entry' : 'entries'} you have`;
  if (standing === 1 && gone === 0) return `A calendar entry is attached. Opening it puts the conference into your calendar${inPlace}.`;
  const puts = `${standing === 1 ? 'The invitation attached puts' : 'Two calendar entries are attached, one for each sitting. Opening them puts'} the conference into your calendar${inPlace}.`;
  return gone === 0
    ? puts
    : `${puts} You are needed in one sitting only: opening the cancellation attached takes the other out of your calendar.`;
}

const timesWords = ({ on, arrivesAt, leavesAt, place }: InvitationTimes) =>
  `${formatDayWithYear(on)}, ${arrivesAt} to ${leavesAt}${place === '' ? '' : `, ${place}`}`;
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
