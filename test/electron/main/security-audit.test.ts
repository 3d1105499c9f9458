import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

function filesUnder(folder: string): { file: string; text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ file: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') }));
}

const shipped = ['electron', 'renderer', 'shared', 'db'].flatMap(filesUnder);
const filesWhere = (pattern: RegExp) => shipped.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

describe('the sources that ship', () => {
  it('import electron in the main process and the preload script only', () => {
    const importing = filesWhere(/from ['"]electron(\/[a-z]+)?['"]|require\(['"]electron|import\(['"]electron/);
    expect(importing.filter((file) => !/^electron\/(main|preload)\//.test(file))).toEqual([]);
    expect(importing).toContain('electron/preload/index.ts');
  });

  it('make windows in one file only, each isolated, sandboxed and without Node', () => {
    expect(filesWhere(/new (BrowserWindow|BrowserView|WebContentsView|BaseWindow)\(/)).toEqual(['electron/main/windows.ts']);
    const windows = readFileSync(join(root, 'electron/main/windows.ts'), 'utf8');
    expect(windows.match(/new BrowserWindow\(/g)?.length).toBe(windows.match(/^ {4}webPreferences,$/gm)?.length);
    expect(windows).toMatch(/contextIsolation: true,\n {2}sandbox: true,\n {2}nodeIntegration: false,\n {2}webviewTag: false/);
  });

  it('never weaken a window, a session or a page', () => {
    const weakening = [
      /nodeIntegration(InWorker|InSubFrames)?: true/,
      /contextIsolation: false/,
      /sandbox: false/,
      /webSecurity: false/,
      /allowRunningInsecureContent|experimentalFeatures|enableBlinkFeatures/,
      /enableRemoteModule|<webview|webviewTag: true/,
      /commandLine\.appendSwitch/,
      /unsafe-inline|unsafe-eval/,
    ];
    for (const pattern of weakening) expect([pattern, filesWhere(pattern)]).toEqual([pattern, []]);
  });

  it('turn no text into code or markup', () => {
    for (const pattern of [
      /\beval\(/,
      /new Function\(/,
      /dangerouslySetInnerHTML/,
      /\.innerHTML\s*=/,
      /insertAdjacentHTML/,
      /document\.write\(/,
    ])
      expect([pattern, filesWhere(pattern)]).toEqual([pattern, []]);
  });

  it('answer and send messages in one file of each side only', () => {
    expect(filesWhere(/ipcMain\./)).toEqual(['electron/main/ipc.ts']);
    expect(filesWhere(/ipcRenderer\./)).toEqual(['electron/preload/index.ts']);
  });

  it('open no address and no file with another program', () => {
    expect(filesWhere(/shell\.open(External|Path)|window\.open\(/)).toEqual([]);
  });
});
