import { type SpawnOptions, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findBrowser, findElectron, projectRoot } from '../test/support/runtime';

const root = projectRoot();
const isRoot = process.getuid?.() === 0;

/** Where Electron itself would keep a person's files, so that the same scheme opens whichever way the app is started. */
function userDataFolder(): string {
  switch (process.platform) {
    case 'win32':
      return join(process.env.APPDATA ?? join(homedir(), 'AppData/Roaming'), 'Roundtable');
    case 'darwin':
      return join(homedir(), 'Library/Application Support/Roundtable');
    default:
      return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Roundtable');
  }
}

const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function run(command: string, args: readonly string[], options: SpawnOptions = {}): Promise<number> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.once('error', fail);
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** Fetches Electron's binary where its host answers at once; a closed network must not keep anybody waiting. */
async function fetchElectron(): Promise<string | null> {
  const host = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/';
  const isReachable = await fetch(host, { method: 'HEAD', signal: AbortSignal.timeout(4000) }).then(
    (response) => response.status < 500,
    () => false,
  );
  if (!isReachable) return null;
  console.log("Fetching Electron's binary, once…");
  const code = await run(process.execPath, [join(root, 'node_modules/electron/install.js')], { stdio: ['ignore', 'inherit', 'ignore'] });
  return code === 0 ? findElectron() : null;
}

async function demonstrate(): Promise<number> {
  const demo = join(root, 'out/scripts/demo.js');
  const folder = join(root, 'out/demonstration');
  if (!existsSync(demo)) throw new Error('The demonstration is not among the scripts.');
  console.log(`There is no display, so the demonstration conference runs unattended, into ${folder}.`);
  return run(process.execPath, [demo, '--out', folder]);
}

async function openApp(): Promise<number> {
  if (!hasDisplay()) return demonstrate();
  const electron = findElectron() ?? (await fetchElectron());
  if (electron) return run(electron, [root, ...(isRoot ? ['--no-sandbox'] : [])]);
  const browser = findBrowser();
  if (!browser) {
    console.error(
      "Electron's binary is not here and could not be fetched, and there is no Chromium, Chrome or Edge to stand in for it. Install one of them, or name it in ROUNDTABLE_BROWSER.",
    );
    return 1;
  }
  console.log(`Electron's binary is not here and could not be fetched: opening the same app in ${browser}, through a stand-in.`);
  return run(process.execPath, ['--import', './test/support/electron-stand-in/register.mjs', 'out/main/index.js'], {
    env: {
      ...process.env,
      STANDIN_HEADED: '1',
      STANDIN_CHROMIUM: browser,
      STANDIN_USER_DATA: userDataFolder(),
    },
  });
}

process.exitCode = await openApp();
