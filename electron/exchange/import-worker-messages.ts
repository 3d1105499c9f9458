import type { ImportRequest, PlannedImport } from '../../shared/import/planned-import';
import type { Opened, SchemeFacts } from './import-engine';

/** What the worker is asked. `job` comes back with the answer. */
export type ImportJob = { readonly job: number; readonly token: string } & (
  | { readonly ask: 'open'; readonly bytes: Uint8Array; readonly fileName: string }
  | { readonly ask: 'reread'; readonly sheet: string | null; readonly headingRow: number }
  | { readonly ask: 'plan'; readonly targets: ImportRequest['targets']; readonly facts: SchemeFacts }
  | { readonly ask: 'forget' }
);

export type ImportAnswer = { readonly job: number } & (
  | { readonly kind: 'rows'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly value: Opened | PlannedImport | null }
  | { readonly kind: 'failed'; readonly message: string }
);
