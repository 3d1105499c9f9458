import type { Session } from '../../services/session';
import type { FileQuestion, SaveQuestion } from '../dialogs';
import type { Tell } from '../ipc';

/** What the handlers of the verbs stand on. The shell makes it once. */
export interface Dependencies {
  /** The open session. Refuses, in plain words, while the scheme is locked. */
  readonly session: () => Session;
  readonly tell: Tell;
  readonly dialogs: {
    readonly askForFile: (question: FileQuestion) => Promise<string | null>;
    readonly askForFolder: (question: FileQuestion) => Promise<string | null>;
    readonly askWhereToSave: (question: SaveQuestion) => Promise<string | null>;
  };
  readonly openProjector: (meetingId: string) => void;
  readonly closeProjector: () => void;
}
