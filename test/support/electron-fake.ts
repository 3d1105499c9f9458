import { EventEmitter } from 'node:events';

/**
 * What unit tests see as `electron`: nothing opens; what the shell registers can be looked at and called.
 */
type Handler = (event: unknown, ...args: readonly unknown[]) => unknown;

/** Handlers that the main process registered, by channel. */
export const registered = new Map<string, Handler>();

export const ipcMain = {
  handle(channel: string, handler: Handler) {
    if (registered.has(channel)) throw new Error(`There is a handler for ${channel} already.`);
    registered.set(channel, handler);
  },
  removeHandler: (channel: string) => registered.delete(channel),
};

/** What the preload script exposed to the page, by name. */
export const exposed = new Map<string, unknown>();
export const contextBridge = { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) };

/** Messages that the page sent, and the answer that the next ones get. */
export const sent: { channel: string; args: readonly unknown[] }[] = [];
export const nextReply: { value: unknown } = { value: undefined };
export const ipcRenderer = Object.assign(new EventEmitter(), {
  async invoke(channel: string, ...args: readonly unknown[]) {
    sent.push({ channel, args });
    return nextReply.value;
  },
});

export const app = Object.assign(new EventEmitter(), { isPackaged: false, getVersion: () => '0.0.0', getPath: () => '' });

class WebContents extends EventEmitter {
  readonly received: { channel: string; args: readonly unknown[] }[] = [];
  send(channel: string, ...args: readonly unknown[]) {
    this.received.push({ channel, args });
  }
}

const windows: BrowserWindow[] = [];
export class BrowserWindow extends EventEmitter {
  static getAllWindows = () => windows;
  readonly webContents = new WebContents();
  constructor() {
    super();
    windows.push(this);
  }
  isDestroyed() {
    return false;
  }
}

export const protocol = { registerSchemesAsPrivileged() {}, handle() {} };
