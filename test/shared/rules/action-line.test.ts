import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agencyKinds } from '../../../shared/language/agency-kind';
import { type ActionLineContext, readActionLine } from '../../../shared/rules/action-line';

const context: ActionLineContext = {
  // A Tuesday.
  today: '2026-03-03',
  nextMeeting: '2026-03-17',
  agencies: [
    ...agencyKinds.map(({ kind, name, code }) => ({ id: kind, name, code })),
    { id: 'gone', name: 'Zebra Trust', code: 'ZT', isWithdrawn: true },
  ],
  people: [
    { id: 'pellowin', name: 'Ash Pellowin', agencyId: 'housing' },
    { id: 'thistlemoor', name: 'Jo Thistlemoor', agencyId: 'police' },
    { id: 'thistlemoor-two', name: 'Sam Thistlemoor', agencyId: 'probation' },
    { id: 'oakenfell', name: 'PC Robin Oakenfell', agencyId: 'police' },
    { id: 'left', name: 'Kit Carterwick', agencyId: 'police', isWithdrawn: true },
  ],
};
const read = (line: string, more: Partial<ActionLineContext> = {}) => readActionLine(line, { ...context, ...more });

test.each([
  ['Housing: assess at YMCA by Fri', 'housing', null, '2026-03-06', 'support', 'normal', 'Assess at YMCA'],
  ['POL visit weekly, in pairs by 10/3', 'police', null, '2026-03-10', 'support', 'normal', 'Visit weekly, in pairs'],
  ['@Pellowin confirm the bed tomorrow !', 'housing', 'pellowin', '2026-03-04', 'support', 'high', 'Confirm the bed'],
  ['Probation - warning letter by next Tuesday', 'probation', null, '2026-03-10', 'enforcement', 'normal', 'Warning letter'],
  ['Drugs: weekly test', 'drugs', null, '2026-03-17', 'support', 'normal', 'Weekly test'],
  ['jcp: claim by the 20th', 'jobcentre', null, '2026-03-20', 'support', 'normal', 'Claim'],
  ['Hous: 2 bids a week', 'housing', null, '2026-03-17', 'support', 'normal', '2 bids a week'],
  ['Jobcentre Plus: book an appointment in 2 weeks', 'jobcentre', null, '2026-03-17', 'support', 'normal', 'Book an appointment'],
  ['Housing to assess before Thursday, urgent', 'housing', null, '2026-03-05', 'support', 'high', 'Assess'],
  ['Housing: Pellowin to confirm by Mon', 'housing', 'pellowin', '2026-03-09', 'support', 'normal', 'Confirm'],
  ['Oakenfell: intel check on associates asap', 'police', 'oakenfell', '2026-03-17', 'intelligence', 'high', 'Intel check on associates'],
  [
    'Jo Thistlemoor: arrange an urgent curfew check today',
    'police',
    'thistlemoor',
    '2026-03-03',
    'enforcement',
    'high',
    'Arrange an urgent curfew check',
  ],
  ['police: monitor 24/7', 'police', null, '2026-03-17', 'intelligence', 'normal', 'Monitor 24/7'],
  ['PRO: refer to MARAC', 'probation', null, '2026-03-17', 'safeguarding', 'normal', 'Refer to MARAC'],
  ['Circulate the minutes by next meeting', null, null, '2026-03-17', 'administrative', 'normal', 'Circulate the minutes'],
  ['Housing: meet @Oakenfell about the key', 'housing', null, '2026-03-17', 'support', 'normal', 'Meet @Oakenfell about the key'],
  ['HOU: tell @Pellowin by eom!', 'housing', 'pellowin', '2026-03-31', 'support', 'high', 'Tell'],
])('“%s” is read whole.', (line, agencyId, personId, dueOn, kind, priority, text) => {
  const { spans: _, ...reading } = read(line);
  expect(reading).toEqual({ agencyId, personId, dueOn, kind, priority, text });
});

test.each([
  ['P: visit', 'a letter that three agencies share'],
  ['Thistlemoor: visit', 'a surname that two people share'],
  ['Zebra: visit', 'an agency that has left'],
  ['Carterwick: visit', 'a person who has left'],
  ['men visit him', 'a word that is also a code in small letters'],
  ['Note: he said nothing', 'a word that is nobody’s name'],
  ['visit', 'nobody at all'],
  ['Support to find work', 'a word that only begins like a name'],
])('“%s” names no owner: %s.', (line) => {
  expect(read(line).agencyId).toBeNull();
});

