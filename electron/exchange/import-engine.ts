import { createHash } from 'node:crypto';
import { countFrom1900 } from '../../shared/import/date-system';
import type { ImportKind } from '../../shared/import/lists/kinds';
import type { ListFacts, PlannedRecord } from '../../shared/import/lists/list-facts';
import { planList } from '../../shared/import/lists/plan-list';
import { planImport } from '../../shared/import/plan-import';
import type { PlannedRow } from '../../shared/import/planned-import';
import type { AnyTarget, ImportPlan, ImportSource, ImportTarget } from '../../shared/views/importing';
import { importSource } from './import-source';
import { readSpreadsheet } from './read-spreadsheet';
import type { ReadSpreadsheet } from './spreadsheet';

export type Opened = ImportSource | { readonly problem: string };
/** What the scheme knows, as far as a plan rests on it; `records` are the rows of the table that a list goes into. */
export type SchemeFacts = ListFacts;
export type OnRows = (done: number, total: number) => void;

/** A plan as it is shown. What it would write stays with the engine, and is asked for a few rows at a time. */
export interface PlannedFile {
  readonly kind: ImportKind;
  readonly plan: ImportPlan;
  /** Rows that add or change something, and how many of them add. */
  readonly total: number;
  readonly added: number;
  /** SHA-256 of all that it shows and would write: equal where a second plan says the same. */
  readonly digest: string;
}

/** Rows in one text of `rows`. */
export const rowsAChunk = 10;

/** Reads files and plans what importing them would do. It holds what it read under a token until told to forget it. */
export interface ImportEngine {
  open(token: string, bytes: Uint8Array, fileName: string): Promise<Opened>;
  /** Another sheet finds its own heading row; the same sheet takes the one given. A kind that is null is told by the headings. */
  reread(token: string, sheet: string | null, headingRow: number, kind: ImportKind | null, isHiddenLeftOut?: boolean): Promise<Opened>;
  plan(token: string, targets: readonly AnyTarget[], facts: SchemeFacts, onRows?: OnRows): Promise<PlannedFile>;
  /** What the last plan of a file would write: JSON of `PlannedRow` for cases and of `PlannedRecord` for other lists, ten rows a text. */
  rows(token: string, first: number, chunks: number): Promise<readonly string[]>;
  forget(token: string): void;
  /** Lets go of every file and of all work. */
  stop(): void;
}

interface HeldFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly read: ReadSpreadsheet;
  readonly kind: ImportKind;
  readonly planned?: readonly (PlannedRow | PlannedRecord)[];
}

/** The engine itself, wherever it runs: in a worker of the app, or in place for tools and tests. */
export function createImportEngine(): ImportEngine {
  const held = new Map<string, HeldFile>();
  const heldFile = (token: string): HeldFile => {
    const file = held.get(token);
    if (!file) throw new Error('A file was asked for that is no longer held.');
    return file;
  };
  const keep = (
    token: string,
    bytes: Uint8Array,
    fileName: string,
    read: Awaited<ReturnType<typeof readSpreadsheet>>,
    kind: ImportKind | null,
  ): Opened => {
    if (read.kind === 'problem') return { problem: read.message };
    const source = importSource(read, token, fileName, kind);
    held.set(token, { bytes, fileName, read, kind: source.kind });
    return source;
  };
  return {
    async open(token, bytes, fileName) {
      return keep(token, bytes, fileName, await readSpreadsheet(bytes, fileName), null);
    },
    async reread(token, sheet, headingRow, kind, isHiddenLeftOut = false) {
      const { bytes, fileName, read } = heldFile(token);
      const again = await readSpreadsheet(bytes, fileName, { sheet, isHiddenLeftOut, ...(sheet === read.sheet ? { headingRow } : {}) });
      return keep(token, bytes, fileName, again, kind);
    },
    async plan(token, targets, facts, onRows) {
      const file = heldFile(token);
      const { plan, rows } = planOf(file, token, targets, facts, onRows);
      held.set(token, { ...file, planned: rows });
      const added = rows.filter((row) => ('caseId' in row ? row.caseId : row.id) === null).length;
      const digest = createHash('sha256').update(JSON.stringify(plan)).update(JSON.stringify(rows)).digest('hex');
      return { kind: file.kind, plan, total: rows.length, added, digest };
    },
    async rows(token, first, chunks) {
      const { planned = [] } = heldFile(token);
      const of = planned.slice(first * rowsAChunk, (first + chunks) * rowsAChunk);
      return Array.from({ length: Math.ceil(of.length / rowsAChunk) }, (_, at) =>
        JSON.stringify(of.slice(at * rowsAChunk, (at + 1) * rowsAChunk)),
      );
    },
    forget: (token) => {
      held.delete(token);
    },
    stop: () => held.clear(),
  };
}

function planOf(
  { read, kind }: HeldFile,
  token: string,
  targets: readonly AnyTarget[],
  facts: SchemeFacts,
  onRows: OnRows | undefined,
): { readonly plan: ImportPlan; readonly rows: readonly (PlannedRow | PlannedRecord)[] } {
  const { headingRow } = read;
  const grid = read.countsFrom1904 ? countFrom1900(read.grid, headingRow, targets) : read.grid;
  if (kind === 'cases') return planImport({ ...facts, token, grid, headingRow, targets: targets as readonly ImportTarget[] }, onRows);
  const columns = targets.filter((target): target is Exclude<AnyTarget, Exclude<ImportTarget, 'ignore'>> => true);
  const { plan, records } = planList({ token, kind, grid, headingRow, targets: columns, facts }, onRows);
  return { plan, rows: records };
}
