import { listDocuments } from '../../../db/queries/documents';
import type { Handlers } from '../../../shared/ipc/verbs';
import { correctMinutes, getCorrections, withdrawCorrection } from '../../services/documents/corrections';
import { confirmReturned, demandDocument, listHolders, recallEarlier, recordDelivery } from '../../services/documents/deliveries';
import { filesOf, packStandings } from '../../services/documents/hand-out';
import type { DocumentDesk } from '../../services/documents/issue-documents';
import { verifyDocument } from '../../services/documents/verify';
import type { Dependencies } from './dependencies';
import { saveAmong, saveFile } from './save-files';
import { saveAll, saveRecallNotes, sendOut } from './send-out';

export function documentHandlers({ session, dialogs, tell }: Dependencies, desk: DocumentDesk): Handlers['documents'] {
  return {
    list: () => desk.list(session()),
    issueMinutes: (input) => desk.issueMinutes(session(), input),
    issueAgencyMinutes: (input) => desk.issueAgencyMinutes(session(), input),
    issuePacks: (input) => desk.issuePacks(session(), input),
    issue: (input) => desk.issue(session(), input),
    stop: () => desk.stop(),
    packs: (input) => packStandings(session(), input),
    sendOut: (input) => sendOut({ session: session(), dialogs, tell, stopped: desk.stopped }, input),
    verify: ({ bytes }) => verifyDocument(session(), bytes),
    corrections: (input) => getCorrections(session(), input),
    correct: (input) => correctMinutes(session(), input),
    withdrawCorrection: (input) => withdrawCorrection(session(), input),
    holders: (input) => listHolders(session(), input),
    recordDelivery: (input) => recordDelivery(session(), input),
    recall: (input) => recallEarlier(session(), input),
    recallDrafts: (input) => saveRecallNotes({ session: session(), dialogs, tell, stopped: desk.stopped }, input),
    returned: (input) => confirmReturned(session(), input),
    bytes: (input) => desk.bytes(session(), input),
    async save({ id, password }) {
      const bytes = password === undefined ? desk.bytes(session(), { id }) : await desk.edition(session(), { id }, { password });
      const [row] = listDocuments(session().read, { id });
      const path = await dialogs.askWhereToSave({
        title: 'Save the document',
        button: 'Save',
        suggested: row?.fileName || 'document.pdf',
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      if (path !== null) await saveFile(path, bytes);
      return path;
    },
    async saveWord({ id }) {
      const { fileName } = demandDocument(session(), id);
      const bytes = await desk.edition(session(), { id }, 'word');
      const path = await dialogs.askWhereToSave({
        title: 'Save as Word',
        button: 'Save',
        suggested: fileName.replace(/\.pdf$/, '.docx'),
        filters: [{ name: 'Word', extensions: ['docx'] }],
      });
      if (path !== null) await saveFile(path, bytes);
      return path;
    },
    async saveEditions({ id }) {
      const on = session();
      const { fileName } = demandDocument(on, id);
      const folder = await dialogs.askForFolder({ title: 'Save as PDF and Word in a folder', button: 'Save here' });
      if (folder === null) return null;
      const save = await saveAmong(folder);
      const word = await desk.edition(on, { id }, 'word');
      await save(fileName, desk.bytes(on, { id }));
      await save(fileName.replace(/\.pdf$/, '.docx'), word);
      return folder;
    },
    saveAll: ({ ids }) => saveAll({ session: session(), dialogs, tell, stopped: desk.stopped }, filesOf(session(), ids)),
  };
}
