import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, extractFile, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt } from '../../build/ensure-built';
import { projectRoot } from '../support/runtime';
import { startApp } from '../support/start-app';

const root = projectRoot();
const folder = mkdtempSync(join(tmpdir(), 'roundtable-package-'));

/** What the packaging reads of Electron itself: a binary with switches to set, and the languages. */
function layOutDummyElectron(): string {
  const dummy = join(folder, 'electron');
  mkdirSync(join(dummy, 'locales'), { recursive: true });
  const switches = Buffer.concat([Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, 9]), Buffer.from('0'.repeat(9))]);
  for (const name of ['electron', 'electron.exe']) writeFileSync(join(dummy, name), switches);
  for (const language of ['en-US', 'en-GB', 'de']) writeFileSync(join(dummy, 'locales', `${language}.pak`), '');
  return dummy;
}

function packageFor(target: 'linux' | 'win', dummy: string): string {
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/electron-builder/cli.js'),
      '--dir',
      `--${target}`,
      '--x64',
      `-c.electronDist=${dummy}`,
      `-c.directories.output=${folder}`,
      // Both rewrite a real executable, which the dummy is not.
      '-c.win.signAndEditExecutable=false',
      '-c.disableAsarIntegrity=true',
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  return join(folder, `${target}-unpacked`);
}

/** Packages that the lockfile does not mark as needed for development only. */
function runtimePackages(): Set<string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean; devOptional?: boolean }>;
  };
  const names = Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional)
    .map(([path]) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length));
  return new Set(names);
}

let packaged: Record<'linux' | 'win', string>;

beforeAll(() => {
  ensureBuilt(root);
  const dummy = layOutDummyElectron();
  packaged = { linux: packageFor('linux', dummy), win: packageFor('win', dummy) };
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

describe.each([
  ['linux', 'linux-x64.node', 'roundtable'],
  ['win', 'win32-x64.node', 'Roundtable.exe'],
] as const)('the package for %s', (target, nativeFile, binary) => {
  const archive = () => join(packaged[target], 'resources/app.asar');
  const files = () => listPackage(archive(), { isPack: false }).map((file) => file.replaceAll('\\', '/'));

  it('holds the compiled main process, preload script and renderer', () => {
    for (const file of ['/out/main/index.js', '/out/preload/index.cjs', '/out/renderer/index.html', '/package.json'])
      expect(files()).toContain(file);
    for (const worker of ['documents', 'import', 'agenda', 'file', 'demonstration'])
      expect(files()).toContain(`/out/main/${worker}-worker.js`);
  });

  it('holds a preload script that is small: names of verbs, without the checks of the contract', () => {
    const preload = extractFile(archive(), 'out/preload/index.cjs').toString();
    expect(preload).toContain('openDemonstration');
    expect(preload).not.toMatch(/ZodError|safeParse/);
    expect(preload.length).toBeLessThan(20_000);
  });

  it('holds no source, no source map, no test and no script of the project', () => {
    const own = files().filter((file) => !file.startsWith('/node_modules/'));
    expect(own.filter((file) => !/^\/(out(\/(main|preload|renderer)(\/.*)?)?|package\.json|node_modules)$/.test(file))).toEqual([]);
    expect(files().filter((file) => /\.(ts|tsx|mts|cts|map)$/.test(file))).toEqual([]);
    expect(files().filter((file) => /stand-?in|playwright|\.env/i.test(file))).toEqual([]);
  });

  it('holds no package that is for development only', () => {
    const allowed = runtimePackages();
    const names = files()
      .map((file) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1])
      .filter((name) => name !== undefined);
    expect(names).toContain('better-sqlite3');
    expect(names.filter((name) => !allowed.has(name))).toEqual([]);
  });

  it('brings beside it what the licences of others ask to be handed on', () => {
    const text = (part: string) => readFileSync(join(packaged[target], 'third-party', `${part}.txt`), 'utf8');
    const named = (part: string) => [...text(part).matchAll(/^(\S+) \d\S* \(.+\)$/gm)].map(([, name]) => name);
    const ofApp = ['better-sqlite3-multiple-ciphers', 'pdfmake', '@expo-google-fonts/source-sans-3', '@resvg/resvg-wasm', 'docx', 'zod'];
    expect(named('app')).toEqual(expect.arrayContaining(ofApp));
    const ofWindow = ['@fontsource-variable/atkinson-hyperlegible-next', 'react', 'react-aria-components', 'pdfjs-dist'];
    expect(named('window')).toEqual(expect.arrayContaining(ofWindow));
    expect(/SIL OPEN FONT LICENSE/i.test(text('app'))).toBe(true);
    expect(/Permission is hereby granted, free of charge/.test(text('window'))).toBe(true);
  });

  it('reaches no module of the network from what is compiled', () => {
    const compiled = files().filter((file) => /^\/out\/(main|preload)\/.*\.c?js$/.test(file));
    const reaching = compiled.filter((file) =>
      /["'](node:)?(net|tls|dns|http|http2|https|dgram)(\/\w+)?["']|new WebSocket\(/.test(extractFile(archive(), file.slice(1)).toString()),
    );
    expect(compiled.length).toBeGreaterThan(10);
    expect(reaching).toEqual([]);
  });

  it('says nothing of development in its manifest', () => {
    const manifest = JSON.parse(extractFile(archive(), 'package.json').toString());
    expect(manifest).not.toHaveProperty('devDependencies');
    expect(manifest).not.toHaveProperty('scripts');
    expect(manifest.main).toBe('out/main/index.js');
  });

  it('holds the native code of its own platform alone, and beside the archive', () => {
    const natives = files().filter((file) => file.endsWith('.node'));
    expect(natives).toEqual([`/node_modules/better-sqlite3/prebuilds/${nativeFile}`]);
    expect(existsSync(join(packaged[target], 'resources/app.asar.unpacked', natives[0] ?? ''))).toBe(true);
  });

  it('has the switches set that keep others from running code in it', () => {
    const bytes = readFileSync(join(packaged[target], binary), 'latin1');
    const states = bytes.slice(bytes.indexOf('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX') + 34);
    // Run as Node, cookie encryption, NODE_OPTIONS, inspect arguments, archive integrity, archive only, (browser snapshot), file: privileges.
    expect([...states].filter((_state, at) => at !== 6).slice(0, 7)).toEqual(['0', '1', '0', '0', '1', '1', '0']);
  });
});

describe('the packaged code', () => {
  it('starts, opens its window and answers it', async () => {
    const unpacked = join(folder, 'started');
    extractAll(join(packaged.linux, 'resources/app.asar'), unpacked);
    const app = await startApp({ home: join(folder, 'home'), appFolder: unpacked, isPackaged: true });
    try {
      const window = await app.firstWindow();
      await window.waitForLoadState('load');
      expect(await window.evaluate(() => globalThis.window.roundtable.app.status())).toEqual({ state: 'first-run' });
      await window.locator('#root > *').first().waitFor();
    } finally {
      await app.close();
    }
  }, 60_000);
});
