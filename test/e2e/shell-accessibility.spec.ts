import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../support/launch';

for (const colorScheme of ['light', 'dark'] as const)
  test(`the first screen has no accessibility violation in ${colorScheme}`, async ({ window }) => {
    await window.emulateMedia({ colorScheme });
    await expect(window.getByRole('heading').first()).toBeVisible();
    // The legacy mode stays in this page: the window opens no other.
    const { violations } = await new AxeBuilder({ page: window }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => ({ id, where: nodes.map((node) => node.target.join(' ')) }))).toEqual([]);
  });

test('the first screen fits a window of 1280 by 720 at twice the text size without scrolling sideways', async ({ window }) => {
  await window.setViewportSize({ width: 640, height: 360 });
  await expect(window.getByRole('heading').first()).toBeVisible();
  expect(await window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
});
