import { readdir, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Handlers } from '../../../shared/ipc/verbs';
import { unusedName } from '../../services/documents/file-name';
import { listInvitations, type MadeFiles, makeInvitation, makeOwnEntries, saveInvitations } from '../../services/invitations/invitations';
import { sentenceFor } from '../failure';
import type { Dependencies } from './dependencies';

export function invitationHandlers({ session, dialogs }: Dependencies): Handlers['invitations'] {
  return {
    list: (input) => listInvitations(session(), input),
    async save(input) {
      const made = await makeInvitation(session(), input);
      const path = await dialogs.askWhereToSave({
        title: 'Save the invitation',
        button: 'Save',
        suggested: made.mail.fileName,
        filters: [
          { name: 'E-mail draft', extensions: ['eml'] },
          { name: 'Calendar entry', extensions: ['ics'] },
        ],
      });
      if (path === null) return null;
      if (extname(path).toLowerCase() === '.ics') await writeEntries(path, made.entries);
      else await writeFile(path, made.mail.bytes);
      made.record();
      return path;
    },
    async saveMine(input) {
      const made = makeOwnEntries(session(), input);
      const path = await dialogs.askWhereToSave({
        title: 'Save the calendar entry',
        button: 'Save',
        suggested: made[0]?.fileName ?? 'invitation.ics',
        filters: [{ name: 'Calendar entry', extensions: ['ics'] }],
      });
      if (path !== null) await writeEntries(path, made);
      return path;
    },
    async saveAll(input) {
      const folder = await dialogs.askForFolder({ title: 'Save the invitations in a folder', button: 'Save here' });
      if (folder === null) return null;
      const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()));
      const keepFile = async (fileName: string, bytes: Uint8Array) => {
        // Nobody is asked about each of many files, so none that is there is written over.
        const name = unusedName(fileName, (candidate) => taken.has(candidate.toLowerCase()));
        taken.add(name.toLowerCase());
        await writeFile(join(folder, name), bytes, { flag: 'wx' });
        return name;
      };
      return { folder, ...(await saveInvitations(session(), input, keepFile, sentenceFor)) };
    },
  };
}

/** The first under the chosen name; that of another sitting beside it under its own, writing over nothing that was not chosen. */
async function writeEntries(path: string, [first, ...others]: MadeFiles['entries']): Promise<void> {
  if (first) await writeFile(path, first.bytes);
  const folder = dirname(path);
  const taken = new Set((await readdir(folder)).map((name) => name.toLowerCase()));
  for (const { fileName, bytes } of others) {
    const name = unusedName(fileName, (candidate) => taken.has(candidate.toLowerCase()));
    await writeFile(join(folder, name), bytes, { flag: 'wx' });
  }
}
