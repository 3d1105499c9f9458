import { readFile } from 'node:fs/promises';
import { listExports } from '../../../db/queries/exports';
import type { Handlers } from '../../../shared/ipc/verbs';
import type { DocumentsWorker } from '../../documents/worker-client';
import { exportList } from '../../services/export/export-list';
import { exportScheme } from '../../services/export/export-scheme';
import { restoreScheme } from '../../services/export/restore-scheme';
import { subjectAccess, textsToCheck } from '../../services/export/subject-access';
import type { SetupPlace } from '../../services/setup/setup';
import type { Dependencies } from './dependencies';
import { saveExport } from './save-export';

export interface ExportingParts extends Pick<Dependencies, 'session' | 'dialogs' | 'tell'> {
  readonly place: SetupPlace;
  readonly render: DocumentsWorker['render'];
  /** Puts a scheme file among those that are offered when the app starts. */
  readonly remember: (path: string) => void;
}

export function exportingHandlers({ session, dialogs, tell, place, remember, render }: ExportingParts): Handlers['exporting'] {
  let running: AbortController | null = null;

  return {
    done: () => listExports(session().read),
    async list(input) {
      const on = session();
      // Made before the question, so that what is refused is refused before anybody has chosen a place.
      const file = await exportList(on, input);
      return saveExport(dialogs, on, file, { title: 'Save the list', suggested: `${input.list}-${on.today()}.${input.format}` });
    },
    async subjectAccess(input) {
      const on = session();
      const file = await subjectAccess(on, input, async (request) => (await render(request)).bytes);
      const extension = input.format === 'csv' ? 'zip' : input.format;
      return saveExport(dialogs, on, file, {
        title: 'Save what is held on this person',
        suggested: `subject-access-${on.today()}.${extension}`,
      });
    },
    textsToCheck: (input) => textsToCheck(session(), input),
    async scheme({ passphrase }) {
      const on = session();
      const stop = new AbortController();
      running = stop;
      try {
        const onProgress = (done: number, total: number) => tell('progress', { job: 'export', done, total, label: 'Exporting the scheme' });
        const file = await exportScheme(on, { passphrase, onProgress, signal: stop.signal });
        return await saveExport(dialogs, on, file, {
          title: 'Save the whole scheme',
          suggested: `scheme-${on.today()}.zip${passphrase === null ? '' : '.age'}`,
        });
      } finally {
        running = null;
      }
    },
    stopScheme: () => running?.abort(),
    async restore({ exportPassphrase, passphrase }) {
      const path = await dialogs.askForFile({
        title: 'Bring back an exported scheme',
        button: 'Read',
        filters: [
          { name: 'Exported schemes', extensions: ['zip', 'age'] },
          { name: 'All files', extensions: ['*'] },
        ],
      });
      if (path === null) return null;
      const restored = await restoreScheme({ bytes: await readFile(path), exportPassphrase, passphrase }, place);
      remember(restored.path);
      return restored;
    },
  };
}
