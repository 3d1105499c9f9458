// Menu, dialogs, the system's shell, its keychain, its screens.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { app } from './app.mjs';
import { showMessage, showOpen, showSave } from './headed-dialogs.mjs';
import { isHeaded, record } from './state.mjs';
import { BrowserWindow } from './window.mjs';

export class MenuItem {
  constructor(o) {
    Object.assign(this, { enabled: true, visible: true, checked: false, ...o });
    if (o.submenu && !(o.submenu instanceof Menu)) this.submenu = Menu.buildFromTemplate(o.submenu);
  }
}
export class Menu {
  static #application = null;
  static buildFromTemplate(t) {
    const m = new Menu();
    m.items = t.map((i) => new MenuItem(i));
    return m;
  }
  static setApplicationMenu(m) {
    Menu.#application = m;
  }
  static getApplicationMenu() {
    return Menu.#application;
  }
  items = [];
  append(i) {
    this.items.push(i);
  }
  getMenuItemById(id) {
    for (const i of this.items) {
      if (i.id === id) return i;
      const f = i.submenu?.getMenuItemById(id);
      if (f) return f;
    }
    return null;
  }
  popup() {
    record('Menu.popup');
  }
}
// Where nobody looks on, a test answers: app.evaluate(({ dialog }) => { dialog.showOpenDialog = async () => … }).
const ask =
  (api, show) =>
  async (...args) => {
    const options = args.find((one) => !(one instanceof BrowserWindow)) ?? {};
    record(api, options);
    if (isHeaded) return show(options);
    throw new Error(`stand-in: ${api} not answered; replace it with app.evaluate(({dialog}) => …)`);
  };
export const dialog = {
  showOpenDialog: ask('dialog.showOpenDialog', showOpen),
  showSaveDialog: ask('dialog.showSaveDialog', showSave),
  showMessageBox: ask('dialog.showMessageBox', showMessage),
  showErrorBox: (title, content) => {
    record('dialog.showErrorBox', title, content);
    console.error('ErrorBox', title, content);
  },
};
export const shell = {
  openExternal: async (url) => {
    record('shell.openExternal', url);
  },
  openPath: async (p) => {
    record('shell.openPath', p);
    return '';
  },
  showItemInFolder: (p) => record('shell.showItemInFolder', p),
  trashItem: async (p) => record('shell.trashItem', p),
};
const key = createHash('sha256').update('stand-in').digest();
export const safeStorage = {
  isEncryptionAvailable: () => app.isReady() && process.env.STANDIN_NO_KEYRING !== '1',
  getSelectedStorageBackend: () => (process.env.STANDIN_NO_KEYRING === '1' ? 'basic_text' : 'gnome_libsecret'),
  encryptString(s) {
    const iv = randomBytes(12);
    const c = createCipheriv('aes-256-gcm', key, iv);
    return Buffer.concat([Buffer.from('v11'), iv, c.update(s, 'utf8'), c.final(), c.getAuthTag()]);
  },
  decryptString(b) {
    const d = createDecipheriv('aes-256-gcm', key, b.subarray(3, 15));
    d.setAuthTag(b.subarray(-16));
    return Buffer.concat([d.update(b.subarray(15, -16)), d.final()]).toString('utf8');
  },
};
export const nativeTheme = Object.assign(new EventEmitter(), {
  themeSource: 'system',
  get shouldUseDarkColors() {
    return this.themeSource === 'dark';
  },
  shouldUseHighContrastColors: false,
  prefersReducedMotion: false,
});
export const powerMonitor = new EventEmitter();
const display = { id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 }, scaleFactor: 1 };
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
});
export const crashReporter = { start() {} };
export class Notification extends EventEmitter {
  constructor(o) {
    super();
    this.o = o;
  }
  show() {
    record('Notification', this.o);
  }
  static isSupported() {
    return true;
  }
}
