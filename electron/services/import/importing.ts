import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection';
import type { Pace } from '../../../db/pace';
import { caseNames } from '../../../db/queries/cases';
import { existingCases } from '../../../db/queries/existing-cases';
import { existingRecords } from '../../../db/queries/existing-records';
import { listAgencies, listPeople } from '../../../db/queries/scheme';
import { commits } from '../../../db/schema';
import { describeNew } from '../../../shared/import/describe-changes';
import { recordWriter } from '../../../shared/import/lists/describe-record';
import type { ImportKind } from '../../../shared/import/lists/kinds';
import type { PlannedRecord } from '../../../shared/import/lists/list-facts';
import type { PlannedRow } from '../../../shared/import/planned-import';
import { Refusal } from '../../../shared/language/refusal';
import type {
  AnyTarget,
  ImportFieldChange,
  ImportPlan,
  ImportResult,
  ImportSource,
  ImportUnderWay,
  ImportUndoView,
} from '../../../shared/views/importing';
import {
  createImportEngine,
  type ImportEngine,
  type Opened,
  type PlannedFile,
  rowsAChunk,
  type SchemeFacts,
} from '../../exchange/import-engine';
import { demand } from '../permission';
import type { Session } from '../session';
import { asLastTime, kindLastTime } from './import-mappings';
import { findRun, type Planned } from './import-runs';
import { createImportWork } from './import-work';
import { beginImport } from './run-import';

interface HeldFile {
  readonly source: ImportSource;
  /** What the person was last shown, and what it stands on. */
  readonly shown: {
    readonly columns: readonly AnyTarget[];
    readonly planned: PlannedFile;
    readonly standsOn: string;
  } | null;
}

/** Files that have been read and not yet imported or given up. They hold personal data: only in memory, and not for long. */
export interface ImportDesk {
  /** With a session, a sheet is read as it was when it was imported before: as what, and with what columns. */
  open(bytes: Uint8Array, fileName: string, session?: Session): Promise<Opened>;
  /** Another sheet finds its own heading row; the same sheet takes the one given. */
  reread(
    input: {
      readonly token: string;
      readonly sheet: string | null;
      readonly headingRow: number;
      readonly kind?: ImportKind | null;
      readonly isHiddenLeftOut?: boolean;
    },
    session?: Session,
  ): Promise<Opened>;
  plan(session: Session, input: { readonly token: string; readonly columns: readonly AnyTarget[] }): Promise<ImportPlan>;
  /** What one row of the plan that was shown last says, field by field. Rows that add or change something count from 0. */
  rowWhole(session: Session, input: { readonly token: string; readonly at: number }): Promise<readonly ImportFieldChange[]>;
  /**
   * Imports what was shown last. Refused where the register has changed since. A large file goes in slices, between which
   * everybody goes on working; the promise is kept once it is whole, or taken back because `undo` was asked for meanwhile.
   */
  confirm(session: Session, input: { readonly token: string }): Promise<ImportResult>;
  /** The large import that is not at its end yet. */
  underWay(session: Session): ImportUnderWay | null;
  /** Goes on with one that was cut short. */
  goOn(session: Session): Promise<ImportResult>;
  /** Takes an import back. One that is under way is stopped first. */
  undo(session: Session, input: { readonly id: string }): Promise<ImportUndoView>;
  cancel(input: { readonly token: string }): void;
  /** Lets go of everything: on locking. */
  clear(): void;
}

export interface ImportDeskParts {
  readonly engine?: ImportEngine;
  readonly newToken?: () => string;
  /** How far down the sheet the plan is. */
  readonly onRows?: (done: number, total: number) => void;
  /** How many rows an import has recorded, or taken back, of how many. */
  readonly onRecorded?: (what: ImportUnderWay['what'], done: number, total: number) => void;
  readonly pace?: Pace;
}

/** Old ones are let go of: a window that was closed never cancels. */
const mostHeld = 3;

