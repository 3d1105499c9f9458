import type { Timers } from '../timers';
import type { BackupDesk, OpenScheme } from './backups';

/** Half a minute after unlocking nobody waits for a screen any more. */
const afterUnlocking = 30_000;
/** Time for what closing a conference starts, such as issuing its minutes, to be begun first. */
const afterClosing = 5_000;
const between = 60 * 60_000;

/**
 * Makes a backup whenever one is due: after unlocking, after a conference was closed, and once an hour it looks again,
 * for an app that stays open. Gives what stops it.
 */
export function keepBackedUp(open: OpenScheme, desk: BackupDesk, timers: Timers, onMade: () => void): () => void {
  const look = () => {
    if (!open.session.connection.raw.open || !desk.isDue(open)) return;
    void desk.backUp(open).then(onMade);
  };
  const stops = [timers.after(afterUnlocking, look), timers.every(between, look)];
  let stopWaiting = () => {};
  stops.push(
    open.session.onChanged((tables) => {
      if (!tables.includes('meetings')) return;
      stopWaiting();
      stopWaiting = timers.after(afterClosing, look);
    }),
    () => stopWaiting(),
  );
  return () => {
    for (const stop of stops) stop();
  };
}
