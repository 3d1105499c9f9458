import { actions } from './subjects/actions';
import { agenda } from './subjects/agenda';
import { app } from './subjects/app';
import { backups } from './subjects/backups';
import { cases } from './subjects/cases';
import { chairing } from './subjects/chairing';
import { cohort } from './subjects/cohort';
import { day } from './subjects/day';
import { documents } from './subjects/documents';
import { exporting } from './subjects/exporting';
import { importing } from './subjects/importing';
import { insight } from './subjects/insight';
import { invitations } from './subjects/invitations';
import { meetings } from './subjects/meetings';
import { outcomes } from './subjects/outcomes';
import { questions } from './subjects/questions';
import { register } from './subjects/register';
import { releases } from './subjects/releases';
import { retention } from './subjects/retention';
import { scheme } from './subjects/scheme';
import { services } from './subjects/services';
import { setup } from './subjects/setup';
import { sharing } from './subjects/sharing';

/**
 * The whole contract between the window and the main process. Handlers, the bridge of the preload script and the
 * type of `window.roundtable` all come from this map, a file a subject; `shared/ipc/verbs.ts` turns it into types.
 */
export const contract = {
  app,
  setup,
  scheme,
  register,
  cases,
  actions,
  meetings,
  agenda,
  chairing,
  documents,
  invitations,
  importing,
  releases,
  insight,
  backups,
  sharing,
  exporting,
  cohort,
  services,
  outcomes,
  day,
  questions,
  retention,
} as const;

export type LockReason = 'by-hand' | 'idle' | 'computer';

/** What the main process tells windows without being asked. */
export interface Events {
  /** Tables that a recorded operation touched; screens fetch again what stands on them. */
  readonly changed: { readonly tables: readonly string[] };
  /** Long work, from 0 to `total`; `total` 0 means not known yet. */
  readonly progress: { readonly job: string; readonly done: number; readonly total: number; readonly label: string };
  /**
   * How the search for the least waiting of an agenda comes along. `cost` and `lowerBound` are minutes that partners wait,
   * in the best order found and in any; `violation` is how far that order is from the rules.
   */
  readonly agendaSearch: {
    readonly meetingId: string;
    readonly cost: number;
    readonly violation: number;
    readonly lowerBound: number;
    readonly isProven: boolean;
    /** It is over: proven, stopped, or out of time. */
    readonly isDone: boolean;
  };
  /** The scheme was locked: by hand, for having been left alone, or with the computer itself. */
  readonly locked: { readonly why: LockReason };
}
