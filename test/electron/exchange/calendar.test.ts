import { execFileSync, spawnSync } from 'node:child_process';
import fc from 'fast-check';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { convertIcsCalendar } from 'ts-ics';
import { expect, test } from 'vitest';
import { type CalendarInvitation, writeInvitation } from '../../../electron/exchange/calendar';
import { addDays, weekdayOf } from '../../../shared/language/dates';
import { placeTimeAfter } from '../../../shared/language/place-time';
import { clockTimeOf, dayOf } from '../../../shared/language/scheme-place';

const invitation = (fields: Partial<CalendarInvitation> = {}): CalendarInvitation => ({
  uid: '0d6f2a36-housing@roundtable.invalid',
  sequence: 0,
  isCancellation: false,
  from: placeTimeAfter('2026-03-03', '10:00', 35),
  to: placeTimeAfter('2026-03-03', '10:00', 80),
  summary: 'Crossways case conference',
  place: 'Room 2, Town Hall; Harrowmere',
  description: 'Arrive 10:35, leave 11:20.',
  writtenAt: '2026-03-02T09:30:00.000Z',
  changedAt: '2026-03-01T16:00:00.123Z',
  organizer: { name: 'M. Larkspur', address: 'm.larkspur@harrowmere.example' },
  invited: [{ name: 'Housing Options', address: 'housing@harrowmere.example' }],
  ...fields,
});

const textOf = (fields: Partial<CalendarInvitation> = {}) => new TextDecoder().decode(writeInvitation(invitation(fields)));
const unfolded = (text: string) => text.replaceAll('\r\n ', '');

interface Read {
  readonly uid: string;
  readonly sequence: number;
  readonly method: string;
  readonly status: string;
  readonly start: string;
  readonly end: string;
  readonly summary: string;
  readonly place: string;
  readonly description: string;
}

const plain = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'val' in value ? String(value.val) : String(value ?? '');

/** Three readers that share no code: what each makes of one invitation. */
const readers: Readonly<Record<string, (text: string) => Read>> = {
  'ical.js': (text) => {
    ICAL.TimezoneService.reset();
    const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
    const zone = calendar.getFirstSubcomponent('vtimezone');
    if (zone) ICAL.TimezoneService.register(zone);
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
    return {
      uid: event.uid,
      sequence: event.sequence,
      method: String(calendar.getFirstPropertyValue('method')),
      status: String(event.component.getFirstPropertyValue('status')),
      start: event.startDate.toJSDate().toISOString(),
      end: event.endDate.toJSDate().toISOString(),
      summary: event.summary,
      place: event.location ?? '',
      description: event.description ?? '',
    };
  },
  'node-ical': (text) => {
    const read = nodeIcal.sync.parseICS(text);
    const [event] = Object.values(read).filter((each) => each?.type === 'VEVENT');
    if (event?.type !== 'VEVENT') throw new Error('node-ical found no event.');
    return {
      uid: event.uid,
      sequence: Number(event.sequence),
      method: String(event.method),
      status: String(event.status),
      start: event.start.toISOString(),
      end: (event.end as Date).toISOString(),
      summary: plain(event.summary),
      place: plain(event.location),
      description: plain(event.description),
    };
  },
  'ts-ics': (text) => {
    const read = convertIcsCalendar(undefined, text);
    const [event] = read.events ?? [];
    if (!event) throw new Error('ts-ics found no event.');
    return {
      uid: event.uid,
      sequence: event.sequence ?? 0,
      method: String(read.method),
      status: String(event.status),
      start: event.start.date.toISOString(),
      end: event.end?.date.toISOString() ?? '',
      summary: event.summary,
      place: event.location ?? '',
      description: event.description ?? '',
    };
  },
};
const everyReader = Object.entries(readers);
/** ts-ics ends an event at those words wherever they stand, and is an hour out next to a change of the clocks. */
const strictReaders = everyReader.filter(([name]) => name !== 'ts-ics');

test.each(everyReader)('An invitation reads the same in %s.', (_, read) => {
  expect(read(textOf())).toEqual({
    uid: '0d6f2a36-housing@roundtable.invalid',
    sequence: 0,
    method: 'REQUEST',
    status: 'CONFIRMED',
    start: '2026-03-03T10:35:00.000Z',
    end: '2026-03-03T11:20:00.000Z',
    summary: 'Crossways case conference',
    place: 'Room 2, Town Hall; Harrowmere',
    description: 'Arrive 10:35, leave 11:20.',
  });
});

