import type Database from 'better-sqlite3';
import { furthestFollowed, millisecondsOf } from '../../shared/merge/clocks';
import { prepareOnce } from '../prepared';
import type { Stamp } from './stamp';

/**
 * The stamp that this device's next one must be later than: its own last, and the latest that it has met of others,
 * except those of a clock that is years ahead of everyone's. Costs a look-up a device, however long the log.
 */
export function createLatestStamp(raw: Database.Database, device: string): (now: number) => Stamp | null {
  const lastOf = prepareOnce<[string], { stamp: string | null }>(raw, 'select max(stamp) as stamp from commits where device = ?');
  const deviceAfter = prepareOnce<[string], { device: string | null }>(raw, 'select min(device) as device from commits where device > ?');
  const lastBefore = prepareOnce<[string, string], { stamp: string | null }>(
    raw,
    'select max(stamp) as stamp from commits where device = ? and stamp < ?',
  );
  return (now) => {
    const others: { readonly device: string; readonly stamp: string }[] = [];
    for (let id = deviceAfter.get('')?.device ?? null; id !== null; id = deviceAfter.get(id)?.device ?? null) {
      const stamp = id === device ? null : (lastOf.get(id)?.stamp ?? null);
      if (stamp !== null) others.push({ device: id, stamp });
    }
    let latest = lastOf.get(device)?.stamp ?? null;
    const bound = furthestFollowed(
      now,
      others.map(({ stamp }) => stamp),
    );
    const follow = (stamp: string | null) => {
      if (stamp !== null && (latest === null || stamp > latest)) latest = stamp;
    };
    for (const { device: id, stamp } of others) {
      follow(millisecondsOf(stamp) <= bound ? stamp : (lastBefore.get(id, String(bound).padStart(15, '0'))?.stamp ?? null));
    }
    return latest;
  };
}
