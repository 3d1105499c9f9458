import type { Received } from '../../../shared/ipc/verbs';
import type { DocumentRow, SentOut } from '../../../shared/views/documents';
import { recordDeliveries } from '../../services/documents/deliveries';
import {
  draftsToSend,
  type FolderFile,
  filesToSend,
  type Outgoing,
  summaryOf,
  type WrittenFile,
  zipToSend,
} from '../../services/documents/hand-out';
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
    await saveFile(path, zipToSend(session, outgoing));
    return sent(session, path, { written: outgoing.files, problems: outgoing.problems }, 'saved');
  }
  const title = as === 'drafts' ? 'Save the e-mail drafts in a folder' : 'Save the packs in a folder';
  const folder = await dialogs.askForFolder({ title, button: 'Save here' });
  if (folder === null) return null;
  const signal = stopped();
  const progress = (done: number, total: number) => tell('progress', { job: 'documents', done, total, label: title });
  const outgoing =
    as === 'drafts' ? await draftsToSend(session, ids, (done) => progress(done, ids.length), signal) : filesToSend(session, ids);
  const save = await saveAmong(folder);
  const gone = await writeAll(save, outgoing, signal, (done) => progress(done, outgoing.files.length));
  const summary = summaryOf(session, gone.written, gone.problems);
  // Last, so that it says what is there; where it has no room, the packs are there all the same.
  if (as === 'folder') await write(save, summary);
  return sent(session, folder, gone, as === 'drafts' ? 'email-draft' : 'saved');
}

/** Saves documents side by side; each that is made for one agency is written down as given to it. */
export async function saveAll({ session, dialogs, tell, stopped }: Sending, outgoing: Outgoing): Promise<SentOut | null> {
  const title = 'Save the documents in a folder';
  const folder = await dialogs.askForFolder({ title, button: 'Save here' });
  if (folder === null) return null;
  const progress = (done: number) => tell('progress', { job: 'documents', done, total: outgoing.files.length, label: title });
  const { written, problems } = await writeAll(await saveAmong(folder), outgoing, stopped(), progress);
  recordDeliveries(session, written.map(({ document }) => document).filter(isToSend), 'saved');
  return { path: folder, written: written.length, problems };
}

/** What is made for one agency leaves the office with it; the full record that is kept is handed to nobody by being saved. */
const isToSend = ({ agencyId, kind }: DocumentRow) => agencyId !== null && kind !== 'agenda';

/** The note to each holder whose copy is called back, as e-mail drafts in a folder. No document leaves by it. */
export async function saveRecallNotes({ session, dialogs, stopped }: Sending, input: Received<'documents', 'recallDrafts'>) {
  const files = await recallNotes(session, input);
  const folder = await dialogs.askForFolder({ title: 'Save the notes as e-mail drafts in a folder', button: 'Save here' });
  if (folder === null) return null;
  const { written, problems } = await writeAll(await saveAmong(folder), { files, problems: [] }, stopped(), () => undefined);
  return { path: folder, written: written.length, problems } satisfies SentOut;
}

interface Written {
  readonly written: readonly WrittenFile[];
  readonly problems: Outgoing['problems'];
}

/** What cannot be written is told of, and the rest is. */
async function writeAll(save: SaveAmong, outgoing: Outgoing, signal: AbortSignal, onWritten: (done: number) => void): Promise<Written> {
  const written: WrittenFile[] = [];
  const problems = [...outgoing.problems];
  for (const [index, file] of outgoing.files.entries()) {
    const done = signal.aborted ? { problem: 'Stopped before this one was written.' } : await write(save, file);
    if ('problem' in done) problems.push({ documentId: file.document.id, problem: done.problem });
    else written.push({ name: done.name, document: file.document });
    onWritten(index + 1);
  }
  return { written, problems };
}

function sent(session: Session, path: string, { written, problems }: Written, how: 'email-draft' | 'saved'): SentOut {
  recordDeliveries(
    session,
    written.map(({ document }) => document),
    how,
  );
  return { path, written: written.length, problems };
}

/** The name under which it was written; else why not, for the person who chose the folder. */
async function write(save: SaveAmong, { name, bytes }: FolderFile): Promise<{ readonly name: string } | { readonly problem: string }> {
  return save(name, bytes).then(
    (given) => ({ name: given }),
    (error: NodeJS.ErrnoException) => ({ problem: whyNot[error.code ?? ''] ?? 'This file could not be written in that folder.' }),
  );
}

const whyNot: Readonly<Record<string, string>> = {
  ENOSPC: 'There is no room left in that folder.',
  EDQUOT: 'There is no room left in that folder.',
  ENOENT: 'That folder is not there any more.',
  EACCES: 'That folder cannot be written to.',
  EPERM: 'That folder cannot be written to.',
  EROFS: 'That folder cannot be written to.',
};
