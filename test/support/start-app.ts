import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { _electron, chromium, type Page } from 'playwright';
import { killTree } from './process-tree';
import { chosenRuntime, projectRoot } from './runtime';

type Electron = typeof import('electron');

export interface StartOptions {
  /** A folder that stands for the person's home; the same one again is the same person on the same computer. */
  readonly home: string;
  /** Folder of the app to start: the project itself, or an unpacked copy of a package. */
  readonly appFolder?: string;
  /** Added to the environment of the main process, such as `ROUNDTABLE_NOW`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** As an installed copy: settings for development are ignored. */
  readonly isPackaged?: boolean;
}

export interface RunningApp {
  readonly kind: 'electron' | 'stand-in';
  readonly home: string;
  /** Where the app keeps what belongs to the person: `app.getPath('userData')`. */
  readonly userData: string;
  /** The first window, once it has an address. */
  firstWindow(): Promise<Page>;
  /** The windows that are open now. */
  windows(): readonly Page[];
  /** The window whose address holds this text, once it is there. */
  windowAt(text: string): Promise<Page>;
  /** Runs a function in the main process. It must not use anything from around it. */
  evaluate<R, A = undefined>(work: (electron: Electron, arg: A) => R | Promise<R>, arg?: A): Promise<R>;
  /** All that the main process has written to its terminal so far. */
  output(): string;
  close(): Promise<void>;
  /** Kills the main process and its browser at once, as a crash or a pulled plug would. */
  kill(): Promise<void>;
}

/** Starts the built app in Electron, or through the stand-in. Throws a sentence where neither is there. */
export async function startApp(options: StartOptions): Promise<RunningApp> {
  const runtime = chosenRuntime();
  switch (runtime.kind) {
    case 'electron':
      return startElectron(runtime.binary, options);
    case 'stand-in':
      return startStandIn(runtime.browser, options);
    case 'none':
      throw new Error(runtime.sentence);
  }
}

/** Shows what a process writes, as before, and keeps it. */
function keepOutput(main: ChildProcess): () => string {
  let written = '';
  const follow = (from: Readable | null, to: NodeJS.WritableStream) =>
    from?.on('data', (bytes: Buffer) => {
      written += bytes.toString('utf8');
      to.write(bytes);
    });
  follow(main.stdout, process.stdout);
  follow(main.stderr, process.stderr);
  return () => written;
}

const userDataIn = (home: string) => join(home, 'config', 'Roundtable');

const settings = ({ environment }: StartOptions) => {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), NODE_OPTIONS: '', ...environment };
};

async function startElectron(binary: string, options: StartOptions): Promise<RunningApp> {
  const userData = userDataIn(options.home);
  mkdirSync(userData, { recursive: true });
  const app = await _electron.launch({
    executablePath: binary,
    args: [options.appFolder ?? projectRoot(), `--user-data-dir=${userData}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: settings(options),
  });
  const output = keepOutput(app.process());
  const windowAt = async (text: string) =>
    app.windows().find((page) => page.url().includes(text)) ?? app.waitForEvent('window', (page) => page.url().includes(text));
  return {
    kind: 'electron',
    home: options.home,
    userData,
    firstWindow: () => app.firstWindow(),
    windows: () => app.windows(),
    windowAt,
    evaluate: (work, arg) => app.evaluate(work as never, arg) as never,
    output,
    close: () => app.close(),
    async kill() {
      const main = app.process();
      const gone = once(main, 'exit');
      if (main.pid !== undefined) killTree(main.pid);
      await gone;
    },
  };
}

interface Answer {
  readonly type: 'ready' | 'result';
  readonly id: number;
  readonly endpoint: string;
  readonly value?: unknown;
  readonly error?: string;
}

async function startStandIn(browserPath: string, options: StartOptions): Promise<RunningApp> {
  const root = projectRoot();
  const appFolder = options.appFolder ?? root;
  const main: ChildProcess = spawn(
    process.execPath,
    ['--import', new URL(`file://${join(root, 'test/support/electron-stand-in/register.mjs')}`).href, join(appFolder, 'out/main/index.js')],
    {
      cwd: appFolder,
      env: {
        ...settings(options),
        STANDIN_HOME: options.home,
        STANDIN_USER_DATA: userDataIn(options.home),
        STANDIN_APP_PATH: appFolder,
        STANDIN_CHROMIUM: browserPath,
        STANDIN_PACKAGED: options.isPackaged ? '1' : '0',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const gone = once(main, 'exit');
  const output = keepOutput(main);
  const waiting = new Map<number, (answer: Answer) => void>();
  let nextId = 1;
  const endpoint = await new Promise<string>((done, fail) => {
    main.once('exit', (code) => fail(new Error(`The main process ended before it was ready (${code}).`)));
    main.on('message', (message: Answer) => {
      if (message.type === 'ready') done(message.endpoint);
      else waiting.get(message.id)?.(message);
    });
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const context = browser.contexts()[0];
  if (!context) throw new Error('The browser has no windows of ours.');
  const pageWhere = async (isWanted: (page: Page) => boolean): Promise<Page> => {
    for (;;) {
      const page = context.pages().find(isWanted);
      if (page) return page;
      await new Promise((again) => setTimeout(again, 25));
      if (main.exitCode !== null) throw new Error('The main process ended before the window opened.');
    }
  };
  return {
    kind: 'stand-in',
    home: options.home,
    userData: userDataIn(options.home),
    firstWindow: () => pageWhere((page) => page.url().includes('/index.html')),
    // The browser keeps a page of its own beside those of the app.
    windows: () => context.pages().filter((page) => page.url() !== 'about:blank'),
    windowAt: (text) => pageWhere((page) => page.url().includes(text)),
    evaluate: (work, arg) =>
      new Promise((done, fail) => {
        const id = nextId++;
        waiting.set(id, (answer) => {
          waiting.delete(id);
          if (answer.error) fail(new Error(answer.error));
          else done(answer.value as never);
        });
        main.send({ type: 'evaluate', id, fn: work.toString(), arg });
      }),
    output,
    async close() {
      if (main.connected) main.disconnect();
      await gone;
    },
    async kill() {
      if (main.pid !== undefined && main.exitCode === null) killTree(main.pid);
      await gone;
    },
  };
}
