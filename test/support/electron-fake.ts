import { EventEmitter } from 'node:events';

/** What unit tests see as `electron`: no window ever opens; what the shell registers can be looked at. */
type Handler = (event: unknown, ...args: unknown[]) => unknown;

export const registered = new Map<string, Handler>();

export const ipcMain = {
  handle(channel: string, handler: Handler) {
    if (registered.has(channel)) throw new Error(`There is a handler for ${channel} already.`);
    registered.set(channel, handler);
  },
  removeHandler: (channel: string) => registered.delete(channel),
};

export const app = Object.assign(new EventEmitter(), { getVersion: () => '0.0.0', getPath: () => '', isPackaged: false });

export class BrowserWindow extends EventEmitter {
  static getAllWindows(): BrowserWindow[] {
    return [];
  }
}