test.each([
  ['today', '2026-03-03'],
  ['tomorrow', '2026-03-04'],
  ['Fri', '2026-03-06'],
  ['this Friday', '2026-03-06'],
  ['next Fri', '2026-03-13'],
  ['Friday week', '2026-03-13'],
  ['Tue', '2026-03-10'],
  ['Weds', '2026-03-04'],
  ['end of week', '2026-03-06'],
  ['end of next week', '2026-03-13'],
  ['next week', '2026-03-10'],
  ['end of month', '2026-03-31'],
  ['the end of the month', '2026-03-31'],
  ['end of next month', '2026-04-30'],
  ['6 Mar', '2026-03-06'],
  ['Fri 6th March', '2026-03-06'],
  ['March 6', '2026-03-06'],
  ['6 March 2027', '2027-03-06'],
  ['3 Mar', '2026-03-03'],
  ['2 Mar', '2027-03-02'],
  ['29 Feb', '2028-02-29'],
  ['6/3', '2026-03-06'],
  ['6/3/26', '2026-03-06'],
  ['06.03.2026', '2026-03-06'],
  ['2026-03-06', '2026-03-06'],
  ['the 2nd', '2026-04-02'],
  ['next conference', '2026-03-17'],
])('“by %s” on Tuesday 3 March 2026 is %s.', (words, day) => {
  const reading = read(`Housing: assess him by ${words}`);
  expect([reading.dueOn, reading.text]).toEqual([day, 'Assess him']);
});

test.each([
  ['in 3 days', '2026-03-06'],
  ['in two weeks', '2026-03-17'],
  ["in 2 weeks' time", '2026-03-17'],
  ['within a fortnight', '2026-03-17'],
  ['in a month', '2026-04-03'],
])('“%s” counts from today.', (words, day) => {
  expect(read(`Housing: assess him ${words}`)).toMatchObject({ dueOn: day, text: 'Assess him' });
});

test('A weekday typed on that very day is a week away, and a month ahead of a long one ends with the short one.', () => {
  expect(read('HOU: assess by Fri', { today: '2026-03-06' }).dueOn).toBe('2026-03-13');
  expect(read('HOU: assess by next Mon', { today: '2026-03-08' }).dueOn).toBe('2026-03-09');
  expect(read('HOU: assess in a month', { today: '2026-01-31' }).dueOn).toBe('2026-02-28');
});

test.each([
  'ask about last Friday',
  'visit every Fri',
  'look at Friday’s call',
  'check the order of 5 Feb 2026',
  'he was seen 5 Feb with a friend',
  'he sat with us',
  'half, 1/2, of it',
  'by 31/2 perhaps',
])('“%s” names no day to act by.', (line) => {
  expect(read(line, { nextMeeting: null }).dueOn).toBeNull();
});

test('Of two days the one led by “by” holds, and the other stays in the text.', () => {
  expect(read('POL: by Thu visit about Monday')).toMatchObject({ dueOn: '2026-03-05', text: 'Visit about Monday' });
});

test('What was recognised is marked where it stands in the line.', () => {
  const line = 'Housing: assess at YMCA by Fri !';
  expect(read(line).spans.map(({ from, to, what }) => [what, line.slice(from, to)])).toEqual([
    ['owner', 'Housing:'],
    ['kind', 'assess'],
    ['due', 'by Fri'],
    ['priority', '!'],
  ]);
});

const pieces = fc.constantFrom(
  'Housing',
  ':',
  ' - ',
  '@',
  'Pellowin',
  ' ',
  'by ',
  'Fri',
  '31/2',
  '6/3/26',
  ' next ',
  '!',
  'urgent',
  'in 999 months',
  'the 99th',
  '\u0000',
  '(',
  '29 Feb',
  '👩‍👩‍👧',
  '’',
);
const lines = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
);
const todays = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('No line makes it fail, no day is past, and what is marked lies in the line and does not overlap.', () => {
  fc.assert(
    fc.property(lines, todays, (line, today) => {
      const { spans, dueOn } = read(line, { today, nextMeeting: null });
      if (dueOn !== null) expect(dueOn >= today).toBe(true);
      for (const [index, { from, to }] of spans.entries()) {
        expect(from < to && to <= line.length && from >= (spans[index - 1]?.to ?? 0)).toBe(true);
      }
    }),
    { numRuns: 2000 },
  );
});
