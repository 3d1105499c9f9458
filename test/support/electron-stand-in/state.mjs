// What the parts of the stand-in share. One process, one app: one state.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const appPath = resolve(process.env.STANDIN_APP_PATH ?? process.cwd());
export const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
export const isHeaded = process.env.STANDIN_HEADED === '1';

export const state = {
  /** Playwright's context: the one Chromium behind all windows. */
  context: null,
  isQuitting: false,
};
/** id → BrowserWindow */
export const windows = new Map();

/** Everything with an effect outside the app is recorded here as { api, args }. */
export const calls = [];
export const record = (api, ...args) => calls.push({ api, args });

export function event(extra = {}) {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
    ...extra,
  };
}
