import Holidays from 'date-holidays';

const firstYear = 2000;
const lastYear = 2075;

/**
 * The bank holidays of England and Wales with their substitute days, `YYYY-MM-DD`, from 2000 to 2075. The build works
 * this list out once and puts it in place of this file (build/bank-holidays.ts), since the library reckons the feasts of
 * every country on earth and would make the window carry them.
 */
export const bankHolidays: readonly string[] = ((): string[] => {
  const ofEnglandAndWales = new Holidays('GB', 'ENG', { types: ['public', 'bank'] });
  const days: string[] = [];
  for (let year = firstYear; year <= lastYear; year += 1)
    for (const { date } of ofEnglandAndWales.getHolidays(year)) days.push(date.slice(0, 10));
  return days;
})();
