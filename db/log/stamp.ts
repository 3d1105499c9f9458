/**
 * Hybrid logical clock (Kulkarni et al. 2014): physical milliseconds, a counter for events within one, and the device
 * to part equal ones. Stamps are text of fixed width, so that their order is the order of the text, in SQLite too.
 */
export type Clock = () => number;

/** `001772531200000-0003-4fJx…`: 15 digits of milliseconds, 4 hex digits, device id. */
export type Stamp = string;

const mostCounter = 0xffff;

export function makeStamp(milliseconds: number, counter: number, device: string): Stamp {
  return `${String(milliseconds).padStart(15, '0')}-${counter.toString(16).padStart(4, '0')}-${device}`;
}

export function readStamp(stamp: Stamp): { readonly milliseconds: number; readonly counter: number; readonly device: string } {
  const found = /^(\d{15})-([0-9a-f]{4})-(.+)$/.exec(stamp);
  if (!found) throw new Error('A stamp in the log does not have the form of a stamp.');
  return { milliseconds: Number(found[1]), counter: Number.parseInt(found[2] as string, 16), device: found[3] as string };
}

/** The instant of a stamp, ISO 8601 UTC. */
export function instantOf(stamp: Stamp): string {
  return new Date(readStamp(stamp).milliseconds).toISOString();
}

/**
 * The next stamp of this device: later than `latest`, the greatest stamp it has made or met, even where the computer's
 * clock stands still or was put back. Time never runs backwards in the log.
 */
export function nextStamp(latest: Stamp | null, now: number, device: string): Stamp {
  if (latest === null) return makeStamp(now, 0, device);
  const { milliseconds, counter } = readStamp(latest);
  if (now > milliseconds) return makeStamp(now, 0, device);
  return counter < mostCounter ? makeStamp(milliseconds, counter + 1, device) : makeStamp(milliseconds + 1, 0, device);
}
