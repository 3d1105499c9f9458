import type Database from 'better-sqlite3';
import { prepareOnce } from '../prepared';

/** What the log says of erased cases, from the rows that count. */
export interface Erasures {
  /** Whether a case was erased on this device. */
  isErased(caseId: string): boolean;
  /** Whether an entry of an erased case was known to whoever erased it; any other was written meanwhile, and is late. */
  isCovered(caseId: string, device: string, number: number): boolean;
}

/** Per device the last entry that an erasure knew of: its number and its hash. */
export type Covers = Readonly<Record<string, readonly [number: number, hash: string]>>;

export function createErasures(raw: Database.Database): Erasures {
  const done = prepareOnce<[string], { found: number }>(raw, 'select 1 as found from erasure_work where case_id = ?');
  return {
    isErased: (caseId) => done.get(caseId) !== undefined,
    isCovered: (caseId, device, number) => coversOf(raw, caseId).some((covers) => number <= (covers[device]?.[0] ?? 0)),
  };
}

/** What each erasure of a case knew of. */
export function coversOf(raw: Database.Database, caseId: string): readonly Covers[] {
  return prepareOnce<[string], { covers: string }>(raw, 'select covers from case_erasures where erased_case = ?')
    .all(caseId)
    .map(({ covers }) => readCovers(covers));
}

/** Another version may write it otherwise, and a faulty one anything: what cannot be read covers nothing. */
function readCovers(text: string): Covers {
  try {
    const read: unknown = JSON.parse(text);
    if (read === null || typeof read !== 'object') return {};
    return Object.fromEntries(Object.entries(read).filter(([, end]) => Array.isArray(end) && Number.isSafeInteger(end[0]))) as Covers;
  } catch {
    return {};
  }
}

/** The ends of all chains of a case, as an erasure names them. */
export function chainEndsOf(raw: Database.Database, space: string): Covers {
  const ends = raw
    .prepare<[string], { device: string; number: number; hash: string }>(
      'select device, max(number) as number, hash from commits where space = ? group by device order by device',
    )
    .all(space);
  return Object.fromEntries(ends.map(({ device, number, hash }) => [device, [number, hash] as const]));
}
