import { dirname, extname } from 'node:path';
import type { Handlers } from '../../../shared/ipc/verbs';
import { listInvitations, type MadeFiles, makeInvitation, makeOwnEntries, saveInvitations } from '../../services/invitations/invitations';
import { sentenceFor } from '../failure';
import type { Dependencies } from './dependencies';
import { saveAmong, saveFile } from './save-files';

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
      else await saveFile(path, made.mail.bytes);
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
      return { folder, ...(await saveInvitations(session(), input, await saveAmong(folder), sentenceFor)) };
    },
  };
}

/** The first under the chosen name; that of another sitting beside it under its own, writing over nothing that was not chosen. */
async function writeEntries(path: string, [first, ...others]: MadeFiles['entries']): Promise<void> {
  if (first) await saveFile(path, first.bytes);
  const save = await saveAmong(dirname(path));
  for (const { fileName, bytes } of others) await save(fileName, bytes);
}
