import { join } from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { mainAddress, projectorAddress } from './address';
import { noteWindow } from './known-windows';
import { rememberedPlace, rememberPlace, smallest } from './window-bounds';

const webPreferences = {
  preload: join(import.meta.dirname, '../preload/index.cjs'),
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
} as const;

/** The page's own ground and ink (see the tokens of the renderer), so that nothing flashes before it is drawn. */
const ground = () => (nativeTheme.shouldUseDarkColors ? '#14171c' : '#ffffff');
const ink = () => (nativeTheme.shouldUseDarkColors ? '#e8eaed' : '#1b1f24');

/** Height in pixels of the bar that the renderer draws where Windows lays its three buttons over it. */
const titleBarHeight = 40;

let main: BrowserWindow | null = null;
let projector: BrowserWindow | null = null;

export function openMainWindow(): BrowserWindow {
  const userData = app.getPath('userData');
  const place = rememberedPlace(
    userData,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    title: 'Roundtable',
    backgroundColor: ground(),
    ...(process.platform === 'win32' && {
      titleBarStyle: 'hidden' as const,
      titleBarOverlay: { color: ground(), symbolColor: ink(), height: titleBarHeight },
    }),
    webPreferences,
  });
  if (place.isMaximized) window.maximize();
  window.on('close', () => rememberPlace(userData, window));
  window.on('closed', () => {
    main = null;
    projector?.close();
  });
  main = window;
  show(window, 'main', mainAddress);
  return window;
}

/** Brings the one window to the front, as when the app is started a second time. */
export function showMainWindow(): void {
  if (!main) return;
  if (main.isMinimized()) main.restore();
  main.show();
  main.focus();
}

/** The current case for a room to read: on the second screen where there is one, filling it. */
export function openProjector(meetingId: string): void {
  if (projector) {
    void projector.loadURL(projectorAddress(meetingId));
    projector.focus();
    return;
  }
  const own = main ? screen.getDisplayMatching(main.getBounds()) : screen.getPrimaryDisplay();
  const other = screen.getAllDisplays().find((display) => display.id !== own.id);
  const window = new BrowserWindow({
    ...(other ? other.workArea : { width: 1280, height: 720 }),
    fullscreen: other !== undefined,
    show: false,
    title: 'Roundtable: projector',
    backgroundColor: ground(),
    autoHideMenuBar: true,
    webPreferences,
  });
  window.on('closed', () => {
    projector = null;
  });
  projector = window;
  show(window, 'projector', projectorAddress(meetingId));
}

export function closeProjector(): void {
  projector?.close();
}

function show(window: BrowserWindow, kind: 'main' | 'projector', address: string): void {
  noteWindow(window, kind);
  window.once('ready-to-show', () => window.show());
  restartWhenGone(window, address);
  void window.loadURL(address);
}

/** A page that dies is loaded again, once in half a minute: what was recorded and typed is in the file, not in the page. */
function restartWhenGone(window: BrowserWindow, address: string): void {
  let lastRestart = 0;
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason === 'clean-exit' || window.isDestroyed()) return;
    const now = performance.now();
    if (lastRestart !== 0 && now - lastRestart < 30_000) {
      dialog.showErrorBox('The window stopped', 'What was recorded is safe. Please close Roundtable and open it again.');
      return;
    }
    lastRestart = now;
    void window.loadURL(address);
  });
}

/** The three buttons that Windows draws follow light and dark. */
export function followTheme(): void {
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) window.setBackgroundColor(ground());
    if (process.platform === 'win32') main?.setTitleBarOverlay({ color: ground(), symbolColor: ink(), height: titleBarHeight });
  });
}