test.each(everyReader)('A cancellation bears the same id and a higher sequence in %s, and takes the entry out.', (_, read) => {
  const cancelled = read(textOf({ isCancellation: true, sequence: 3 }));
  expect(cancelled).toMatchObject({ uid: read(textOf()).uid, sequence: 3, method: 'CANCEL', status: 'CANCELLED' });
});

test.each(everyReader)('Times in summer stand an hour before UTC’s in %s.', (_, read) => {
  const summer = textOf({ from: placeTimeAfter('2026-07-07', '10:00', 0), to: placeTimeAfter('2026-07-07', '10:00', 30) });
  expect(summer).toContain('DTSTART;TZID=Europe/London:20260707T100000\r\n');
  expect(read(summer)).toMatchObject({ start: '2026-07-07T09:00:00.000Z', end: '2026-07-07T09:30:00.000Z' });
});

test('Stamps are in UTC and to the second, and say when it was written and when it last changed.', () => {
  const text = textOf();
  expect(text).toContain('\r\nDTSTAMP:20260302T093000Z\r\n');
  expect(text).toContain('\r\nLAST-MODIFIED:20260301T160000Z\r\n');
});

test('Each property that the standard asks for is there once, and times are in the named zone that is written out beside them.', () => {
  const text = textOf();
  for (const name of ['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:REQUEST', 'BEGIN:VTIMEZONE', 'TZID:Europe/London', 'BEGIN:VEVENT'])
    expect([name, text.split('\r\n').filter((line) => line === name).length]).toEqual([name, 1]);
  for (const name of ['UID', 'SEQUENCE', 'DTSTAMP', 'LAST-MODIFIED', 'DTEND', 'SUMMARY', 'ORGANIZER', 'ATTENDEE'])
    expect([name, text.split('\r\n').filter((line) => new RegExp(`^${name}[;:]`).test(line)).length]).toEqual([name, 1]);
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

test('Where nobody’s address is known the entry is published and names nobody, and a coordinator without one is still named.', () => {
  const text = unfolded(textOf({ invited: [], organizer: { name: 'M. Larkspur', address: '' } }));
  expect(text).toContain('METHOD:PUBLISH');
  expect(text).not.toContain('ATTENDEE');
  expect(text).toContain('ORGANIZER;CN=M. Larkspur:invalid:nomail');
  for (const [, read] of everyReader) expect(read(text).start).toBe('2026-03-03T10:35:00.000Z');
});

test('No line is longer than 75 bytes, whatever is written, and no character is cut in two.', () => {
  const place = 'Zażółć gęślą jaźń 🪑 '.repeat(60);
  const bytes = writeInvitation(invitation({ place, organizer: { name: 'Ł'.repeat(200), address: 'm@harrowmere.example' } }));
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  for (const line of text.split('\r\n')) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/\ufffd/);
  }
  for (const [, read] of everyReader) expect(read(text).place.trim()).toBe(place.trim());
});

test('Text that looks like a property stays text.', () => {
  const hostile = 'Room 2\r\nATTENDEE:mailto:thief@example.invalid\nEND:VEVENT\\n,;"\u0000\u2028x';
  const text = textOf({
    place: hostile,
    summary: hostile,
    description: hostile,
    organizer: { name: hostile, address: 'm@harrowmere.example' },
  });
  const lines = unfolded(text).split('\r\n');
  expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toHaveLength(1);
  expect(lines.filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  for (const [name, read] of strictReaders) {
    const { summary, description } = read(text);
    expect([name, summary.startsWith('Room 2 ATTENDEE:mailto:thief@example.invalid END:VEVENT')]).toEqual([name, true]);
    expect([name, description.includes('thief@example.invalid')]).toEqual([name, true]);
  }
});

test('Any place and summary come back as they were written, in two readers.', () => {
  const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 100 }).filter((text) => text.trim() !== '');
  const same = (text: string) => text.replace(/\s+/g, ' ').trim();
  fc.assert(
    fc.property(words, words, (place, summary) => {
      const text = textOf({ place, summary });
      for (const name of ['ical.js', 'node-ical'] as const) {
        const read = readers[name]?.(text);
        expect([name, same(read?.place ?? ''), same(read?.summary ?? '')]).toEqual([name, same(place), same(summary)]);
      }
    }),
    { numRuns: 150 },
  );
});

const firstDay = '2020-01-01';
const days = fc.integer({ min: 0, max: 7670 }).map((offset) => addDays(firstDay, offset));
/** The Sundays on which the clocks change, 2020 to 2040, and the days beside them. */
const changeDays = Array.from({ length: 21 }, (_, year) => 2020 + year).flatMap((year) =>
  ['03-31', '10-31'].flatMap((end) => {
    const last = `${year}-${end}`;
    const sunday = addDays(last, -(weekdayOf(last) % 7));
    return [addDays(sunday, -1), sunday, addDays(sunday, 1)];
  }),
);
const clocks = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));

