import { writeFile } from 'node:fs/promises';
import type { Handlers } from '../../../shared/ipc/verbs';
import { exportRegister } from '../../services/export-register';
import { find, listRegister } from '../../services/register';
import type { Dependencies } from './dependencies';

export function registerHandlers({ session, dialogs }: Dependencies): Handlers['register'] {
  return {
    list: () => listRegister(session()),
    find: (input) => find(session(), input),
    async exportCsv(input) {
      // Made before the question, so that what is refused is refused before anybody has chosen a place.
      const bytes = exportRegister(session(), input);
      const path = await dialogs.askWhereToSave({
        title: 'Save the register as a spreadsheet',
        button: 'Save',
        suggested: `register-${session().today()}.csv`,
        filters: [{ name: 'CSV', extensions: ['csv'] }],
      });
      if (path !== null) await writeFile(path, bytes);
      return path;
    },
  };
}
