import { expect, test } from '../support/launch';

test.use({ environment: { ROUNDTABLE_NOW: '2026-03-03T09:40:00Z' } });

test('a first run opens the demonstration scheme by one key and shows its register', async ({ window }, info) => {
  await expect(window.getByRole('heading', { name: 'Hold this week’s conference here' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Open the demonstration' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(window.getByRole('link', { name: /Register/ })).toBeVisible({ timeout: 60_000 });
  await window.getByRole('link', { name: /Register/ }).click();
  await expect(window.getByText('108 of 108 cases')).toBeVisible();
  await window.screenshot({ path: info.outputPath('register.png') });
});
