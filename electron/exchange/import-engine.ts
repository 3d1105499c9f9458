import { planImport } from '../../shared/import/plan-import';
import type { ImportRequest, PlannedImport } from '../../shared/import/planned-import';
import type { ImportSource } from '../../shared/views/importing';
import { importSource } from './import-source';
import { readSpreadsheet } from './read-spreadsheet';
import type { ReadSpreadsheet } from './spreadsheet';

export type Opened = ImportSource | { readonly problem: string };
/** What the scheme knows, as far as a plan rests on it; the rest of a request is the file's. */
export type SchemeFacts = Omit<ImportRequest, 'token' | 'grid' | 'headingRow' | 'targets'>;
export type OnRows = (done: number, total: number) => void;

/** Reads files and plans what importing them would do. It holds what it read under a token until told to forget it. */
export interface ImportEngine {
  open(token: string, bytes: Uint8Array, fileName: string): Promise<Opened>;
  /** Another sheet finds its own heading row; the same sheet takes the one given. */
  reread(token: string, sheet: string | null, headingRow: number): Promise<Opened>;
  plan(token: string, targets: ImportRequest['targets'], facts: SchemeFacts, onRows?: OnRows): Promise<PlannedImport>;
  forget(token: string): void;
  /** Lets go of every file and of all work. */
  stop(): void;
}

interface HeldFile {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  readonly read: ReadSpreadsheet;
}

/** The engine itself, wherever it runs: in a worker of the app, or in place for tools and tests. */
export function createImportEngine(): ImportEngine {
  const held = new Map<string, HeldFile>();
  const heldFile = (token: string): HeldFile => {
    const file = held.get(token);
    if (!file) throw new Error('A file was asked for that is no longer held.');
    return file;
  };
  const keep = (token: string, bytes: Uint8Array, fileName: string, read: Awaited<ReturnType<typeof readSpreadsheet>>): Opened => {
    if (read.kind === 'problem') return { problem: read.message };
    held.set(token, { bytes, fileName, read });
    return importSource(read, token, fileName);
  };
  return {
    async open(token, bytes, fileName) {
      return keep(token, bytes, fileName, await readSpreadsheet(bytes, fileName));
    },
    async reread(token, sheet, headingRow) {
      const { bytes, fileName, read } = heldFile(token);
      return keep(token, bytes, fileName, await readSpreadsheet(bytes, fileName, sheet === read.sheet ? { sheet, headingRow } : { sheet }));
    },
    async plan(token, targets, facts, onRows) {
      const { grid, headingRow } = heldFile(token).read;
      return planImport({ ...facts, token, grid, headingRow, targets }, onRows);
    },
    forget: (token) => {
      held.delete(token);
    },
    stop: () => held.clear(),
  };
}
