import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type Page } from '@playwright/test';
import { type RunningApp, type StartOptions, startApp } from './start-app';
import { tellWhatStood } from './what-stood';
import { windowLoaded } from './window';

interface Fixtures {
  /** Added to the environment of the main process; set it with `test.use({ environment: { ROUNDTABLE_NOW: '…' } })`. */
  readonly environment: Readonly<Record<string, string>>;
  /** A fresh home folder, removed after the test. */
  readonly home: string;
  /** Starts the app on `home`, again after a kill or a close too. */
  readonly launch: (options?: Partial<StartOptions>) => Promise<RunningApp>;
  readonly app: RunningApp;
  readonly window: Page;
}

export const test = base.extend<Fixtures>({
  environment: [{}, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'roundtable-home-'));
    await use(home);
    await rm(home, { recursive: true, force: true, maxRetries: 5 });
  },
  launch: async ({ home, environment }, use, info) => {
    const started: RunningApp[] = [];
    await use(async (options = {}) => {
      const app = await startApp({ home, environment, ...options });
      started.push(app);
      return app;
    });
    try {
      await tellWhatStood(started, info);
    } finally {
      for (const app of started) await app.close();
    }
  },
  app: async ({ launch }, use) => {
    await use(await launch());
  },
  window: async ({ app }, use) => {
    const window = await app.firstWindow();
    await windowLoaded(app, window);
    await use(window);
  },
});
export { expect } from '@playwright/test';
