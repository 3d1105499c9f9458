import ICAL from 'ical.js';
import type { PlaceTime } from '../../shared/language/place-time';
import { zoneComponent, zoneName } from './calendar-zone';
import type { MailAddress } from './mail-draft';

// The library counts a line's bytes without the space that continues it, and a line has 75 at most (RFC 5545 3.1).
ICAL.foldLength = 74;

export interface CalendarInvitation {
  /** The same for every version of one entry. */
  readonly uid: string;
  /** Rises with every version that differs. */
  readonly sequence: number;
  /** It takes the entry out again. */
  readonly isCancellation: boolean;
  readonly from: PlaceTime;
  readonly to: PlaceTime;
  readonly summary: string;
  readonly place: string;
  readonly description: string;
  /** Instants, ISO 8601 UTC. */
  readonly writtenAt: string;
  readonly changedAt: string;
  /** Who asks; without an address nobody can answer. */
  readonly organizer: MailAddress;
  /** Who is asked; where no address is known the entry is for whoever opens it. */
  readonly invited: readonly MailAddress[];
}

export type CalendarMethod = 'REQUEST' | 'PUBLISH' | 'CANCEL';

/** An entry without anybody asked is published (RFC 5546 3.2.1), since a request must name someone. */
export function methodOf({ isCancellation, invited }: Pick<CalendarInvitation, 'isCancellation' | 'invited'>): CalendarMethod {
  if (isCancellation) return 'CANCEL';
  return invited.length === 0 ? 'PUBLISH' : 'REQUEST';
}

/**
 * An invitation as the bytes of an .ics file (RFC 5545, with the method of RFC 5546). Times stand as the clocks in the
 * scheme's place show them, with the rules of those clocks beside them.
 */
export function writeInvitation(invitation: CalendarInvitation): Uint8Array {
  const { uid, sequence, isCancellation, from, to, summary, place, description, writtenAt, changedAt, organizer, invited } = invitation;
  const canAnswer = organizer.address !== '' && !isCancellation;
  const event = [
    ['uid', {}, 'text', uid],
    ['sequence', {}, 'integer', sequence],
    ['dtstamp', {}, 'date-time', inUtc(writtenAt)],
    ['last-modified', {}, 'date-time', inUtc(changedAt)],
    when('dtstart', from),
    when('dtend', to),
    ['summary', {}, 'text', oneLine(summary)],
    ...(place === '' ? [] : [['location', {}, 'text', oneLine(place)]]),
    ...(description === '' ? [] : [['description', {}, 'text', clean(description)]]),
    ['status', {}, 'text', isCancellation ? 'CANCELLED' : 'CONFIRMED'],
    ['transp', {}, 'text', 'OPAQUE'],
    ['organizer', named(organizer), 'cal-address', addressOf(organizer)],
    ...invited.map((one) => [
      'attendee',
      { ...named(one), role: 'REQ-PARTICIPANT', partstat: 'NEEDS-ACTION', rsvp: canAnswer ? 'TRUE' : 'FALSE' },
      'cal-address',
      addressOf(one),
    ]),
  ];
  const calendar = [
    'vcalendar',
    [
      ['version', {}, 'text', '2.0'],
      ['prodid', {}, 'text', '-//Roundtable//Case conference//EN'],
      ['calscale', {}, 'text', 'GREGORIAN'],
      ['method', {}, 'text', methodOf(invitation)],
    ],
    [zoneComponent, ['vevent', event, []]],
  ];
  return new TextEncoder().encode(ICAL.stringify(calendar));
}

/** Half past one of an October night comes twice, and readers do not agree which is meant, so it is given in UTC. */
function when(property: 'dtstart' | 'dtend', { day, clock, instant, isTwice }: PlaceTime) {
  return isTwice ? [property, {}, 'date-time', inUtc(instant)] : [property, { tzid: zoneName }, 'date-time', `${day}T${clock}:00`];
}

const inUtc = (instant: string) => `${instant.slice(0, 19)}Z`;
const addressOf = ({ address }: MailAddress) => (address === '' ? 'invalid:nomail' : `mailto:${address}`);
const named = ({ name }: MailAddress) => (name === '' ? {} : { cn: oneLine(name) });

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;
const clean = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(controls, ' ');
const oneLine = (text: string) => clean(text).replace(/\n+/g, ' ');
