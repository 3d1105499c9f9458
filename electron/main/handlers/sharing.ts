import type { Handlers } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import type { SchemeAccess } from '../../services/scheme-access';
import { conflicts, settleConflict } from '../../services/sharing/conflicts';
import { createSharingDesk, type SharingDesk } from '../../services/sharing/desk';
import { processTimers } from '../../services/timers';
import type { Shell } from '../shell';
import type { Dependencies } from './dependencies';

/** The exchange goes on while a scheme is open, and ends before its file is closed. */
export function sharingHandlers({ tell }: Shell, { dialogs }: Dependencies, access: SchemeAccess): Handlers['sharing'] {
  let desk: SharingDesk | null = null;
  access.onOpened((session) => {
    desk = createSharingDesk({ session, timers: processTimers, tell: (tables) => tell('changed', { tables }) });
  });
  access.onLocking(() => {
    desk?.stop();
    desk = null;
  });
  const open = (): SharingDesk => {
    access.session();
    if (!desk) throw new Refusal('The scheme is locked. Open it with your passphrase; everything recorded is safe.');
    return desk;
  };
  return {
    get: () => open().view(),
    async chooseFolder() {
      open();
      const folder = await dialogs.askForFolder({ title: 'The folder to share', button: 'Use this folder' });
      return folder === null ? null : open().check(folder);
    },
    use: ({ folder }) => open().use(folder),
    leave: () => open().leave(),
    exchange: () => open().exchangeNow(),
    goOn: () => open().goOn(),
    admit: (input) => open().admit(input),
    retire: (input) => open().retire(input),
    conflicts: (input) => conflicts(access.session(), input),
    settle: (input) => settleConflict(access.session(), input),
    forgetAway: () => open().forgetAway(),
    chooseToJoin: () => dialogs.askForFolder({ title: 'The shared folder of the scheme', button: 'Choose' }),
    beginJoin: async (choices) => (await access.beginJoin(choices)).sheet,
    lookJoin: () => access.lookJoin(),
    rebuild: (choices) => access.rebuild(choices),
  };
}
