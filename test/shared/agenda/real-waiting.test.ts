import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type RealMeeting, realWaiting } from '../../../shared/agenda/real-waiting';

const minute = 60_000;
const at = (from: number, to: number) => ({ from: from * minute, to: to * minute });
const minutesOf = (meeting: RealMeeting) => realWaiting(meeting) / minute;

test('An agency waits while it is there and another’s case is discussed, and not through its own.', () => {
  const discussed = [
    { ...at(0, 10), agencyIds: ['housing'] },
    { ...at(10, 25), agencyIds: ['drugs'] },
    { ...at(25, 30), agencyIds: ['housing', 'drugs'] },
  ];
  expect(minutesOf({ discussed, present: [{ agencyId: 'housing', ...at(0, 30) }] })).toBe(15);
  expect(minutesOf({ discussed, present: [{ agencyId: 'drugs', ...at(10, 30) }] })).toBe(0);
});

test('The opening, breaks and pauses between cases count for nobody.', () => {
  const discussed = [
    { ...at(10, 20), agencyIds: ['housing'] },
    { ...at(40, 50), agencyIds: ['housing'] },
  ];
  expect(minutesOf({ discussed, present: [{ agencyId: 'drugs', ...at(0, 60) }] })).toBe(20);
  expect(minutesOf({ discussed, present: [{ agencyId: 'housing', ...at(0, 60) }] })).toBe(0);
});

test('Two people of one agency wait once, and one who relieves another goes on waiting for it.', () => {
  const discussed = [{ ...at(0, 30), agencyIds: [] }];
  const present = [
    { agencyId: 'drugs', ...at(0, 20) },
    { agencyId: 'drugs', ...at(5, 10) },
    { agencyId: 'drugs', ...at(18, 25) },
  ];
  expect(minutesOf({ discussed, present })).toBe(25);
});

test('Nobody there, nothing discussed, and stretches that end before they begin give no waiting.', () => {
  expect(minutesOf({ discussed: [], present: [{ agencyId: 'drugs', ...at(0, 60) }] })).toBe(0);
  expect(minutesOf({ discussed: [{ ...at(0, 60), agencyIds: [] }], present: [] })).toBe(0);
  expect(minutesOf({ discussed: [{ ...at(0, 60), agencyIds: [] }], present: [{ agencyId: 'drugs', ...at(50, 40) }] })).toBe(0);
});

test('Whatever was recorded, it is what a count minute by minute gives.', () => {
  const agencies = ['a', 'b', 'c', 'd'];
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: -5, max: 60 }))
    .map(([from, length]) => at(from, from + length));
  const meeting = fc.record({
    discussed: fc.array(
      fc.tuple(stretch, fc.subarray(agencies)).map(([time, agencyIds]) => ({ ...time, agencyIds })),
      { maxLength: 8 },
    ),
    present: fc.array(
      fc.tuple(stretch, fc.constantFrom(...agencies)).map(([time, agencyId]) => ({ ...time, agencyId })),
      { maxLength: 8 },
    ),
  });
  const isIn = (time: { from: number; to: number }, moment: number) => time.from <= moment && moment < time.to;
  fc.assert(
    fc.property(meeting, (one) => {
      let count = 0;
      for (let moment = 0; moment < 200 * minute; moment += minute) {
        for (const agency of agencies) {
          const isHere = one.present.some((time) => time.agencyId === agency && isIn(time, moment));
          const now = one.discussed.filter((time) => isIn(time, moment));
          if (isHere && now.length > 0 && !now.some(({ agencyIds }) => agencyIds.includes(agency))) count += 1;
        }
      }
      expect(minutesOf(one)).toBe(count);
    }),
    { numRuns: 500 },
  );
});
