import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { bankHolidaysWorkedOut } from './build/bank-holidays.ts';
import { seededBugPlugin } from './test/sync/seeded-bugs.ts';

/** The suite that needs real servers and mounts, which `npm run test:shares` starts. */
const isOfShares = process.env.REAL_SHARES !== undefined;
/** A bug put in on purpose, which the tests must notice: build/sync-mutants.mjs. */
const seededBug = process.env.SEEDED_BUG;

export default defineConfig({
  plugins: [bankHolidaysWorkedOut(), ...(seededBug ? [seededBugPlugin(seededBug)] : [])],
  test: {
    include: [isOfShares ? 'test/shares/*.share.ts' : 'test/**/*.test.{ts,tsx}'],
    // Only so that a test that hangs ends: machines are shared, and the heaviest take some twenty seconds of a busy one.
    testTimeout: isOfShares ? 240_000 : 60_000,
    hookTimeout: isOfShares ? 60_000 : 10_000,
    // By default one core is left free, which on two cores doubles the time.
    maxWorkers: '100%',
  },
  resolve: {
    // The npm package only hands out the path of a binary; unit tests of the shell get a small fake of its API.
    alias: { electron: fileURLToPath(new URL('./test/support/electron-fake.ts', import.meta.url)) },
  },
});
