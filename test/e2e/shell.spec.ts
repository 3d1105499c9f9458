import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/launch';

test('the window opens on its own address, is drawn, and answers', async ({ window }) => {
  await expect(window.locator('#root > *').first()).toBeVisible();
  await expect(window).toHaveTitle(/Roundtable/);
  expect(await window.evaluate(() => globalThis.window.roundtable.app.status())).toEqual({ state: 'first-run' });
});

test('the window is shown once it is drawn', async ({ app, window }) => {
  await expect(window.locator('#root > *').first()).toBeVisible();
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isVisible()))).toEqual([true]);
});

test('the window opens again where it was closed', async ({ app, window, launch }) => {
  await window.waitForLoadState('load');
  const bounds = { x: 120, y: 80, width: 1200, height: 760 };
  await app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  await app.evaluate(({ BrowserWindow }) => {
    setImmediate(() => BrowserWindow.getAllWindows()[0]?.close());
  });
  await app.close();
  expect(JSON.parse(readFileSync(join(app.userData, 'window.json'), 'utf8')).bounds).toEqual(bounds);
  const again = await launch();
  await again.firstWindow();
  expect(await again.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toEqual(bounds);
});

test('the app starts again on the same folder after it was killed', async ({ app, window, launch }) => {
  await window.waitForLoadState('load');
  await app.kill();
  const again = await launch();
  const reopened = await again.firstWindow();
  await expect(reopened.locator('#root > *').first()).toBeVisible();
});

test('the menu has the keys for text, zoom and full screen', async ({ app, window }) => {
  await window.waitForLoadState('load');
  const roles = await app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((menu) => (menu.submenu?.items ?? []).map((item) => item.role?.toLowerCase())),
  );
  for (const role of ['undo', 'redo', 'cut', 'copy', 'paste', 'selectall', 'zoomin', 'zoomout', 'resetzoom', 'togglefullscreen'])
    expect(roles).toContain(role);
});