test('Any slot of any day from 2020 to 2040 is read at the moment it takes place and on the clocks of London, in two readers.', () => {
  fc.assert(
    fc.property(
      fc.oneof(days, fc.constantFrom(...changeDays)),
      clocks,
      fc.integer({ min: 0, max: 600 }),
      fc.integer({ min: 1, max: 300 }),
      (day, clock, arrives, stays) => {
        const from = placeTimeAfter(day, clock, arrives);
        const to = placeTimeAfter(day, clock, arrives + stays);
        expect(Date.parse(to.instant) - Date.parse(from.instant)).toBe(stays * 60_000);
        expect([dayOf(from.instant), clockTimeOf(from.instant)]).toEqual([from.day, from.clock]);
        const text = textOf({ from, to });
        for (const [name, read] of strictReaders) {
          const { start, end } = read(text);
          expect([name, start, end]).toEqual([name, from.instant, to.instant]);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('On every day on which the clocks change, a conference by day keeps its clock times.', () => {
  for (const day of changeDays) {
    const from = placeTimeAfter(day, '09:30', 65);
    expect([from.day, from.clock, from.isTwice]).toEqual([day, '10:35', false]);
    const text = textOf({ from, to: placeTimeAfter(day, '09:30', 100) });
    expect(text).toContain(`DTSTART;TZID=Europe/London:${day.replaceAll('-', '')}T103500\r\n`);
    for (const [name, read] of everyReader) expect([name, day, clockTimeOf(read(text).start)]).toEqual([name, day, '10:35']);
  }
});

test('A slot past midnight is on the next day.', () => {
  expect(placeTimeAfter('2026-12-31', '23:30', 45)).toMatchObject({ day: '2027-01-01', clock: '00:15' });
  expect(placeTimeAfter('2028-02-28', '23:59', 1)).toMatchObject({ day: '2028-02-29', clock: '00:00' });
});

test('The hour that comes twice in October is told apart, and the one that is left out in March is passed over.', () => {
  expect(placeTimeAfter('2026-10-25', '00:30', 60)).toMatchObject({ clock: '01:30', instant: '2026-10-25T00:30:00.000Z', isTwice: true });
  expect(placeTimeAfter('2026-10-25', '00:30', 120)).toMatchObject({ clock: '01:30', instant: '2026-10-25T01:30:00.000Z', isTwice: true });
  expect(placeTimeAfter('2026-03-29', '00:30', 60)).toMatchObject({ clock: '02:30', instant: '2026-03-29T01:30:00.000Z', isTwice: false });
  expect(textOf({ from: placeTimeAfter('2026-10-25', '00:30', 120) })).toContain('DTSTART:20261025T013000Z\r\n');
});

test('The clocks written out change when the system’s do, from 2020 to 2040.', () => {
  ICAL.TimezoneService.reset();
  const calendar = new ICAL.Component(ICAL.parse(textOf()) as unknown[]);
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone') as ICAL.Component);
  for (const day of [...changeDays, '2020-01-01', '2040-12-31'])
    for (const clock of ['00:59', '02:00', '12:00']) {
      const time = ICAL.Time.fromData(
        {
          year: Number(day.slice(0, 4)),
          month: Number(day.slice(5, 7)),
          day: Number(day.slice(8)),
          hour: Number(clock.slice(0, 2)),
          minute: Number(clock.slice(3)),
          second: 0,
          isDate: false,
        },
        zone,
      );
      expect([day, clock, time.toJSDate().toISOString()]).toEqual([day, clock, placeTimeAfter(day, clock, 0).instant]);
    }
});

const hasIcalendar = spawnSync('python3', ['-c', 'import icalendar']).status === 0;
test.skipIf(!hasIcalendar)('Python’s icalendar reads the same invitation, where it is installed.', () => {
  const script = `
import sys, icalendar
event = icalendar.Calendar.from_ical(sys.stdin.buffer.read()).walk('VEVENT')[0]
print(event['UID'], event['SEQUENCE'], event['DTSTART'].dt.isoformat(), event['LOCATION'])`;
  const answer = execFileSync('python3', ['-X', 'utf8', '-c', script], { input: writeInvitation(invitation()), encoding: 'utf8' });
  expect(answer.trim()).toBe('0d6f2a36-housing@roundtable.invalid 0 2026-03-03T10:35:00+00:00 Room 2, Town Hall; Harrowmere');
});
