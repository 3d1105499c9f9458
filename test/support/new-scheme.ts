import { expect, type Page } from '@playwright/test';
import type { RunningApp } from './start-app';
import { freshWindow } from './window';

export const newSchemePassphrase = 'larch kettle ninety sparrow';

/** Starts an empty scheme by the verbs of the bridge, for tests of what comes after. Gives the words of its sheet. */
export async function startEmptyScheme(app: RunningApp, window: Page, brand = 'Crossways'): Promise<readonly string[]> {
  await window.waitForFunction(() => 'roundtable' in globalThis);
  const words = await window.evaluate(
    async ([name, passphrase]) => {
      const { setup } = globalThis.window.roundtable;
      const agency = (kind: string, called: string, code: string, isCore: boolean) => ({ kind, name: called, code, isCore });
      const sheet = await setup.begin({
        brand: name,
        area: 'Harrowmere',
        marking: 'OFFICIAL-SENSITIVE',
        agencies: [
          agency('police', 'Police', 'POL', true),
          agency('probation', 'Probation', 'PRO', true),
          agency('housing', 'Housing', 'HOU', false),
        ],
        yourName: 'M. Larkspur',
        yourAgency: 0,
        passphrase,
      });
      await setup.checkWord({ word: sheet.words[sheet.askFor - 1] ?? '' });
      await setup.finish({ useKeychain: false });
      return sheet.words;
    },
    [brand, newSchemePassphrase] as const,
  );
  expect(words).toHaveLength(18);
  await freshWindow(app, window);
  return words;
}
