import type { Tell } from './ipc';

/** What the shell lends to the handlers. */
export interface Shell {
  /** The folder of this person on this computer: settings, keys, and the schemes unless saved elsewhere. */
  readonly userData: string;
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly tell: Tell;
  /** Opens the second window on this meeting, or moves it there. */
  readonly openProjector: (meetingId: string) => void;
  readonly closeProjector: () => void;
  /** Runs once, before the app goes: close files, end workers. */
  readonly onQuit: (work: () => void) => void;
}
