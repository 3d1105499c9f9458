// `app`: the life of the process, and the Chromium behind it.
import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { chromium } from 'playwright';
import { onRequest } from './network.mjs';
import { appPath, event, isHeaded, manifest, record, state, windows } from './state.mjs';

const isRoot = process.getuid?.() === 0;
const quiet = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

const home = process.env.STANDIN_HOME;
let profile; // Chromium's own files, removed at exit
const paths = new Map();

class App extends EventEmitter {
  name = manifest.productName ?? manifest.name;
  isPackaged = process.env.STANDIN_PACKAGED === '1';
  commandLine = { appendSwitch: (...a) => record('app.commandLine.appendSwitch', ...a), hasSwitch: () => false };
  #ready = Promise.withResolvers();
  #isReady = false;
  constructor() {
    super();
    setImmediate(() => this.#start()); // after the main module's first turn, as in Electron
  }
  async #start() {
    if (home) mkdirSync(home, { recursive: true });
    profile = mkdtempSync(join(home ?? tmpdir(), 'chromium-'));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void this.exit(0));
    state.context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.STANDIN_CHROMIUM,
      headless: !isHeaded,
      chromiumSandbox: isHeaded && !isRoot,
      viewport: null,
      acceptDownloads: true,
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        ...(isHeaded && !isRoot ? [] : ['--no-sandbox', '--test-type']), // the second only hides the warning about the first
        ...quiet,
        '--remote-debugging-port=0',
        // A window of its own, without tabs and address bar; the first BrowserWindow takes it over.
        ...(isHeaded ? ['--app=data:text/html,<title>Roundtable</title>', '--window-size=1440,900'] : []),
      ],
    });
    state.context.on('close', () => void this.exit(0)); // the browser was closed as a whole
    await state.context.route(/.*/, onRequest);
    this.#isReady = true;
    this.emit('will-finish-launching');
    this.emit('ready', {}, {});
    this.#ready.resolve();
    process.send?.({ type: 'ready', endpoint: `http://127.0.0.1:${await debuggingPort()}` });
  }
  whenReady() {
    return this.#ready.promise;
  }
  isReady() {
    return this.#isReady;
  }
  getAppPath() {
    return appPath;
  }
  getVersion() {
    return manifest.version;
  }
  getName() {
    return this.name;
  }
  getLocale() {
    return process.env.STANDIN_LOCALE ?? 'en-GB';
  }
  setAppUserModelId() {}
  setName(name) {
    this.name = name;
  }
  requestSingleInstanceLock() {
    return true;
  }
  getPath(name) {
    const path = paths.get(name) ?? usualPath(name, this.name);
    mkdirSync(path, { recursive: true });
    return path;
  }
  setPath(name, path) {
    paths.set(name, path);
  }
  focus() {}
  relaunch(options) {
    record('app.relaunch', options);
  }
  async quit() {
    const before = event();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    for (const window of [...windows.values()]) {
      if (!(await window.close())) return;
    }
    if (state.isQuitting) return;
    const will = event();
    this.emit('will-quit', will);
    if (will.defaultPrevented) return;
    await this.exit(0);
  }
  async exit(code = 0) {
    if (state.isQuitting) return;
    state.isQuitting = true;
    this.emit('quit', {}, code);
    await state.context?.close().catch(() => {});
    if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    process.exit(code);
  }
}

/** Under a home of its own in tests, and the person's own folders otherwise. */
function usualPath(name, appName) {
  if (name === 'userData') return process.env.STANDIN_USER_DATA ?? join(home ?? tmpdir(), 'config', appName);
  if (home) return join(home, name);
  switch (name) {
    case 'home':
      return homedir();
    case 'temp':
      return tmpdir();
    case 'documents':
    case 'downloads':
    case 'desktop':
      return join(homedir(), name.charAt(0).toUpperCase() + name.slice(1));
    default:
      return join(usualPath('userData', appName), name);
  }
}

/** The port that Chromium took. One looked for beforehand may be another app’s by the time it is wanted. */
async function debuggingPort() {
  for (;;) {
    try {
      const [port, path] = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n');
      if (port && path) return port;
    } catch {
      // Not written yet.
    }
    await setTimeout(10);
  }
}

export const app = new App();
