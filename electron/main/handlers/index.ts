import { hostname } from 'node:os';
import { join } from 'node:path';
import { contract } from '../../../shared/ipc/contract';
import type { Handlers } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { dayOf } from '../../../shared/language/scheme-place';
import { createImportDesk } from '../../services/importing';
import { knownSchemesIn } from '../../services/known-schemes';
import { logHealth } from '../../services/log';
import { makeDemonstration } from '../../services/make-demonstration';
import { createSchemeAccess, type SchemeAccess } from '../../services/scheme-access';
import { askForFile, askForFolder, askWhereToSave } from '../dialogs';
import { keychain } from '../keychain';
import type { Shell } from '../shell';
import { actionHandlers } from './actions';
import { appHandlers } from './app';
import { caseHandlers } from './cases';
import type { Dependencies } from './dependencies';
import { importingHandlers } from './importing';
import { registerHandlers } from './register';
import { schemeHandlers } from './scheme';
import { setupHandlers } from './setup';

/** One handler a verb, on the services, with what the shell lends them. */
export function createHandlers(shell: Shell): Handlers {
  const access = openAccess(shell);
  const dependencies: Dependencies = {
    session: () => access.session(),
    tell: shell.tell,
    dialogs: { askForFile, askForFolder, askWhereToSave },
    openProjector: shell.openProjector,
    closeProjector: shell.closeProjector,
  };
  access.onOpened((session) => session.onChanged((tables) => shell.tell('changed', { tables })));
  shell.onQuit(() => access.lock());
  const notYet = () => {
    throw new Refusal('This is not connected yet.');
  };
  const missing = Object.fromEntries(
    Object.entries(contract).map(([subject, verbs]) => [subject, Object.fromEntries(Object.keys(verbs).map((verb) => [verb, notYet]))]),
  ) as unknown as Handlers;
  return {
    ...missing,
    app: appHandlers(dependencies, access),
    setup: setupHandlers(dependencies, access, notYet),
    scheme: { ...schemeHandlers(dependencies), ...trustHandlers(shell, access) },
    register: registerHandlers(dependencies),
    cases: caseHandlers(dependencies),
    actions: actionHandlers(dependencies),
    importing: importingHandlers(dependencies, createImportDesk()),
  };
}

function openAccess({ userData, clock, tell }: Shell): SchemeAccess {
  return createSchemeAccess({
    folder: join(userData, 'Schemes'),
    known: knownSchemesIn(userData),
    keychain,
    clock,
    computer: hostname(),
    makeDemonstration: (path, passphrase) =>
      makeDemonstration(
        new URL('./demonstration-worker.js', import.meta.url),
        { path, passphrase, today: dayOf(new Date(clock()).toISOString()), computer: hostname() },
        (share) => tell('progress', { job: 'demonstration', done: share, total: 1, label: 'Setting the table' }),
      ),
  });
}

/** The part of the scheme's verbs that is about this computer: its passphrase, its keychain, its file. */
function trustHandlers(
  { version }: Shell,
  access: SchemeAccess,
): Pick<Handlers['scheme'], 'changePassphrase' | 'setKeychainUnlock' | 'health'> {
  return {
    changePassphrase: (input) => access.changePassphrase(input.old, input.new),
    setKeychainUnlock: ({ isOn }) => access.setKeychainUnlock(isOn),
    health: () => ({
      ...logHealth(access.session()),
      appVersion: version,
      isKeychainUnlockOn: access.isKeychainUnlockOn(),
      isKeychainAvailable: keychain.isAvailable(),
    }),
  };
}
