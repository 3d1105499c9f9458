import { expect, test } from '../support/launch';
import { windowLoaded } from '../support/window';

test.describe('the window', () => {
  test('stays where it is when the page tries to go elsewhere', async ({ window }) => {
    const before = window.url();
    await window.evaluate(() => {
      location.href = 'https://example.invalid/';
    });
    await window.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.invalid/link';
      document.body.append(link);
      link.click();
    });
    expect(await window.evaluate(() => globalThis.window.roundtable.app.status())).toHaveProperty('state');
    expect(window.url().split('#')[0]).toBe(before.split('#')[0]);
  });

  test('opens no second window for the page', async ({ app, window }) => {
    expect(await window.evaluate(() => globalThis.open('https://example.invalid/') === null)).toBe(true);
    await window.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.invalid/', target: '_blank' });
      document.body.append(link);
      link.click();
    });
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('reaches no address but its own', async ({ window }) => {
    const failure = await window.evaluate(() => fetch('https://example.invalid/').then(String, (error: Error) => error.name));
    expect(failure).toBe('TypeError');
    const image = await window.evaluate(
      () =>
        new Promise((done) => {
          const picture = new Image();
          picture.onload = () => done('loaded');
          picture.onerror = () => done('refused');
          picture.src = 'http://example.invalid/a.png';
        }),
    );
    expect(image).toBe('refused');
  });

  test('serves nothing outside its own folder', async ({ window }) => {
    const statuses = await window.evaluate(() =>
      Promise.all(
        ['/../main/index.js', '/%2e%2e/main/index.js', '/..%2fpackage.json', '/none.js'].map((path) => fetch(path).then((r) => r.status)),
      ),
    );
    expect(statuses).toEqual([404, 404, 404, 404]);
  });

  test('runs no inline script and no text as code', async ({ window }) => {
    const violated = await window.evaluate(
      () =>
        new Promise((done) => {
          document.addEventListener('securitypolicyviolation', (event) => done(event.violatedDirective), { once: true });
          const script = document.createElement('script');
          script.textContent = 'globalThis.ranInline = true';
          document.body.append(script);
        }),
    );
    expect(violated).toBe('script-src-elem');
    expect(await window.evaluate(() => 'ranInline' in globalThis)).toBe(false);
    const attribute = await window.evaluate(() => {
      document.body.insertAdjacentHTML('beforeend', '<img src="x:" onerror="globalThis.ranAttribute = true">');
      return new Promise((done) => document.body.lastElementChild?.addEventListener('error', () => done('ranAttribute' in globalThis)));
    });
    expect(attribute).toBe(false);
  });

  test('gives the page no Node and no Electron, and a bridge that cannot be changed', async ({ window }) => {
    expect(await window.evaluate(() => ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis))).toEqual([]);
    const bridge = await window.evaluate(() => ({
      isFrozen: Object.isFrozen(globalThis.window.roundtable) && Object.isFrozen(globalThis.window.roundtable.cases),
      subjects: Object.keys(globalThis.window.roundtable),
    }));
    expect(bridge.isFrozen).toBe(true);
    expect(bridge.subjects).toContain('on');
    expect(bridge.subjects).not.toContain('invoke');
  });

  test('starts without breaking its own content security policy', async ({ launch }) => {
    const app = await launch();
    const window = await app.firstWindow();
    await windowLoaded(app, window);
    await expect(window.locator('#root > *').first()).toBeAttached();
    const messages: string[] = [];
    window.on('console', (message) => messages.push(message.text()));
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('app://bundle/index.html'));
    await window.waitForLoadState('load');
    await expect(window.locator('#root > *').first()).toBeAttached();
    expect(messages.filter((text) => /Content Security Policy/i.test(text))).toEqual([]);
  });
});

test.describe('the main process', () => {
  test('refuses a window that is not its own', async ({ app, window }) => {
    await window.evaluate(() => globalThis.window.roundtable.app.status());
    const failure = await app.evaluate(async ({ BrowserWindow }) => {
      const own = BrowserWindow.getAllWindows()[0] as unknown as { options?: object };
      const preload = own.options
        ? (own.options as { webPreferences: { preload: string } }).webPreferences.preload
        : `${process.argv[1]}/out/preload/index.cjs`;
      const stranger = new BrowserWindow({ show: false, webPreferences: { preload, contextIsolation: true, sandbox: true } });
      await stranger.loadURL('app://bundle/index.html');
      const answer: string = await stranger.webContents.executeJavaScript(
        "window.roundtable.app.status().then(() => 'answered', (error) => error.message)",
      );
      stranger.destroy();
      return answer;
    });
    expect(failure).toMatch(/not one of the windows of this app/);
  });

  test('refuses malformed input with the field and the reason, and without repeating it', async ({ window }) => {
    const say = (call: string) =>
      window.evaluate((name) => {
        const [subject, verb, input] = JSON.parse(name);
        const verbs = (globalThis.window.roundtable as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[
          subject
        ];
        return verbs?.[verb]?.(input).then(
          () => 'answered',
          (error: Error) => error.message,
        );
      }, call);
    const wrongId = await say(JSON.stringify(['cases', 'get', { id: '<img src=x onerror=alert(1)>' }]));
    expect(wrongId).toBe('id: This is not an id.');
    expect(await say(JSON.stringify(['cases', 'get', { id: 'a', secretField: 'CARTERWICK' }]))).not.toMatch(/secretField|CARTERWICK/);
    expect(await say(JSON.stringify(['app', 'status', 'something']))).not.toBe('answered');
    const wrongDay = await say(
      JSON.stringify(['meetings', 'plan', { title: 'Conference', place: '', heldOn: '2026-02-30', startsAt: '10:00' }]),
    );
    expect(wrongDay).toMatch(/^heldOn: /);
  });
});
