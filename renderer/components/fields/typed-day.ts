const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Day, month and year as they were typed, each null while it is empty. */
export interface TypedDay {
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
}

/** "There is no 31 Feb 2026", or null for a day that is, or that is not typed to its end. */
export function impossibleDay({ day, month, year }: TypedDay): string | null {
  if (day === null || month === null || year === null) return null;
  const last = new Date(Date.UTC(2000, month, 0));
  last.setUTCFullYear(year, month, 0);
  return day > last.getUTCDate() ? `There is no ${day} ${months[month - 1]} ${year}` : null;
}
