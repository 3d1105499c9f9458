// `BrowserWindow` and its `webContents`, each a page of the one Chromium.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.mjs';
import { onRendererMessage, pack } from './ipc.mjs';
import { fromHttp, session, toHttp } from './network.mjs';
import { newPage } from './new-page.mjs';
import { appPath, event, isHeaded, record, state, windows } from './state.mjs';

const here = (file) => readFileSync(new URL(file, import.meta.url), 'utf8');
const pageScript = `(() => {${here('./wire.mjs').replaceAll('export function', 'function')}\n${here('./renderer.js')}\n})();`;

class WebContents extends EventEmitter {
  page = null;
  loading = null;
  /** Loads that have been asked for and have not ended. */
  loads = 0;
  isLoading() {
    return this.loads > 0;
  }
  session = session.defaultSession;
  openHandler = () => ({ action: 'deny' });
  constructor(id) {
    super();
    this.id = id;
  }
  send(channel, ...args) {
    const packed = pack(args);
    void this.page?.evaluate(([name, sent]) => globalThis.__standinReceive?.(name, sent), [channel, packed]).catch(() => {});
  }
  setWindowOpenHandler(handler) {
    this.openHandler = handler;
  }
  getURL() {
    return fromHttp(this.page?.url() ?? '');
  }
  isDestroyed() {
    return !this.page || this.page.isClosed();
  }
  isDevToolsOpened() {
    return false;
  }
  openDevTools() {}
  async printToPDF(options = {}) {
    const { printBackground, landscape, preferCSSPageSize } = options;
    return this.page.pdf({ printBackground, landscape, preferCSSPageSize });
  }
  async executeJavaScript(code) {
    return this.page.evaluate(code);
  }
}

let nextId = 1;
let pageQueue = Promise.resolve();

export class BrowserWindow extends EventEmitter {
  static getAllWindows() {
    return [...windows.values()];
  }
  static getFocusedWindow() {
    return [...windows.values()].at(-1) ?? null;
  }
  static fromWebContents(contents) {
    return [...windows.values()].find((one) => one.webContents === contents) ?? null;
  }
  static fromId(id) {
    return windows.get(id) ?? null;
  }
  #visible;
  #title;
  #bounds;
  #full;
  #maximized = false;
  #destroyed = false;
  #closing = false;
  #opened;
  constructor(options = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const preferences = options.webPreferences ?? {};
    if (preferences.nodeIntegration || preferences.contextIsolation === false || preferences.sandbox === false)
      throw new Error('stand-in: only sandboxed, isolated windows');
    this.options = options;
    this.id = nextId++;
    this.#visible = options.show !== false;
    this.#full = options.fullscreen === true;
    this.#title = options.title ?? app.name;
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.webContents = new WebContents(this.id);
    windows.set(this.id, this);
    pageQueue = pageQueue.then(() => this.#open(preferences.preload));
    this.#opened = pageQueue;
    app.emit('web-contents-created', event(), this.webContents);
    app.emit('browser-window-created', event(), this);
  }
  async #open(preload) {
    const page = await newPage();
    const contents = this.webContents;
    contents.page = page;
    await this.#fit();
    await page.exposeBinding('__standinIpc', onRendererMessage);
    await page.exposeBinding('__standinOpen', (_source, url) => {
      // window.open and target=_blank
      record('window.open', url);
      const answer = contents.openHandler({ url, disposition: 'foreground-tab', frameName: '' });
      if (answer.action === 'allow') throw new Error('stand-in: child windows are not supported');
    });
    const boot = preload
      ? `globalThis.__standinPreload(function (require, module, exports, process) {${readFileSync(preload, 'utf8')}\n});`
      : '';
    await page.addInitScript(`${pageScript}\n${boot}`);
    page.on('close', () => this.#gone());
    page.on('crash', () => contents.emit('render-process-gone', event(), { reason: 'crashed', exitCode: 1 }));
    page.on('console', (message) => contents.emit('console-message', event({ level: message.type(), message: message.text() })));
    page.on('download', (download) => {
      const asked = event();
      session.defaultSession.emit('will-download', asked, { getURL: () => fromHttp(download.url()) }, contents);
      record('download', fromHttp(download.url()), asked.defaultPrevented ? 'refused' : 'allowed');
      void download.cancel();
    });
  }
  async loadURL(url) {
    await this.#opened;
    const contents = this.webContents;
    contents.emit('did-start-loading');
    contents.loading = url.split('#', 1)[0];
    contents.loads += 1;
    try {
      await contents.page.goto(toHttp(url), { waitUntil: 'load' });
    } catch (error) {
      if (state.isQuitting || this.#destroyed) return;
      contents.emit('did-fail-load', event(), -2, String(error), url);
      throw error;
    } finally {
      contents.loading = null;
      contents.loads -= 1;
    }
    contents.emit('dom-ready');
    contents.emit('did-finish-load');
    this.emit('ready-to-show');
  }
  loadFile(file) {
    return this.loadURL(pathToFileURL(resolve(appPath, file)).href);
  }
  async close() {
    const asked = event();
    this.#closing = true;
    this.emit('close', asked);
    if (asked.defaultPrevented) {
      this.#closing = false;
      return false;
    }
    await this.#opened;
    await this.webContents.page?.close({ runBeforeUnload: false });
    return true;
  }
  destroy() {
    void this.#opened.then(() => this.webContents.page?.close());
  }
  #gone() {
    if (this.#destroyed) return;
    if (!this.#closing) this.emit('close', event()); // the person closed it
    this.#destroyed = true;
    windows.delete(this.id);
    this.webContents.emit('destroyed');
    this.emit('closed');
    if (windows.size > 0 || state.isQuitting) return;
    if (app.listenerCount('window-all-closed')) app.emit('window-all-closed');
    else void app.quit();
  }
  async #fit() {
    if (!isHeaded) await this.webContents.page.setViewportSize({ width: this.#bounds.width, height: this.#bounds.height });
  }
  show() {
    this.#visible = true;
    this.emit('show');
  }
  hide() {
    this.#visible = false;
    this.emit('hide');
  }
  focus() {
    void this.webContents.page?.bringToFront();
  }
  isVisible() {
    return this.#visible;
  }
  isDestroyed() {
    return this.#destroyed;
  }
  isMinimized() {
    return false;
  }
  restore() {}
  maximize() {
    this.#maximized = true;
  }
  isMaximized() {
    return this.#maximized;
  }
  setFullScreen(full) {
    this.#full = full;
  }
  isFullScreen() {
    return this.#full;
  }
  setBackgroundColor() {}
  setTitleBarOverlay() {}
  setMenuBarVisibility() {}
  setTitle(title) {
    this.#title = title;
  }
  getTitle() {
    return this.#title;
  }
  getBounds() {
    return { ...this.#bounds };
  }
  getNormalBounds() {
    return { ...this.#bounds };
  }
  setBounds(bounds) {
    Object.assign(this.#bounds, bounds);
    void this.#opened.then(() => this.#fit()).catch(() => {}); // closed in the meantime
  }
}
