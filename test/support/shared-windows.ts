import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { newSchemePassphrase } from './new-scheme';
import type { RunningApp } from './start-app';
import { answerOpenDialog, answerSaveDialog, goTo } from './window';

/** Makes a folder the scheme's, as a coordinator does under Scheme, Sharing. The window stays there. */
export async function shareScheme(app: RunningApp, window: Page, folder: string): Promise<void> {
  await goToSharing(window);
  await answerOpenDialog(app, folder);
  await window.getByRole('button', { name: 'Choose the folder…' }).click();
  await expect(window.getByText('It reads back as it was written')).toBeVisible();
  await window.getByRole('button', { name: 'Share the scheme in this folder' }).click();
  await expect(window.getByText('Nobody asks now.')).toBeVisible();
}

export async function goToSharing(window: Page): Promise<void> {
  await goTo(window, '/scheme');
  await window
    .getByRole('navigation', { name: 'Parts of the scheme' })
    .getByRole('button', { name: /^Sharing/ })
    .click();
}

/** On the newcomer's screen, as far as the six words, which it gives. */
export async function askToJoin(app: RunningApp, window: Page, folder: string, name: string, papers: string): Promise<string> {
  await window.getByRole('button', { name: 'Join a shared scheme…' }).click();
  await answerOpenDialog(app, folder);
  await window.getByRole('button', { name: 'Choose the folder…' }).click();
  await window.getByLabel('Your name').fill(name);
  await window.getByLabel('Passphrase', { exact: true }).fill(newSchemePassphrase);
  await window.getByLabel('The passphrase again').fill(newSchemePassphrase);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: 'Print your recovery sheet' })).toBeVisible();
  await typeRecoveryWord(app, window, join(papers, 'sheet.pdf'));
  await expect(window.getByRole('heading', { name: 'Read these words to your coordinator' })).toBeVisible();
  await expect(window.locator('.join-words')).toHaveText(/^\w+( \w+){5}$/);
  return (await window.locator('.join-words').textContent()) ?? '';
}

/** Saves the sheet, and types back the word that is asked for. */
async function typeRecoveryWord(app: RunningApp, window: Page, sheet: string): Promise<void> {
  await answerSaveDialog(app, sheet);
  await window.getByRole('button', { name: 'Save the sheet…' }).click();
  await window.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(window.locator('.sheet-paper ol b')).toHaveText(Array.from({ length: 18 }, () => /^[a-z]+$/));
  const words = await window.locator('.sheet-paper ol b').allTextContents();
  const asked = window.getByLabel(/^Word \d+$/);
  await expect(asked).toBeEnabled({ timeout: 20_000 });
  const number = Number((await window.locator('label', { hasText: /^Word \d+$/ }).innerText()).slice(5));
  await asked.fill(words[number - 1] ?? '');
}

export interface Newcomer {
  readonly name: string;
  /** The beginning of the agency's name. */
  readonly agency: string;
  readonly role: 'Partner' | 'Manager' | 'Coordinator';
}

/** On the coordinator's screen, under Sharing: the same words, and who it is. */
export async function admitNewcomer(window: Page, words: string, { name, agency, role }: Newcomer): Promise<void> {
  await window.getByRole('button', { name: 'Exchange now' }).click();
  await expect(window.locator('.join-words')).toHaveText(words);
  await window.getByRole('button', { name: 'Compare and admit…' }).click();
  await window.getByRole('combobox', { name: 'Who sits there' }).fill('Someone');
  await window.getByRole('option').first().click();
  await window.getByLabel('Name', { exact: true }).fill(name);
  const chosen = window.getByRole('combobox', { name: 'Agency' });
  await chosen.fill(agency);
  await chosen.press('Enter');
  await expect(chosen).toHaveValue(new RegExp(`^${agency}`));
  if (role !== 'Partner') {
    await window.getByRole('button', { name: /Role/ }).click();
    await window.getByRole('option', { name: new RegExp(`^${role}`) }).click();
  }
  await window.getByRole('button', { name: 'The words are the same: admit' }).click();
  // Not its notice alone: that of the newcomer before may still stand there.
  await expect(window.getByRole('button', { name: 'The words are the same: admit' })).toHaveCount(0);
  await expect(window.getByText('The workstation is in the scheme').first()).toBeVisible();
}
