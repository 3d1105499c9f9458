import type { Handlers } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import type { SchemeAccess } from '../../services/opening/scheme-access';
import { nameSheetByWords } from '../../services/setup/name-sheet';
import { conflicts, settleConflict } from '../../services/sharing/conflicts';
import { createSharingDesk, type SharingDesk } from '../../services/sharing/desk';
import { processTimers } from '../../services/timers';
import type { Shell } from '../shell';
import type { ChosenPlaces } from './chosen';

/** The exchange goes on while a scheme is open, and ends before its file is closed. */
export function sharingHandlers(
  { tell }: Pick<Shell, 'tell'>,
  { dialogs, demandChosen }: ChosenPlaces,
  access: SchemeAccess,
): Handlers['sharing'] {
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
    use({ folder }) {
      demandChosen(folder);
      return open().use(folder);
    },
    leave: () => open().leave(),
    exchange: () => open().exchangeNow(),
    goOn: () => open().goOn(),
    admit: (input) => open().admit(input),
    retire: (input) => open().retire(input),
    async renew() {
      await open().renew(access.computer);
      // What is open signs with the old identity.
      const opened = access.reopen();
      tell('changed', { tables: ['sharing', 'devices'] });
      if (!opened.ok) throw new Refusal('This computer has its new identity. Open the scheme again with your passphrase.');
    },
    nameSheet: ({ words }) => nameSheetByWords(access.open(), words),
    conflicts: (input) => conflicts(access.session(), input),
    settle: (input) => settleConflict(access.session(), input),
    forgetAway: () => open().forgetAway(),
    chooseToJoin: () => dialogs.askForFolder({ title: 'The shared folder of the scheme', button: 'Choose' }),
    async beginJoin(choices) {
      demandChosen(choices.folder);
      return (await access.beginJoin(choices)).sheet;
    },
    lookJoin: () => access.lookJoin(),
    rebuild(choices) {
      demandChosen(choices.folder);
      return access.rebuild(choices);
    },
  };
}
