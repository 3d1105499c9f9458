import { closeSync, fstatSync, openSync, statSync } from 'node:fs';

/** A descriptor by which an open scheme file is read beside its connection. */
export interface ReadHandle {
  readonly descriptor: number;
  release(): void;
}

interface Shared {
  readonly descriptor: number;
  users: number;
}
const handles = new Map<string, Shared>();

/**
 * Holds the file for reading. On POSIX systems, closing any descriptor of a file drops every lock that the process has
 * on it, SQLite's among them; so all who read one file share one descriptor, and an open connection holds it until it is
 * closed itself.
 */
export function holdForReading(path: string): ReadHandle {
  const held = handles.get(path);
  const shared = held && fstatSync(held.descriptor).ino === statSync(path).ino ? held : { descriptor: openSync(path, 'r'), users: 0 };
  handles.set(path, shared);
  shared.users += 1;
  let isHeld = true;
  return {
    descriptor: shared.descriptor,
    release() {
      if (!isHeld) return;
      isHeld = false;
      shared.users -= 1;
      if (shared.users > 0) return;
      closeSync(shared.descriptor);
      if (handles.get(path) === shared) handles.delete(path);
    },
  };
}
