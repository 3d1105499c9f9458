/** The scheme's place, as a calendar names it. */
export const zoneName = 'Europe/London';

/**
 * British clocks for a calendar: an hour forward on the last Sunday of March and back on the last Sunday of October, both at
 * 01:00 UTC, as they have been since 1996 (Summer Time Order 2002). A test holds it to the system's own clocks up to 2040.
 * Written out because the packages that hold such rules hold those of the whole world.
 */
export const zoneComponent = [
  'vtimezone',
  [['tzid', {}, 'text', zoneName]],
  [
    change('daylight', 'BST', ['+00:00', '+01:00'], '1996-03-31T01:00:00', 3),
    change('standard', 'GMT', ['+01:00', '+00:00'], '1996-10-27T02:00:00', 10),
  ],
];

function change(kind: 'daylight' | 'standard', name: string, [from, to]: readonly [string, string], first: string, month: number) {
  return [
    kind,
    [
      ['dtstart', {}, 'date-time', first],
      ['rrule', {}, 'recur', { freq: 'YEARLY', bymonth: month, byday: '-1SU' }],
      ['tzoffsetfrom', {}, 'utc-offset', from],
      ['tzoffsetto', {}, 'utc-offset', to],
      ['tzname', {}, 'text', name],
    ],
    [],
  ];
}
