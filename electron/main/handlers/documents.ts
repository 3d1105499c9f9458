import { access, writeFile } from 'node:fs/promises';
import { basename, join, parse } from 'node:path';
import { listDocuments } from '../../../db/queries/documents';
import type { Handlers } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { correctMinutes, getCorrections, withdrawCorrection } from '../../services/documents/corrections';
import { confirmReturned, listHolders, recallEarlier, recordDelivery } from '../../services/documents/deliveries';
import { verifyDocument } from '../../services/documents/verify';
import type { DocumentDesk } from '../../services/issue-documents';
import type { Dependencies } from './dependencies';

export function documentHandlers({ session, dialogs }: Dependencies, desk: DocumentDesk): Handlers['documents'] {
  return {
    list: () => desk.list(session()),
    issueMinutes: (input) => desk.issueMinutes(session(), input),
    issuePacks: (input) => desk.issuePacks(session(), input),
    stop: () => desk.stop(),
    verify: ({ bytes }) => verifyDocument(session(), bytes),
    corrections: (input) => getCorrections(session(), input),
    correct: (input) => correctMinutes(session(), input),
    withdrawCorrection: (input) => withdrawCorrection(session(), input),
    holders: (input) => listHolders(session(), input),
    recordDelivery: (input) => recordDelivery(session(), input),
    recall: (input) => recallEarlier(session(), input),
    returned: (input) => confirmReturned(session(), input),
    bytes: (input) => desk.bytes(session(), input),
    async save({ id }) {
      const bytes = desk.bytes(session(), { id });
      const [row] = listDocuments(session().read, { id });
      const path = await dialogs.askWhereToSave({
        title: 'Save the document',
        button: 'Save',
        suggested: row?.fileName || 'document.pdf',
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      if (path !== null) await writeFile(path, bytes);
      return path;
    },
    async saveAll({ ids }) {
      const folder = await dialogs.askForFolder({ title: 'Save the documents in a folder', button: 'Save here' });
      if (folder === null) return null;
      for (const id of ids) {
        const bytes = desk.bytes(session(), { id });
        const [row] = listDocuments(session().read, { id });
        if (!row) throw new Refusal('One of these documents is gone from the ledger. Those before it were saved.');
        await writeFile(await freePath(folder, basename(row.fileName)), bytes, { flag: 'wx' });
      }
      return folder;
    },
  };
}

/** Nobody is asked about each of many files, so none that is there is written over. */
async function freePath(folder: string, fileName: string): Promise<string> {
  const { name, ext } = parse(fileName);
  for (let number = 1; ; number += 1) {
    const path = join(folder, number === 1 ? fileName : `${name} (${number})${ext}`);
    const isTaken = await access(path).then(
      () => true,
      () => false,
    );
    if (!isTaken) return path;
  }
}
