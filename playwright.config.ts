import { defineConfig } from '@playwright/test';
import { chosenRuntime } from './test/support/runtime';

// Workers and other tools read this file too; only the runner itself says what it runs on, before anything else.
if (process.env.TEST_WORKER_INDEX === undefined && process.argv.includes('test')) console.log(chosenRuntime().sentence);

export default defineConfig({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  // Each worker runs a whole application of its own, a main process and a window: two keep two cores busy.
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: 'out/reports/playwright.json' }]],
});
