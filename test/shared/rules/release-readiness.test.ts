import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, weekdayOf } from '../../../shared/language/dates';
import { type ReadinessState, readinessItems, readinessStates } from '../../../shared/language/release';
import { isWorkingDay } from '../../../shared/rules/release-day';
import {
  daysLeftWords,
  gapActionText,
  gapDueOn,
  likelyOwner,
  mayNotBeNeeded,
  readinessOf,
  weekOf,
} from '../../../shared/rules/release-readiness';

const anyDay = fc.integer({ min: 0, max: 365 * 20 }).map((days) => addDays('2015-01-01', days));

describe('how far a release is prepared', () => {
  test('counts an item that nobody has spoken of as a gap (CAM 3.3.57)', () => {
    expect(readinessOf(new Map())).toEqual({ ready: 0, of: 6, gaps: [...readinessItems] });
  });

  test('leaves out what is not needed, and never loses an item', () => {
    const anyStates = fc.array(fc.constantFrom(...readinessStates), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(anyStates, (chosen) => {
        const states = new Map(readinessItems.map((item, index) => [item, chosen[index] as ReadinessState]));
        const { ready, of, gaps } = readinessOf(states);
        const count = (state: ReadinessState) => chosen.filter((one) => one === state).length;
        expect(of).toBe(6 - count('not-needed'));
        expect(ready + gaps.length + count('in-hand')).toBe(of);
      }),
    );
  });

  test('asks the agency whose work it is, and nobody where the scheme has none of them (CAM 3.3.56, HMI 6.17)', () => {
    const agencies = [
      { id: 'p', kind: 'probation' },
      { id: 'h', kind: 'housing' },
    ];
    expect(likelyOwner('accommodation', agencies)).toBe('h');
    expect(likelyOwner('met-at-gate', agencies)).toBe('p');
    expect(likelyOwner('prescription', agencies)).toBeNull();
  });

  test('says of a prescription that it may not be needed only where no such need is known', () => {
    expect(mayNotBeNeeded('prescription', ['accommodation'])).toBe(true);
    expect(mayNotBeNeeded('prescription', ['alcohol'])).toBe(false);
    expect(mayNotBeNeeded('accommodation', [])).toBe(false);
  });
});

describe('an action from a gap', () => {
  test('is due on a working day with another working day before the release, or today where that has passed (CAM 3.3.58)', () => {
    fc.assert(
      fc.property(anyDay, (releaseOn) => {
        const due = gapDueOn(releaseOn, '2000-01-01');
        expect(isWorkingDay(due)).toBe(true);
        const between = Array.from({ length: 14 }, (_, index) => addDays(due, index + 1)).filter((day) => day < releaseOn);
        expect(between.filter(isWorkingDay)).toHaveLength(1);
        expect(gapDueOn(releaseOn, releaseOn)).toBe(releaseOn);
      }),
    );
    expect(gapDueOn('2026-03-27', '2026-03-03')).toBe('2026-03-25');
    // Before Easter Monday the last working days are the Thursday and the Wednesday.
    expect(gapDueOn('2026-04-07', '2026-03-03')).toBe('2026-04-01');
  });

  test('says what is to be done, by which day and where, without the person', () => {
    expect(gapActionText('met-at-gate', '2026-03-27', 'HMP Stonefold')).toBe('Meet at the gate of HMP Stonefold on Fri 27 Mar 2026');
    expect(gapActionText('accommodation', null, '')).toBe('Find somewhere to live from release');
    for (const item of readinessItems) expect(gapActionText(item, '2026-03-27', '')).toContain('Fri 27 Mar 2026');
  });
});

describe('weeks and days left', () => {
  test('a week begins on its Monday', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const monday = weekOf(day);
        expect(weekdayOf(monday)).toBe(1);
        expect(monday <= day && day < addDays(monday, 7)).toBe(true);
      }),
    );
  });

  test('days are counted in words', () => {
    const words = (day: string) => daysLeftWords(day, '2026-03-03');
    expect(['2026-03-03', '2026-03-04', '2026-03-27', '2026-03-02', '2026-02-27'].map(words)).toEqual([
      'today',
      'tomorrow',
      '24 days left',
      'yesterday',
      '4 days ago',
    ]);
  });
});
