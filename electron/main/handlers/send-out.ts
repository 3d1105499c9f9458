import type { Received } from '../../../shared/ipc/verbs';
import type { SentOut } from '../../../shared/views/documents';
import { recordDeliveries } from '../../services/documents/deliveries';
import { draftsToSend, filesToSend, type Outgoing, type OutgoingFile, zipToSend } from '../../services/documents/hand-out';
import { recallNotes } from '../../services/documents/recall-notes';
import type { Session } from '../../services/session';
import type { Tell } from '../ipc';
import type { Dependencies } from './dependencies';
import { type SaveAmong, saveAmong, saveFile } from './save-files';

interface Sending {
  readonly session: Session;
  readonly dialogs: Dependencies['dialogs'];
  readonly tell: Tell;
  readonly stopped: () => AbortSignal;
}

/** Asks where, writes what is to go there, and records what went; what could not go is told of, and the rest went. */
export async function sendOut(
  { session, dialogs, tell, stopped }: Sending,
  { ids, as }: Received<'documents', 'sendOut'>,
): Promise<SentOut | null> {
  if (as === 'zip') {
    const path = await dialogs.askWhereToSave({
      title: 'Save the packs as one zip',
      button: 'Save',
      suggested: 'Tasking packs.zip',
      filters: [{ name: 'Zip', extensions: ['zip'] }],
    });
    if (path === null) return null;
    const outgoing = filesToSend(session, ids);
    await saveFile(path, zipToSend(outgoing));
    return sent(session, path, outgoing, outgoing.files, 'saved');
  }
  const title = as === 'drafts' ? 'Save the e-mail drafts in a folder' : 'Save the packs in a folder';
  const folder = await dialogs.askForFolder({ title, button: 'Save here' });
  if (folder === null) return null;
  const signal = stopped();
  const progress = (done: number, total: number) => tell('progress', { job: 'documents', done, total, label: title });
  const outgoing =
    as === 'drafts' ? await draftsToSend(session, ids, (done) => progress(done, ids.length), signal) : filesToSend(session, ids);
  const { written, problems } = await writeAll(folder, outgoing, signal, (done) => progress(done, outgoing.files.length));
  return sent(session, folder, { files: outgoing.files, problems }, written, as === 'drafts' ? 'email-draft' : 'saved');
}

/** The note to each holder whose copy is called back, as e-mail drafts in a folder. No document leaves by it. */
export async function saveRecallNotes({ session, dialogs, stopped }: Sending, input: Received<'documents', 'recallDrafts'>) {
  const files = await recallNotes(session, input);
  const folder = await dialogs.askForFolder({ title: 'Save the notes as e-mail drafts in a folder', button: 'Save here' });
  if (folder === null) return null;
  const { written, problems } = await writeAll(folder, { files, problems: [] }, stopped(), () => undefined);
  return { path: folder, written: written.length, problems } satisfies SentOut;
}

interface Written {
  readonly written: readonly OutgoingFile[];
  readonly problems: Outgoing['problems'];
}

/** What cannot be written is told of, and the rest is. */
async function writeAll(folder: string, outgoing: Outgoing, signal: AbortSignal, onWritten: (done: number) => void): Promise<Written> {
  const written: OutgoingFile[] = [];
  const problems = [...outgoing.problems];
  const save = await saveAmong(folder);
  for (const file of outgoing.files) {
    const problem = signal.aborted ? 'Stopped before this one was written.' : await write(save, file);
    if (problem === null) written.push(file);
    else if (file.document !== null) problems.push({ documentId: file.document.id, problem });
    onWritten(written.length);
  }
  return { written, problems };
}

function sent(session: Session, path: string, { problems }: Outgoing, written: Outgoing['files'], how: 'email-draft' | 'saved'): SentOut {
  const documents = written.flatMap(({ document }) => document ?? []);
  recordDeliveries(session, documents, how);
  return { path, written: documents.length, problems };
}

/** Null where it was written; else why not, for the person who chose the folder. */
async function write(save: SaveAmong, { name, bytes }: OutgoingFile): Promise<string | null> {
  return save(name, bytes).then(
    () => null,
    (error: NodeJS.ErrnoException) =>
      error.code === 'ENOSPC' ? 'There is no room left in that folder.' : 'This file could not be written in that folder.',
  );
}
