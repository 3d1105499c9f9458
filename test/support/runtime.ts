// Imports nothing but Node's own modules: plain scripts under `build/` read this file as it is.
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/** What the app's own main process, preload and renderer run in. */
export type Runtime =
  | { readonly kind: 'electron'; readonly binary: string; readonly sentence: string }
  | { readonly kind: 'stand-in'; readonly browser: string; readonly sentence: string }
  | { readonly kind: 'none'; readonly sentence: string };

/** The project's folder, from the sources as from a bundle under `out/`. */
export function projectRoot(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package-lock.json'))) {
    if (dirname(folder) === folder) throw new Error('The project folder was not found above this file.');
    folder = dirname(folder);
  }
  return folder;
}

/** Electron's binary where it has been fetched, or null. The npm package itself only holds the fetching. */
export function findElectron(): string | null {
  const named = process.env.ELECTRON_BIN;
  if (named) return named;
  const installed = join(projectRoot(), 'node_modules/electron');
  const pathFile = join(installed, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(installed, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(binary) ? binary : null;
}

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'microsoft-edge-stable'];

function usualPlaces(): string[] {
  switch (process.platform) {
    case 'darwin':
      return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    case 'win32': {
      const roots = [process.env.ProgramFiles, process.env['ProgramFiles(x86)'], process.env.LOCALAPPDATA].filter(
        (root) => root !== undefined,
      );
      return roots.flatMap((root) => [
        join(root, 'Google/Chrome/Application/chrome.exe'),
        join(root, 'Microsoft/Edge/Application/msedge.exe'),
        join(root, 'Chromium/Application/chrome.exe'),
      ]);
    }
    default:
      return (process.env.PATH ?? '').split(delimiter).flatMap((folder) => commands.map((command) => join(folder, command)));
  }
}

/** An installed Chromium, Chrome or Edge, or null. `ROUNDTABLE_BROWSER` names one outright. */
export function findBrowser(): string | null {
  const named = process.env.ROUNDTABLE_BROWSER;
  return [...(named ? [named] : []), ...usualPlaces()].find((path) => existsSync(path)) ?? null;
}

/** Electron first, then the stand-in over an installed browser. */
export function chosenRuntime(): Runtime {
  const binary = findElectron();
  if (binary) return { kind: 'electron', binary, sentence: `Runtime: Electron (${binary}).` };
  const browser = findBrowser();
  if (browser)
    return {
      kind: 'stand-in',
      browser,
      sentence: `Runtime: the stand-in, since Electron's binary is not here: the same main process, preload and renderer in ${browser}.`,
    };
  return {
    kind: 'none',
    sentence: 'Runtime: none. Neither Electron nor a Chromium, Chrome or Edge was found; install one, or name it in ROUNDTABLE_BROWSER.',
  };
}
