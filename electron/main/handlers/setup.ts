import type { Handlers } from '../../../shared/ipc/verbs';
import type { SchemeAccess } from '../../services/opening/scheme-access';
import type { Setup } from '../../services/setup/setup';
import type { Dependencies } from './dependencies';
import { saveFile } from './save-files';

/** Makes the recovery sheet as a PDF, in memory. */
export type MakeRecoverySheet = (setup: Setup) => Promise<Uint8Array>;

export function setupHandlers(
  { dialogs }: Pick<Dependencies, 'dialogs'>,
  access: SchemeAccess,
  makeSheet: MakeRecoverySheet,
): Handlers['setup'] {
  return {
    begin: (choices) => access.beginSetup(choices).sheet,
    async saveRecoverySheet() {
      const setup = access.setup();
      const path = await dialogs.askWhereToSave({
        title: 'Save the recovery sheet',
        button: 'Save',
        suggested: 'Roundtable recovery sheet.pdf',
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      });
      if (path !== null) await saveFile(path, await makeSheet(setup));
      return path;
    },
    checkWord: ({ word }) => access.setup().checkWord(word),
    finish: ({ useKeychain }) => access.finishSetup(useKeychain),
    abandon: () => access.abandonSetup(),
  };
}
