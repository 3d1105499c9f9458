import { basename } from 'node:path';
import { type ExportedFile, recordExport } from '../../services/export/record-export';
import type { Session } from '../../services/session';
import type { Dependencies } from './dependencies';
import { saveFile } from './save-files';

interface SaveExport {
  /** What the dialog says at its head. */
  readonly title: string;
  /** The file name that it offers; its ending says what kind of file it is. */
  readonly suggested: string;
}

/**
 * Asks where, saves, and only then writes into the log that data left the scheme. The path, or null where the person
 * cancelled: then nothing is saved and nothing recorded.
 */
export async function saveExport(
  dialogs: Pick<Dependencies['dialogs'], 'askWhereToSave'>,
  session: Session,
  file: ExportedFile,
  { title, suggested }: SaveExport,
): Promise<string | null> {
  const extension = suggested.slice(suggested.lastIndexOf('.') + 1);
  const path = await dialogs.askWhereToSave({
    title,
    button: 'Save',
    suggested,
    filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
  });
  if (path === null) return null;
  await saveFile(path, file.bytes);
  recordExport(session, file, basename(path));
  return path;
}
