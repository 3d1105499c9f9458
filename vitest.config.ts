import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { bankHolidaysWorkedOut } from './build/bank-holidays.ts';

export default defineConfig({
  plugins: [bankHolidaysWorkedOut()],
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
  resolve: {
    // The npm package only hands out the path of a binary; unit tests of the shell get a small fake of its API.
    alias: { electron: fileURLToPath(new URL('./test/support/electron-fake.ts', import.meta.url)) },
  },
});
