import type { StoredItem } from '../../../db/queries/meetings';

/** What is recorded where the clock of a case stops at a moment (ISO 8601 UTC): when, and the whole seconds that it has taken so far. */
export function stopClock({ startedAt, endedAt, secondsBefore }: StoredItem, at: string) {
  const running = startedAt === null || endedAt !== null ? 0 : Math.max(0, Math.round((Date.parse(at) - Date.parse(startedAt)) / 1000));
  return { endedAt: at, secondsBefore: secondsBefore + running };
}
