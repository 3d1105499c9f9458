import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { test as base, expect } from './launch';
import { startEmptyScheme } from './new-scheme';
import { type RunningApp, startApp } from './start-app';
import { tellWhatStood } from './what-stood';
import { freshWindow } from './window';

/** Tue 3 Mar 2026, 09:40 in London: the day of the demonstration’s last conference, before it begins. */
export const demonstrationNow = '2026-03-03T09:40:00Z';
const environment = { ROUNDTABLE_NOW: demonstrationNow };

/** The folder below a home in which the app keeps its schemes. */
export const schemesIn = (home: string) => join(home, 'config', 'Roundtable', 'Schemes');
export const demonstrationFile = 'Demonstration.roundtable';
export const demonstrationPassphrase = 'demonstration';

export interface OpenApp {
  readonly app: RunningApp;
  readonly window: Page;
}

interface WorkerFixtures {
  /**
   * A folder with the demonstration’s two files. Making it takes some ten seconds, so the app does it once a run for each
   * worker that begins it: the runner empties the folder for results, and a worker that comes later finds it there.
   */
  readonly demonstration: string;
}

export const test = base.extend<object, WorkerFixtures>({
  demonstration: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
    async ({}, use, { project }) => {
      const kept = join(project.outputDir, 'demonstration');
      if (!existsSync(kept)) await makeDemonstration(kept);
      await use(kept);
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

async function makeDemonstration(into: string): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'roundtable-demonstration-'));
  const app = await startApp({ home, environment });
  const window = await app.firstWindow();
  await window.waitForFunction(() => 'roundtable' in globalThis);
  expect(await window.evaluate(() => globalThis.window.roundtable.app.openDemonstration())).toEqual({ ok: true });
  await app.close();
  const part = await mkdtemp(`${into}-`);
  await cp(schemesIn(home), part, { recursive: true });
  await rename(part, into).catch(async (error) => {
    // Another worker was first, and its files are as good.
    if (!existsSync(into)) throw error;
    await rm(part, { recursive: true });
  });
  await rm(home, { recursive: true, force: true, maxRetries: 5 });
}

/** Puts the demonstration’s files where the app on this home looks for them. */
export async function giveDemonstration(demonstration: string, home: string): Promise<string> {
  const folder = schemesIn(home);
  await mkdir(folder, { recursive: true });
  await cp(demonstration, folder, { recursive: true });
  return join(folder, demonstrationFile);
}

/** From the first-run screen into the demonstration, as a person would. */
export async function openDemonstration(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'Open the demonstration' }).click();
  await expect(window.getByRole('link', { name: /Register/ })).toBeVisible({ timeout: 30_000 });
}

/** One app on a home of its own for all tests of a file, since starting it costs more than most of them. */
function oneApp() {
  let running: OpenApp | null = null;
  const current = () => {
    if (!running) throw new Error('The app is started before the first test, not while the file is read.');
    return running;
  };
  return {
    async start(prepare: (home: string) => Promise<unknown> = async () => {}) {
      const home = await mkdtemp(join(tmpdir(), 'roundtable-home-'));
      await prepare(home);
      const app = await startApp({ home, environment });
      running = { app, window: await app.firstWindow() };
    },
    async stop() {
      if (!running) return;
      await running.app.close();
      await rm(running.app.home, { recursive: true, force: true, maxRetries: 5 });
      running = null;
    },
    get app() {
      return current().app;
    },
    get window() {
      return current().window;
    },
  };
}

/** One app in which each test starts its own empty scheme. */
export function oneEmptySchemeAfterAnother(): OpenApp {
  const open = oneApp();
  test.beforeAll(() => open.start());
  test.beforeEach(async () => void (await startEmptyScheme(open.app, open.window)));
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  test.afterEach(({}, info) => tellWhatStood([open.app], info));
  test.afterAll(() => open.stop());
  return open;
}

/**
 * One app with the demonstration open. Each test finds the window as it is after a start; what was recorded before it
 * stays.
 */
export function oneDemonstrationForAll(): OpenApp {
  const open = oneApp();
  test.beforeAll(async ({ demonstration }) => {
    await open.start((home) => giveDemonstration(demonstration, home));
    await openDemonstration(open.window);
  });
  test.beforeEach(() => freshWindow(open.app, open.window));
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  test.afterEach(({}, info) => tellWhatStood([open.app], info));
  test.afterAll(() => open.stop());
  return open;
}

export { expect } from './launch';
