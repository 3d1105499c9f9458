import { schemeFileEnding } from '../../../db/scheme-file';
import type { Handlers } from '../../../shared/ipc/verbs';
import type { SchemeAccess } from '../../services/opening/scheme-access';
import type { IdleLock } from '../idle-lock';
import type { Dependencies } from './dependencies';

export function appHandlers({ dialogs }: Pick<Dependencies, 'dialogs'>, access: SchemeAccess, idle: IdleLock): Handlers['app'] {
  return {
    status: () => access.status(),
    openDemonstration: () => access.openDemonstration(),
    chooseSchemeFile: () =>
      dialogs.askForFile({
        title: 'Open a scheme',
        button: 'Open',
        filters: [{ name: 'Roundtable scheme', extensions: [schemeFileEnding.slice(1)] }],
      }),
    unlock: ({ path, passphrase }) => access.unlock(path, passphrase),
    unlockWithKeychain: ({ path }) => access.unlockWithKeychain(path),
    recover: ({ path, words, newPassphrase }) => access.recover(path, words, newPassphrase),
    lock: () => idle.lock('by-hand'),
    noteInput: (place) => idle.noteInput(place),
  };
}
