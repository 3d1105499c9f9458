import type { LockReason } from '../../../shared/ipc/contract';
import type { KnownScheme } from '../../../shared/views/scheme';

export interface FirstRunProps {
  readonly onOpened: () => void;
}

export interface UnlockProps {
  readonly schemes: readonly KnownScheme[];
  /** Why it was locked while it was open; null where it was not open since the app started. */
  readonly lockedBy: LockReason | null;
  readonly onOpened: () => void;
}
