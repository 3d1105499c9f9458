import { schemeFileEnding } from '../../../db/scheme-file';
import type { Handlers } from '../../../shared/ipc/verbs';
import type { BackupDesk } from '../../services/backups/backups';
import type { RestoreDesk } from '../../services/opening/restore';
import type { SchemeAccess } from '../../services/opening/scheme-access';
import type { ChosenPlaces } from './chosen';

export function backupHandlers(
  { dialogs, demandChosen }: ChosenPlaces,
  access: SchemeAccess,
  desk: BackupDesk,
  restoring: RestoreDesk,
): Handlers['backups'] {
  return {
    get: () => desk.view(access.open()),
    make: () => desk.backUp(access.open()),
    drill: () => desk.drill(access.open()),
    async chooseFolder() {
      // While the scheme is locked nobody is asked for a folder that could not be used.
      access.open();
      const folder = await dialogs.askForFolder({ title: 'Keep backups in this folder', button: 'Keep backups here' });
      if (folder !== null) desk.setFolder(access.open(), folder);
      return folder;
    },
    useOwnFolder: () => desk.setFolder(access.open(), null),
    choose: () =>
      dialogs.askForFile({
        title: 'Restore from a backup',
        button: 'Open',
        filters: [{ name: 'Roundtable backup', extensions: [schemeFileEnding.slice(1)] }],
      }),
    inspect({ path, secret }) {
      demandChosen(path);
      return restoring.inspect(path, secret);
    },
    restore: () => restoring.restore(),
    leave: () => restoring.forget(),
  };
}