export function createImportDesk({
  engine = createImportEngine(),
  newToken = randomUUID,
  onRows,
  onRecorded,
  pace,
}: ImportDeskParts = {}): ImportDesk {
  const held = new Map<string, HeldFile>();
  const work = createImportWork({ pace, onRecorded });
  const heldFile = (token: string): HeldFile => {
    const file = held.get(token);
    if (!file) throw new Refusal('This file is no longer open. Nothing was imported. Choose it again.');
    return file;
  };
  let planning: string | null = null;
  const planOf = async (session: Session, token: string, columns: readonly AnyTarget[]): Promise<PlannedFile> => {
    planning = token;
    try {
      return await engine.plan(token, columns, factsOf(session, heldFile(token).source.kind), onRows);
    } finally {
      planning = null;
    }
  };
  /** What somebody said before that a sheet with these headings holds goes before what its headings tell. */
  const asBefore = async (source: Opened, session: Session | undefined): Promise<Opened> => {
    const kind = session && !('problem' in source) ? kindLastTime(session.read, source) : null;
    if (kind === null || 'problem' in source) return source;
    return engine.reread(source.token, source.sheet, source.headingRow, kind, source.hidden?.areLeftOut ?? false);
  };
  return {
    async open(bytes, fileName, session) {
      const token = newToken();
      const source = await asBefore(await engine.open(token, bytes, fileName), session);
      if ('problem' in source) return source;
      held.set(token, { source, shown: null });
      for (const old of [...held.keys()].slice(0, -mostHeld)) {
        held.delete(old);
        engine.forget(old);
      }
      return session ? asLastTime(session.read, source) : source;
    },
    async reread({ token, sheet, headingRow, kind = null, isHiddenLeftOut = false }, session) {
      heldFile(token);
      const read = await engine.reread(token, sheet, headingRow, kind, isHiddenLeftOut);
      const source = kind === null ? await asBefore(read, session) : read;
      if ('problem' in source) return source;
      heldFile(token);
      held.set(token, { source, shown: null });
      return session ? asLastTime(session.read, source) : source;
    },
    async plan(session, { token, columns }) {
      demand(session, 'import-cases');
      const { source } = heldFile(token);
      const standsOn = stateOf(session);
      const planned = await planOf(session, token, columns);
      heldFile(token);
      held.set(token, { source, shown: { columns, planned, standsOn } });
      return planned.plan;
    },
    async rowWhole(session, { token, at }) {
      demand(session, 'import-cases');
      const { source } = heldFile(token);
      const [chunk = '[]'] = await engine.rows(token, Math.floor(at / rowsAChunk), 1);
      const row = (JSON.parse(chunk) as readonly Planned[])[at % rowsAChunk];
      return row === undefined ? [] : describeRow(session.read, source.kind, row);
    },
    async confirm(session, { token }) {
      demand(session, 'import-cases');
      const { source, shown } = heldFile(token);
      if (!shown)
        throw new Refusal('It has not been shown yet what this file would change. Nothing was imported. Look at the changes first.');
      // Where not one entry was added to the log nor the day turned, a second plan could only say the same again.
      if (stateOf(session) !== shown.standsOn) {
        const standsOn = stateOf(session);
        const now = await planOf(session, token, shown.columns);
        heldFile(token);
        if (now.digest !== shown.planned.digest || stateOf(session) !== standsOn) {
          throw new Refusal(
            'The register has changed since the file was checked. Nothing was imported. Look at the changes again, then confirm.',
          );
        }
      }
      const unfinished = findRun(session.read);
      if (unfinished) {
        throw new Refusal(
          `The import of ${unfinished.fileName} has not come to its end. Nothing was imported now. Finish it, or take it back, first.`,
        );
      }
      if (!shown.planned.plan.canConfirm) throw new Refusal('There is nothing in this file to import. Nothing was changed.');
      const { planned, columns } = shown;
      const standsOn = latestSequence(session.read);
      const rows = (first: number, chunks: number) => engine.rows(token, first, chunks);
      const begun = await beginImport(session, { planned, rows, source, columns, standsOn });
      held.delete(token);
      engine.forget(token);
      const { total, added } = planned;
      if (begun.isWhole) return { added, updated: total - added, leftAlone: 0, operation: begun.operation, isTakenBack: false };
      return work.importing(session, begun.run);
    },
    underWay: (session) => work.view(session),
    async goOn(session) {
      demand(session, 'import-cases');
      const run = findRun(session.read);
      if (!run) throw new Refusal('No import was cut short. Nothing was changed.');
      if (run.state === 'importing') return work.importing(session, run);
      await work.takingBack(session, run.importId);
      const { added, updated, leftAlone, operation } = run;
      return { added, updated, leftAlone, operation, isTakenBack: true };
    },
    async undo(session, { id }) {
      demand(session, 'import-cases');
      if (findRun(session.read)?.importId === id) await work.stop();
      return work.takingBack(session, id);
    },
    cancel: ({ token }) => {
      held.delete(token);
      if (planning !== token) return engine.forget(token);
      // Planning never looks up from its work, so it ends with the engine; other files it holds have to be chosen again.
      held.clear();
      engine.stop();
    },
    clear: () => {
      held.clear();
      engine.stop();
      void work.stop();
    },
  };
}

function factsOf({ read, today }: Session, kind: ImportKind): SchemeFacts {
  return {
    existing: existingCases(read),
    agencies: listAgencies(read).filter(({ isWithdrawn }) => !isWithdrawn),
    people: listPeople(read).filter(({ isWithdrawn }) => !isWithdrawn),
    today: today(),
    records: kind === 'cases' ? [] : existingRecords(read, kind),
  };
}

function describeRow(read: Reader, kind: ImportKind, row: Planned): readonly ImportFieldChange[] {
  const names = { agencies: listAgencies(read), people: listPeople(read) };
  if (kind === 'cases') return describeNew(names, row as PlannedRow);
  const { fields } = row as PlannedRecord;
  const caseId = typeof fields.caseId === 'string' ? [fields.caseId] : [];
  return recordWriter(names, caseNames(read, caseId)).whole(fields);
}

/** All that a plan rests on besides the file: how far the log goes, and the day. */
function stateOf({ read, today }: Session): string {
  return `${latestSequence(read)} ${today()}`;
}

function latestSequence(read: Reader): number {
  return (
    read
      .select({ last: sql<number | null>`max(${commits.sequence})` })
      .from(commits)
      .get()?.last ?? 0
  );
}
