// The Electron stand-in: the part of Electron's main-process API that this app uses, over Playwright and an installed
// Chromium, so that the app's own main process, preload script and renderer run unmodified where Electron's binary is not.
import { app } from './app.mjs';
import { ipcMain } from './ipc.mjs';
import { net, protocol, session } from './network.mjs';
import { calls } from './state.mjs';
import { crashReporter, dialog, Menu, MenuItem, Notification, nativeTheme, powerMonitor, safeStorage, screen, shell } from './system.mjs';
import { BrowserWindow } from './window.mjs';

const __standin = { calls };
const electron = {
  app,
  BrowserWindow,
  ipcMain,
  dialog,
  session,
  protocol,
  net,
  Menu,
  MenuItem,
  shell,
  safeStorage,
  nativeTheme,
  powerMonitor,
  screen,
  crashReporter,
  Notification,
  __standin,
};
export default electron;
export {
  __standin,
  app,
  BrowserWindow,
  crashReporter,
  dialog,
  ipcMain,
  Menu,
  MenuItem,
  Notification,
  nativeTheme,
  net,
  powerMonitor,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
};

// The control channel: electronApplication.evaluate(fn, arg), as Playwright's _electron has it.
const answer = (message) => process.connected && process.send(message);
process.on('message', async (message) => {
  if (message?.type !== 'evaluate') return;
  try {
    const value = await (0, eval)(`(${message.fn})`)(electron, message.arg);
    answer({ type: 'result', id: message.id, value: value === undefined ? null : JSON.parse(JSON.stringify(value)) });
  } catch (error) {
    answer({ type: 'result', id: message.id, error: String(error?.stack ?? error) });
  }
});
process.on('disconnect', () => void app.exit(0)); // whoever started it went away
