import { schemeFileEnding } from '../../../db/scheme-file';
import type { Handlers } from '../../../shared/ipc/verbs';
import type { SchemeAccess } from '../../services/opening/scheme-access';
import type { IdleLock } from '../idle-lock';
import type { ChosenPlaces } from './chosen';

export function appHandlers({ dialogs, demandScheme }: ChosenPlaces, access: SchemeAccess, idle: IdleLock): Handlers['app'] {
  const allowed = (path: string) => {
    demandScheme(path);
    return path;
  };
  return {
    status: () => access.status(),
    openDemonstration: () => access.openDemonstration(),
    chooseSchemeFile: () =>
      dialogs.askForFile({
        title: 'Open a scheme',
        button: 'Open',
        filters: [{ name: 'Roundtable scheme', extensions: [schemeFileEnding.slice(1)] }],
      }),
    unlock: ({ path, passphrase }) => access.unlock(allowed(path), passphrase),
    unlockWithKeychain: ({ path }) => access.unlockWithKeychain(allowed(path)),
    recover: ({ path, words, newPassphrase }) => access.recover(allowed(path), words, newPassphrase),
    lock: () => idle.lock('by-hand'),
    noteInput: (place) => idle.noteInput(place),
  };
}
