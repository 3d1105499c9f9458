import type { ClockSuspicion } from '../../shared/merge/clocks';
import type { AsideReason } from '../../shared/merge/may-write';
import type { UnreadReason } from './take-in';
import type { TransportProblem } from './transport';

/** What a person should hear of, with enough in it for a plain sentence. Nothing here ever costs what is saved on this device. */
export type Alarm =
  /** The shared place cannot be used now. Work goes on; it is tried again. */
  | { readonly kind: 'unreachable'; readonly problem: TransportProblem; readonly code: string }
  /** The folder belongs to another scheme, or to none. Exchange stands still. */
  | { readonly kind: 'wrong-folder'; readonly found: string | null }
  /** Another folder of this scheme stands where the known one stood. Exchange stands still. */
  | { readonly kind: 're-created-folder' }
  /** All files are gone. Exchange stands still until somebody says that they be put back. */
  | { readonly kind: 'emptied-folder' }
  /** Files are gone that were there: an older state of the folder was restored. Exchange stands still. */
  | { readonly kind: 'rolled-back-folder'; readonly devices: readonly string[]; readonly files: number }
  /** Two copies of one device's file are at work. Where it is this device's, it needs a new identity. */
  | { readonly kind: 'copied-device'; readonly device: string; readonly isOwn: boolean }
  /** What coordinators hand over is no longer sealed to this device: it was retired, or its person is no member any more. */
  | { readonly kind: 'shut-out' }
  /** Entries that were not accepted: by a retired device, a forger, or someone who may not write this. */
  | { readonly kind: 'set-aside'; readonly device: string; readonly person: string; readonly reason: AsideReason; readonly count: number }
  /** A file that could not be taken in, since when. Half-synced files pass by themselves; this tells of those that stay. */
  | { readonly kind: 'unread-file'; readonly folder: string; readonly name: string; readonly reason: UnreadReason; readonly since: string }
  /** Segments in the middle of a device's run have not come. */
  | { readonly kind: 'missing-segments'; readonly device: string; readonly first: number; readonly last: number; readonly since: string }
  | { readonly kind: 'wrong-clock'; readonly device: string; readonly suspicion: ClockSuspicion };

export const stoppingAlarms: ReadonlySet<Alarm['kind']> = new Set([
  'wrong-folder',
  're-created-folder',
  'emptied-folder',
  'rolled-back-folder',
]);
