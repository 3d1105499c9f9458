import { describe, expect, it } from 'vitest';
import { impossibleDay } from '../../../../renderer/components/fields/typed-day';

describe('a typed day', () => {
  it('is named where there is no such day', () => {
    expect(impossibleDay({ day: 31, month: 2, year: 2026 })).toBe('There is no 31 Feb 2026');
    expect(impossibleDay({ day: 29, month: 2, year: 2025 })).toBe('There is no 29 Feb 2025');
    expect(impossibleDay({ day: 31, month: 9, year: 2026 })).toBe('There is no 31 Sep 2026');
  });

  it('is let through where there is, in leap years and in the first centuries too', () => {
    expect(impossibleDay({ day: 29, month: 2, year: 2024 })).toBeNull();
    expect(impossibleDay({ day: 31, month: 12, year: 2100 })).toBeNull();
    expect(impossibleDay({ day: 29, month: 2, year: 4 })).toBeNull();
  });

  it('is left alone until it is typed to its end', () => {
    expect(impossibleDay({ day: 31, month: 2, year: null })).toBeNull();
  });
});
