import { useSyncExternalStore } from 'react';

/** What the foot of the rail says: how many operations are not durable yet, when the last one was, and whether it failed. */
export interface Saving {
  readonly running: number;
  readonly savedAt: Date | null;
  readonly hasFailed: boolean;
}

let saving: Saving = { running: 0, savedAt: null, hasFailed: false };
const listeners = new Set<() => void>();

function become(next: Saving): void {
  saving = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows one operation until the main process has said that it is on the disk, or that it is not. */
export async function followSaving<Value>(operation: Promise<Value>): Promise<Value> {
  become({ ...saving, running: saving.running + 1 });
  try {
    const value = await operation;
    become({ running: saving.running - 1, savedAt: new Date(), hasFailed: false });
    return value;
  } catch (failure) {
    become({ ...saving, running: saving.running - 1, hasFailed: true });
    throw failure;
  }
}

export function useSaving(): Saving {
  return useSyncExternalStore(subscribe, () => saving);
}
