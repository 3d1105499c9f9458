import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import { chosenRuntime } from '../../test/support/runtime';
import { startApp } from '../../test/support/start-app';

export interface ScreenshotOrder {
  /** The scheme file, with its key file beside it. */
  readonly schemePath: string;
  readonly passphrase: string;
  readonly meetingId: string;
  /** Where the PNGs go. */
  readonly folder: string;
  /** The instant that the app takes for now. */
  readonly now: string;
}

const screens = (meetingId: string): readonly { readonly name: string; readonly path: string; readonly shows: string }[] => [
  { name: 'register', path: '/register', shows: 'of 108 cases' },
  { name: 'actions', path: '/actions', shows: 'All agencies' },
  { name: 'documents', path: '/documents', shows: 'Fingerprint' },
  { name: 'scheme', path: '/scheme', shows: 'Name and wording' },
  { name: 'agenda', path: `/meeting/${meetingId}/agenda`, shows: 'Partners wait' },
  { name: 'meeting', path: '/meeting', shows: 'Weekly conference' },
];

/** Opens the finished scheme in the app itself, and takes a picture of each main screen, in light and dark. */
export async function takeScreenshots({ schemePath, passphrase, meetingId, folder, now }: ScreenshotOrder): Promise<readonly string[]> {
  if (chosenRuntime().kind === 'none') return [];
  mkdirSync(folder, { recursive: true });
  const home = mkdtempSync(join(tmpdir(), 'roundtable-demonstration-'));
  const schemes = join(home, 'config', 'Roundtable', 'Schemes');
  mkdirSync(schemes, { recursive: true });
  const copy = join(schemes, basename(schemePath));
  for (const ending of ['', '.keys']) copyFileSync(`${schemePath}${ending}`, `${copy}${ending}`);
  // The app opens on the passphrase of the scheme that it knows.
  writeFileSync(join(home, 'config', 'Roundtable', 'schemes.json'), JSON.stringify([{ path: copy, lastOpenedAt: null }]));
  const app = await startApp({ home, environment: { ROUNDTABLE_NOW: now } });
  try {
    const window = await app.firstWindow();
    await window.setViewportSize({ width: 1440, height: 900 });
    await window.getByLabel('Passphrase').fill(passphrase);
    await window.keyboard.press('Enter');
    await window.getByRole('link', { name: /Register/ }).waitFor();
    const taken: string[] = [];
    for (const theme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme: theme });
      for (const { name, path, shows } of screens(meetingId))
        taken.push(await take(window, path, shows, join(folder, `${name}-${theme}.png`)));
    }
    return taken;
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function take(window: Page, path: string, shows: string, file: string): Promise<string> {
  await window.evaluate((hash) => {
    globalThis.window.location.hash = hash;
  }, path);
  await window.getByText(shows).first().waitFor();
  await window.evaluate(() => document.fonts.ready.then(() => undefined));
  await window.screenshot({ path: file });
  return file;
}
