import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proposeMinutes as usualMinutes } from '../../../shared/rules/choose-cases';
import { type CaseLikeness, minutesFrom, type PastCase } from '../../../shared/rules/propose-minutes';

const like: CaseLikeness = { colour: 'R', openActions: 1, hasChanged: true, isFirst: false };
const past = (minutes: number, more: Partial<CaseLikeness> = {}): PastCase => ({ ...like, seconds: minutes * 60, ...more });
const many = (count: number, minutes: number, more: Partial<CaseLikeness> = {}) => Array.from({ length: count }, () => past(minutes, more));

const aLikeness = fc.record({
  colour: fc.constantFrom('R', 'A', 'G', 'B', null),
  openActions: fc.nat(5),
  hasChanged: fc.boolean(),
  isFirst: fc.boolean(),
});
const aHistory = fc.array(
  fc.tuple(aLikeness, fc.integer({ min: 0, max: 5 * 3600 })).map(([each, seconds]) => ({ ...each, seconds })),
  {
    maxLength: 60,
  },
);

describe('the minutes proposed for a case', () => {
  it('are the scheme’s usual, by its colour and actions, where no such case has been timed', () => {
    expect(minutesFrom([], 6)(like)).toEqual({
      minutes: 8,
      why: 'the usual 6, by its colour and actions; too few such cases have been timed',
    });
  });

  it('come to what such cases took, and say how many there were', () => {
    expect(minutesFrom(many(41, 12), 6)(like)).toEqual({ minutes: 12, why: 'Red cases with open actions took 12 at the median of 41' });
    expect(minutesFrom([...many(20, 12), ...many(21, 5, { hasChanged: false })], 6)(like).why).toBe(
      'Red cases with open actions, changed since last time, took 12 at the median of 20',
    );
  });

  it('follow a few cases only part of the way', () => {
    const few = minutesFrom(many(3, 20), 6)(like);
    expect(few.minutes).toBeGreaterThan(8);
    expect(few.minutes).toBeLessThan(20);
    expect(few.why).toContain('too few');
  });

  it('learn from what takes long in the kind of case that it is: first time, colour, actions', () => {
    const history = [...many(40, 5, { colour: 'G', openActions: 0 }), ...many(40, 11, { isFirst: true }), ...many(40, 7)];
    const of = minutesFrom(history, 6);
    expect(of({ ...like, isFirst: true })).toEqual({
      minutes: 11,
      why: 'Red cases on an agenda for the first time took 11 at the median of 40',
    });
    expect(of({ ...like, colour: 'G', openActions: 0 }).minutes).toBe(5);
    expect(of(like).minutes).toBe(7);
  });

  it('pass over a case that was only stepped through, and one whose clock ran through lunch', () => {
    expect(minutesFrom([...many(30, 9), ...many(20, 0.1), ...many(20, 90)], 6)(like)).toEqual({
      minutes: 9,
      why: 'Red cases with open actions took 9 at the median of 30',
    });
  });

  it('are whole, never under three, and lie between the usual and the extremes of what was timed', () => {
    fc.assert(
      fc.property(aHistory, aLikeness, fc.integer({ min: 3, max: 20 }), (history, of, usual) => {
        const { minutes } = minutesFrom(history, usual)(of);
        const before = usualMinutes({ ...of, minutesPerCase: usual });
        const timed = history.filter(({ seconds }) => seconds >= 30 && seconds <= 3600).map(({ seconds }) => seconds / 60);
        expect(Number.isInteger(minutes)).toBe(true);
        expect(minutes).toBeGreaterThanOrEqual(Math.max(3, Math.floor(Math.min(before, ...timed))));
        expect(minutes).toBeLessThanOrEqual(Math.max(3, Math.ceil(Math.max(before, ...timed))));
      }),
    );
  });

  it('do not depend on the order in which the cases were heard', () => {
    fc.assert(
      fc.property(aHistory, aLikeness, (history, of) => {
        expect(minutesFrom(history.toReversed(), 6)(of)).toEqual(minutesFrom(history, 6)(of));
      }),
    );
  });

  it('are not moved by one odd case among many', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 3600 }), (seconds) => {
        const { minutes } = minutesFrom([...many(20, 7), { ...like, seconds }], 6)(like);
        expect(Math.abs(minutes - 7)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
