import { z } from 'zod';
import { type ExportRow, exportableLists, type RestoredScheme, type TextToCheck } from '../../views/exporting';
import { id, line, newPassphrase, passphrase, someLine } from '../inputs';
import { nothing, verb } from '../verb';

const columnName = z.string().regex(/^[A-Za-z-]{1,40}$/, 'This is not a column');

/** Words that whoever answers has found to name somebody else. */
const leaveOut = z.array(someLine).max(2_000);

/** Data that leaves the scheme, and a scheme that comes back. Each is recorded once its file has been saved. */
export const exporting = {
  /** What was exported before, newest first. */
  done: verb<readonly ExportRow[]>()(nothing),
  /** Saves a list where the person chooses; the path, or null where cancelled. */
  list: verb<string | null>()(
    z.strictObject({
      list: z.enum(exportableLists),
      /** The rows that are shown, in their order; null for all. */
      ids: z.array(id).max(200_000).nullable(),
      /** The columns that are shown, in their order; null for all. */
      columns: z.array(columnName).max(100).nullable(),
      /** Filters and order in words, for the file and the audit trail. */
      seenAs: line,
      format: z.enum(['csv', 'xlsx']),
    }),
  ),
  /** Saves everything held on one person, with or without the names of others; `csv` is a ZIP of CSV files. */
  subjectAccess: verb<string | null>()(
    z.strictObject({ caseId: id, isRedacted: z.boolean(), leaveOut, format: z.enum(['xlsx', 'csv', 'pdf']) }),
  ),
  /** Texts held on one person that have to be read before they are sent: something in them looks like another's name. */
  textsToCheck: verb<readonly TextToCheck[]>()(z.strictObject({ caseId: id })),
  /** Saves the whole scheme as an archive; with a passphrase, encrypted. The path, or null where cancelled. */
  scheme: verb<string | null>()(z.strictObject({ passphrase: newPassphrase.nullable() })),
  stopScheme: verb<void>()(nothing),
  /** Asks for an exported scheme and makes a new scheme file of it; null where cancelled. */
  restore: verb<RestoredScheme | null>()(z.strictObject({ exportPassphrase: passphrase.nullable(), passphrase: newPassphrase })),
} as const;
