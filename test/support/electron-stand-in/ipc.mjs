// `ipcMain`, and the messages that pages send.
import { EventEmitter } from 'node:events';
import { fromHttp } from './network.mjs';
import { event, windows } from './state.mjs';
import { tag, untag } from './wire.mjs';

/** Throws on what Electron's IPC cannot clone either. */
export const pack = (value) => tag(structuredClone(value));

class IpcMain extends EventEmitter {
  handlers = new Map();
  handle(channel, handler) {
    if (this.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    this.handlers.set(channel, handler);
  }
  handleOnce(channel, handler) {
    this.handle(channel, (...args) => {
      this.removeHandler(channel);
      return handler(...args);
    });
  }
  removeHandler(channel) {
    this.handlers.delete(channel);
  }
}
export const ipcMain = new IpcMain();

export async function onRendererMessage({ page, frame }, kind, channel, packed) {
  const window = [...windows.values()].find((one) => one.webContents.page === page);
  if (!window) return { error: 'The window is gone.' };
  const args = untag(packed);
  const parent = frame.parentFrame();
  const asked = event({
    sender: window.webContents,
    processId: 1,
    frameId: 1,
    senderFrame: { url: fromHttp(frame.url()), parent: parent && { url: fromHttp(parent.url()), parent: null } },
  });
  if (kind === 'send') {
    ipcMain.emit(channel, asked, ...args);
    return null;
  }
  const handler = ipcMain.handlers.get(channel);
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return { ok: pack(await handler(asked, ...args)) };
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}': ${error}`);
    return { error: `Error invoking remote method '${channel}': ${error}` };
  }
}
