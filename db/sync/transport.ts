/** Why the shared place could not do something. Every one of them can pass, and none of them touches what is saved here. */
export const transportProblems = [
  'unreachable',
  'missing',
  'full',
  'read-only',
  'denied',
  'busy',
  'damaged-write',
  'not-whole',
  'newer-version',
  'failed',
] as const;
export type TransportProblem = (typeof transportProblems)[number];

export type Transported<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: TransportProblem; readonly code: string };

/** Names of files by folder; files at the top are under the empty name. */
export type Listing = ReadonlyMap<string, readonly string[]>;

/**
 * The shared place. A file is written once under a name that its content gives it and never changed; each device writes
 * and removes in its own folder only. A folder on a share is one such place, an object store could be another.
 */
export interface Transport {
  /** Everything that is there: folders one deep. May be behind the truth. */
  list(): Promise<Transported<Listing>>;
  read(folder: string, name: string): Promise<Transported<Uint8Array>>;
  /** Done means: it is there, whole, and was read back. Writing the same again is no error. */
  writeOnce(folder: string, name: string, bytes: Uint8Array): Promise<Transported<null>>;
  /** Removes files of one's own folder. One that is not there is no error. */
  removeOwn(folder: string, names: readonly string[]): Promise<Transported<null>>;
}
