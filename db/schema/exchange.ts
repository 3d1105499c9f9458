import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { instant, reference, rowId, whole, withdrawal, words } from './columns';
import { people } from './scheme';

/** What came in from a file. One row an import, written by the same operation. Space `office`. */
export const imports = sqliteTable(
  'imports',
  {
    id: rowId(),
    fileName: words('file_name'),
    /** What the sheet held: `cases`, `people`, `actions` and so on. */
    kind: words('kind'),
    added: whole('added').notNull().default(0),
    updated: whole('updated').notNull().default(0),
    leftOut: whole('left_out').notNull().default(0),
    /** Rows that were still to be recorded when it was last said; 0 once it is whole. */
    rowsDue: whole('rows_due').notNull().default(0),
    importedAt: instant('imported_at'),
    importedBy: reference('imported_by').references(() => people.id),
    ...withdrawal(),
  },
  (table) => [index('imports_by_time').on(table.importedAt)],
);

/** Which column of whose sheet becomes what, as somebody set it once. Space `office`. */
export const importMappings = sqliteTable('import_mappings', {
  id: rowId(),
  name: words('name'),
  kind: words('kind'),
  /** The headings without case, accents or punctuation, in order, as a JSON array: what a sheet is known again by. */
  headings: text('headings').notNull().default('[]'),
  /** One target a column, as a JSON array. */
  targets: text('targets').notNull().default('[]'),
  usedAt: instant('used_at'),
  savedBy: reference('saved_by').references(() => people.id),
  ...withdrawal(),
});

/** What left the scheme as data: lists, pictures and figures of Insight, the whole scheme, what is held on one person. Space `office`. */
export const dataExports = sqliteTable(
  'data_exports',
  {
    id: rowId(),
    /** `list`, `insight`, `scheme` or `subject-access`. */
    kind: words('kind'),
    title: words('title'),
    fileName: words('file_name'),
    sha256: words('sha256'),
    size: whole('size').notNull().default(0),
    rows: whole('rows').notNull().default(0),
    /** 1 where the file was encrypted with a passphrase. */
    isEncrypted: whole('is_encrypted').notNull().default(0),
    exportedAt: instant('exported_at'),
    exportedBy: reference('exported_by').references(() => people.id),
    ...withdrawal(),
  },
  (table) => [index('data_exports_by_time').on(table.exportedAt)],
);
