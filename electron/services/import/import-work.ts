import type { Pace } from '../../../db/pace';
import type { ImportKind } from '../../../shared/import/lists/kinds';
import { Refusal } from '../../../shared/language/refusal';
import type { ImportResult, ImportUnderWay, ImportUndoView } from '../../../shared/views/importing';
import type { Session } from '../session';
import { countRowsLeft, findRun, type ImportRun } from './import-runs';
import { continueImport } from './run-import';
import { undoImport } from './undo-import';

/** The one large import, or taking back, that may be at work in this process. */
export interface ImportWork {
  importing(session: Session, run: ImportRun): Promise<ImportResult>;
  takingBack(session: Session, id: string): Promise<ImportUndoView>;
  /** Ends what is at work at its next slice, and waits for that. It stays where it is. */
  stop(): Promise<void>;
  view(session: Session): ImportUnderWay | null;
}

export interface ImportWorkParts {
  readonly pace?: Pace | undefined;
  readonly onRecorded?: ((what: ImportUnderWay['what'], done: number, total: number) => void) | undefined;
}

const atWorkAlready = 'The import is at work already. Nothing was changed.';

export function createImportWork({ pace, onRecorded }: ImportWorkParts): ImportWork {
  let atWork: Promise<unknown> | null = null;
  let isStopped = false;

  async function alone<T>(work: () => Promise<T>): Promise<T> {
    if (atWork) throw new Refusal(atWorkAlready);
    isStopped = false;
    const working = work();
    atWork = working;
    try {
      return await working;
    } finally {
      atWork = null;
    }
  }
  const options = (what: ImportUnderWay['what']) => ({
    pace,
    goesOn: () => !isStopped,
    onRows: (done: number, total: number) => onRecorded?.(what, done, total),
  });

  return {
    importing: (session, run) =>
      alone(async () => {
        const ended = await continueImport(session, run, options('importing'));
        // Whoever stopped it takes it back next, or it is found again when the scheme is next opened.
        const { added, updated, leftAlone, operation } = ended ?? run;
        return { added, updated, leftAlone, operation, isTakenBack: ended === null };
      }),
    takingBack: (session, id) => alone(() => undoImport(session, { id }, options('taking-back'))),
    async stop() {
      isStopped = true;
      await atWork?.catch(() => {});
    },
    view({ read }) {
      const run = findRun(read);
      if (!run) return null;
      const { importId, fileName, kind, state, total } = run;
      const left = state === 'importing' ? countRowsLeft(read, run) : null;
      return { id: importId, fileName, kind: kind as ImportKind, what: state, isAtWork: atWork !== null, left, total };
    },
  };
}
