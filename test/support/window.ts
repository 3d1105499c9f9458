import { expect, type Locator, type Page } from '@playwright/test';
import type { RunningApp } from './start-app';

/**
 * Waits until the window has ended its load, fonts and all, for the page and for the main process: a load asked for in the
 * middle of another ends that one, and a page that is still read has no body yet.
 */
export async function windowLoaded(app: RunningApp, window: Page): Promise<void> {
  await window.waitForLoadState('load');
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.isLoading())).toBe(false);
}

/** Loads the window anew: nothing that a test typed, chose or filtered is left in it. With a place after `#` it would only go there. */
export async function freshWindow(app: RunningApp, window: Page): Promise<void> {
  await windowLoaded(app, window);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('app://bundle/index.html'));
  await expect(window.locator('main')).toBeVisible();
}

/** Goes to one of the addresses in `renderer/routes.ts`. */
export async function goTo(window: Page, address: string): Promise<void> {
  await window.evaluate((to) => {
    location.hash = to;
  }, address);
}

/** What the next question for a file or folder is answered with; null cancels. */
export async function answerOpenDialog({ evaluate }: RunningApp, path: string | null): Promise<void> {
  await evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
  }, path);
}

/** Where the next question for a place to save is answered with; null cancels. */
export async function answerSaveDialog({ evaluate }: RunningApp, path: string | null): Promise<void> {
  await evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' });
  }, path);
}

/** The figures of the health panel, from the main process. */
export const health = (window: Page) => window.evaluate(() => globalThis.window.roundtable.scheme.health());

/** A name pasted over what stands, and the keys after it, faster than anything can be drawn: as they come out of a queue on a busy machine. */
export async function typeFast(field: Locator, text: string, keys: readonly string[]): Promise<void> {
  await field.focus();
  await field.evaluate(
    async (input, typed) => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed.text);
      input.dispatchEvent(new InputEvent('input', { bubbles: true, data: typed.text }));
      for (const key of typed.keys) {
        await null;
        input.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }));
      }
    },
    { text, keys },
  );
}

/** What a window's page holds in its memory, as Chromium writes it out: every string among it. */
export async function memoryOf(window: Page): Promise<string> {
  const session = await window.context().newCDPSession(window);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}
