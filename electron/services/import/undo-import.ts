import type { Fields } from '../../../db/log/synced-tables';
import { caseNames } from '../../../db/queries/cases';
import { findImport, importUndoneReason, operationOfImport } from '../../../db/queries/imports';
import { imports } from '../../../db/schema';
import { inSlices, writeInSlices } from '../../../db/turns';
import { Refusal } from '../../../shared/language/refusal';
import type { ImportUndoView } from '../../../shared/views/importing';
import { demand } from '../permission';
import type { Session } from '../session';
import { type Reversal, reversalOf } from './import-reversal';
import { endRun, findRun, type ImportRun, keepRun } from './import-runs';
import type { WrittenGroup } from './import-written';
import { type RunOptions, rowsAtOnce } from './run-import';

const mostKeptShown = 500;
const intent = 'import taken back';

/** What taking an import back would do, without doing it. */
export async function lookAtUndo(session: Session, { id }: { readonly id: string }, options: RunOptions = {}): Promise<ImportUndoView> {
  demand(session, 'import-cases');
  const { fileName, operation } = importToUndo(session, id);
  const reversal = reversalOf(session, operation, '', session.today());
  const account = accountOf(session, id, fileName);
  await inSlices(
    reversal.groups(),
    (slice) => {
      for (const group of slice) account.add(reversal.of(group));
    },
    options,
  );
  return account.view();
}

/**
 * Takes an import back by reverse puts, as one operation: fields that it changed hold again what they held, rows that it
 * made are withdrawn, cases that it made leave the register. Whatever was touched since stays as it is. Nothing is
 * erased: the import and its undoing both stay in the log. A large one goes in slices and is kept in this file until its
 * end, so that one that is cut short goes on where it was.
 */
export async function undoImport(session: Session, { id }: { readonly id: string }, options: RunOptions = {}): Promise<ImportUndoView> {
  demand(session, 'import-cases');
  const underWay = findRun(session.read);
  const run = underWay?.importId === id ? underWay : null;
  if (underWay && !run)
    throw new Refusal(
      `The import of ${underWay.fileName} has not come to its end. Nothing was changed. Finish it, or take it back, first.`,
    );
  const { fileName, operation, rowsDue } = importToUndo(session, id);
  if (rowsDue > 0 && !run)
    throw new Refusal(
      'This import is under way on another computer, or was cut short there. Nothing was changed. Take it back on that computer, or wait until it is whole.',
    );
  const backOperation = run?.backOperation || session.newId();
  const day = run?.state === 'taking-back' ? run.day : session.today();
  const reversal = reversalOf(session, operation, backOperation, day);
  const groups = reversal.groups();
  const account = accountOf(session, id, fileName);
  const untold = new Set<string>();
  const kept = { ...(run ?? runOf(session, id)), state: 'taking-back', day, total: groups.length, backOperation } as const;
  if (groups.length > rowsAtOnce || run) keepRun(session, kept);
  let done = 0;
  const takeBack = (slice: readonly WrittenGroup[], isLast: boolean) =>
    session.record(
      intent,
      (open) => {
        for (const group of slice) {
          const of = reversal.of(group);
          account.add(of);
          for (const { table, row, fields } of of.puts) open.put(table, row, fields as Fields<typeof table>);
        }
        if (!isLast) return;
        open.put(imports, id, { rowsDue: 0, withdrawnOn: day, withdrawnReason: importUndoneReason });
        endRun(session, id);
      },
      { operation: backOperation, untold },
    );
  const isAtOnce = groups.length <= rowsAtOnce;
  const inTurn = isAtOnce ? [] : groups;
  try {
    await writeInSlices(
      session.connection.raw,
      inTurn,
      (slice) => {
        takeBack(slice, false);
        done += slice.length;
        options.onRows?.(done, groups.length);
      },
      { ...options, first: 4 },
    );
    if (done < inTurn.length) throw new Refusal('Taking the import back was cut short. Nothing is lost: it goes on from there.');
    takeBack(isAtOnce ? groups : [], true);
  } finally {
    if (session.connection.raw.open) session.announce([...untold]);
  }
  return account.view();
}

function importToUndo(session: Session, id: string) {
  const found = findImport(session.read, id);
  const operation = found ? operationOfImport(session.read, id) : null;
  if (!found || operation === null) throw new Refusal('This import is not in your copy of the scheme. Nothing was changed.');
  if (found.withdrawnOn !== null) throw new Refusal('This import has been taken back already. Nothing was changed.');
  return { fileName: found.fileName, operation, rowsDue: found.rowsDue };
}

/** What is kept of an import that was whole, while it is taken back. */
function runOf(session: Session, importId: string): Omit<ImportRun, 'state' | 'backOperation' | 'total' | 'day'> {
  const { fileName, operation } = importToUndo(session, importId);
  const { kind = '', added = 0, updated = 0 } = findImport(session.read, importId) ?? {};
  return { importId, operation, kind, fileName, added, updated, leftAlone: 0, standsOn: 0 };
}

/** What taking back comes to, summed up group by group. */
function accountOf(session: Session, id: string, fileName: string) {
  const kept: Reversal['kept'][number][] = [];
  let keptCount = 0;
  let casesLeaving = 0;
  let rowsWithdrawn = 0;
  let fieldsRestored = 0;
  return {
    add(reversal: Reversal) {
      keptCount += reversal.kept.length;
      kept.push(...reversal.kept.slice(0, Math.max(0, mostKeptShown - kept.length)));
      if (reversal.caseLeaves) casesLeaving += 1;
      rowsWithdrawn += reversal.rowsWithdrawn;
      fieldsRestored += reversal.fieldsRestored;
    },
    view(): ImportUndoView {
      const names = caseNames(session.read, [...new Set(kept.flatMap(({ caseId }) => caseId ?? []))]);
      const shown = kept.map(({ caseId, what }) => ({ name: (caseId && names.get(caseId)) || 'The scheme', what }));
      return { id, fileName, casesLeaving, rowsWithdrawn, fieldsRestored, keptCount, kept: shown };
    },
  };
}
