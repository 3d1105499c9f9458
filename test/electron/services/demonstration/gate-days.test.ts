import { describe, expect, test } from 'vitest';
import { gateDay, gateDayBefore, nextHolidayEve } from '../../../../electron/services/demonstration/gate-days';
import { addDays, weekdayOf } from '../../../../shared/language/dates';
import { isWorkingDay } from '../../../../shared/rules/release-day';

describe('the day at the gate', () => {
  test('is the day itself, or the working day before a weekend or a holiday (CAM 3.3.59)', () => {
    expect(gateDay('2026-03-05')).toBe('2026-03-05');
    expect(gateDay('2026-03-07')).toBe('2026-03-06');
    expect(gateDay('2026-04-06')).toBe('2026-04-02');
  });

  test('is the working day after where the one before has passed', () => {
    expect(gateDay('2026-04-06', '2026-04-03')).toBe('2026-04-07');
  });

  test('lies in the week before the conference that heard of it, a Friday as often as two other days', () => {
    const days = Array.from({ length: 15 }, (_, turn) => gateDayBefore('2026-03-03', turn));
    for (const day of days) {
      expect(day >= addDays('2026-03-03', -6) && day < '2026-03-03').toBe(true);
      expect(isWorkingDay(day)).toBe(true);
    }
    expect(days.filter((day) => weekdayOf(day) === 5)).toHaveLength(6);
  });

  test('before a bank holiday is found for any time of the year', () => {
    expect(nextHolidayEve('2026-03-03')).toBe('2026-04-02');
    expect(nextHolidayEve('2026-04-02')).toBe('2026-12-24');
  });
});
