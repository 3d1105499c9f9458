import { join } from 'node:path';
import { app, session } from 'electron';
import { registerScheme, serveBundle } from './bundle';
import { createClock } from './development';
import { createHandlers } from './handlers';
import { bindHandlers, tell } from './ipc';
import { setMenu } from './menu';
import { applySessionPolicy, refuseLeaving } from './session-policy';
import { closeProjector, followTheme, openMainWindow, openProjector, showMainWindow } from './windows';

registerScheme();
refuseLeaving();

app.setAppUserModelId('invalid.example.roundtable');
app.on('window-all-closed', () => app.quit());

/** Two processes on one file would each think they alone write it, so the second only brings the first to the front. */
if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showMainWindow);
  // Not awaited: Electron becomes ready only once this module has run to its end.
  void app.whenReady().then(start);
} else {
  app.quit();
}

function start(): void {
  serveBundle(join(import.meta.dirname, '../renderer'));
  applySessionPolicy(session.defaultSession);
  setMenu();
  followTheme();
  bindHandlers(
    createHandlers({
      userData: app.getPath('userData'),
      version: app.getVersion(),
      clock: createClock(),
      tell,
      openProjector,
      closeProjector,
      onQuit: (work) => app.once('will-quit', work),
    }),
  );
  openMainWindow();
}
