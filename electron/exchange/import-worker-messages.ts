import type { ImportKind } from '../../shared/import/lists/kinds';
import type { AnyTarget } from '../../shared/views/importing';
import type { Opened, PlannedFile, SchemeFacts } from './import-engine';

/** What the worker is asked. `job` comes back with the answer. */
export type ImportJob = { readonly job: number; readonly token: string } & (
  | { readonly ask: 'open'; readonly bytes: Uint8Array; readonly fileName: string }
  | {
      readonly ask: 'reread';
      readonly sheet: string | null;
      readonly headingRow: number;
      readonly kind: ImportKind | null;
      readonly isHiddenLeftOut: boolean;
    }
  | { readonly ask: 'plan'; readonly targets: readonly AnyTarget[]; readonly facts: SchemeFacts }
  | { readonly ask: 'rows'; readonly first: number; readonly chunks: number }
  | { readonly ask: 'forget' }
);

export type ImportAnswer = { readonly job: number } & (
  | { readonly kind: 'rows'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly value: Opened | PlannedFile | readonly string[] | null }
  | { readonly kind: 'failed'; readonly message: string }
);
