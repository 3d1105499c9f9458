const minutesOfDay = 24 * 60;

/** Minutes since midnight, of `HH:MM`; 0 where it is no clock time. */
export function minutesOfClock(clock: string): number {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(clock) ?? [];
  return Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

/** `HH:MM`, of minutes since midnight; past midnight it begins again, so that 25:10 reads 01:10. */
export function clockOfMinutes(minutes: number): string {
  const inDay = ((Math.round(minutes) % minutesOfDay) + minutesOfDay) % minutesOfDay;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
}
