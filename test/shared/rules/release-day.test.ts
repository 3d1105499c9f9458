import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../shared/language/dates';
import { isBankHoliday, isWorkingDay, releaseFlag } from '../../../shared/rules/release-day';

describe('release days', () => {
  it('flags a Friday, says when services open again and names the two better days before it (CAM 3.3.51, 3.3.59, R11.iv)', () => {
    expect(releaseFlag('2026-03-27')).toEqual({
      kind: 'friday',
      words: 'Friday',
      opensAgain: '2026-03-30',
      askFor: ['2026-03-25', '2026-03-26'],
    });
  });

  it('flags the day before Good Friday and counts the whole Easter weekend as shut (CAM 3.3.51)', () => {
    expect(releaseFlag('2026-04-02')).toMatchObject({
      kind: 'before-holiday',
      opensAgain: '2026-04-07',
      askFor: ['2026-03-31', '2026-04-01'],
    });
  });

  it('lets an ordinary Tuesday pass', () => {
    expect(releaseFlag('2026-03-24')).toBeNull();
  });

  it('flags a release on a Sunday or a bank holiday', () => {
    expect(releaseFlag('2026-03-29')?.words).toBe('Weekend');
    expect(releaseFlag('2026-05-04')?.words).toBe('Bank holiday');
  });

  it('knows the bank holidays of England and Wales, with their substitutes and the days moved once', () => {
    const of2026 = ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'];
    expect(of2026.filter((day) => !isBankHoliday(day))).toEqual([]);
    expect(
      ['2021-12-27', '2021-12-28', '2022-01-03', '2022-06-02', '2020-05-08', '2022-12-27'].filter((day) => !isBankHoliday(day)),
    ).toEqual([]);
    expect(['2020-05-04', '2022-05-30', '2026-03-03'].filter(isBankHoliday)).toEqual([]);
  });

  it('knows those proclaimed or moved in later years, decades ahead as well', () => {
    const known = ['2022-09-19', '2023-05-08', '2027-12-27', '2027-12-28', '2028-01-03', '2033-12-26', '2060-12-27'];
    expect(known.filter((day) => !isBankHoliday(day))).toEqual([]);
    expect(['2028-01-04', '2027-12-29', '2034-01-03'].filter(isBankHoliday)).toEqual([]);
  });

  it('asks for two days on which services are open and still open the day after, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 365 * 60 }), (days) => {
        const flag = releaseFlag(addDays('2010-01-01', days));
        for (const day of flag?.askFor ?? []) {
          expect(isWorkingDay(day)).toBe(true);
          expect(isWorkingDay(addDays(day, 1))).toBe(true);
        }
        if (flag) expect(isWorkingDay(flag.opensAgain)).toBe(true);
      }),
    );
  });
});
