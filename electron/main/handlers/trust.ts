import type { Handlers } from '../../../shared/ipc/verbs';
import { keepBackedUp } from '../../services/backups/backup-schedule';
import { createBackupDesk } from '../../services/backups/backups';
import { runInWorker } from '../../services/backups/file-worker-client';
import { diagnosis, health, noteLogCheck } from '../../services/health';
import { writeIdleLock } from '../../services/opening/idle-lock';
import { createRestoreDesk } from '../../services/opening/restore';
import type { SchemeAccess } from '../../services/opening/scheme-access';
import { processTimers } from '../../services/timers';
import type { IdleLock } from '../idle-lock';
import { keychain } from '../keychain';
import type { Shell } from '../shell';
import { backupHandlers } from './backups';
import type { ChosenPlaces } from './chosen';
import type { Dependencies } from './dependencies';
import type { SchemePlaces } from './places';
import { retentionHandlers } from './retention';
import { saveFile } from './save-files';
import { type SchemeRecordHandlers, schemeHandlers } from './scheme';
import { sharingHandlers } from './sharing';

/** The verbs that are about this computer: its passphrase, its keychain, its file, its backups. */
export function trustHandlers(
  shell: Shell,
  dependencies: Dependencies,
  chosen: ChosenPlaces,
  access: SchemeAccess,
  places: SchemePlaces,
  idle: IdleLock,
): Pick<Handlers, 'scheme' | 'backups' | 'sharing' | 'retention'> {
  const run = runInWorker(new URL('./file-worker.js', import.meta.url));
  const desk = createBackupDesk(run);
  const restoring = createRestoreDesk({ ...places, run, open: (path, key) => access.unlockWithKey(path, key) });
  let stop = () => {};
  access.onOpened(() => {
    stop = keepBackedUp(access.open(), desk, processTimers, () => shell.tell('changed', { tables: ['backups'] }));
  });
  access.onLocking(() => {
    stop();
    // The file is about to be closed under what works on it.
    desk.stop();
  });
  const healthOf = () =>
    health(access.session(), desk.view(access.open()), {
      appVersion: shell.version,
      isKeychainUnlockOn: access.isKeychainUnlockOn(),
      isKeychainAvailable: keychain.isAvailable(),
    });
  const ofThisComputer: Omit<Handlers['scheme'], keyof SchemeRecordHandlers> = {
    async changePassphrase(input) {
      const isChanged = await access.changePassphrase(input.old, input.new);
      if (isChanged) desk.renewKeyFiles(access.open());
      return isChanged;
    },
    setIdleLock(settings) {
      writeIdleLock(access.session(), settings);
      idle.look();
    },
    async verifyLog() {
      const open = access.open();
      const check = await desk.verify(open);
      if (open.session.connection.raw.open) noteLogCheck(open.session, check);
      return check;
    },
    setKeychainUnlock: ({ isOn }) => access.setKeychainUnlock(isOn),
    health: healthOf,
    async saveDiagnosis() {
      const report = diagnosis(access.session(), healthOf(), desk.view(access.open()));
      const path = await dependencies.dialogs.askWhereToSave({
        title: 'Save the diagnosis',
        button: 'Save',
        suggested: 'Roundtable diagnosis.txt',
        filters: [{ name: 'Text', extensions: ['txt'] }],
      });
      if (path !== null) await saveFile(path, new TextEncoder().encode(report));
      return path;
    },
  };
  return {
    scheme: { ...schemeHandlers(dependencies), ...ofThisComputer },
    sharing: sharingHandlers(shell, chosen, access),
    backups: backupHandlers(chosen, access, desk, restoring),
    retention: retentionHandlers(dependencies, () => desk.view(access.open()).backups.map(({ madeAt }) => madeAt)),
  };
}
