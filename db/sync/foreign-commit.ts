import type { AsideReason } from '../../shared/merge/may-write';

/** A commit as another device wrote and signed it. */
export interface ForeignCommit {
  readonly body: string;
  readonly signature: string;
}

/** An entry that does not count, kept with the reason. */
export interface SetAside {
  readonly hash: string;
  readonly device: string;
  readonly person: string;
  readonly space: string;
  readonly intent: string;
  readonly reason: AsideReason;
}

export interface ApplyOptions {
  /** Hash of the scheme's founding commit: from it all authority comes. */
  readonly anchor: string;
  /** This device's clock, milliseconds since 1970. Nothing is refused by it. */
  readonly now: number;
}
