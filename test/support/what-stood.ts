import type { Page, TestInfo } from '@playwright/test';
import type { RunningApp } from './start-app';

/** What tells where a window stands: its headings, what it says, what is typed, what asks. */
const telling =
  /^\s*- (heading|alert|alertdialog|dialog|status|textbox|searchbox|spinbutton|combobox|progressbar|listbox|button .*\[disabled\])/;
const mostLines = 40;

/**
 * After a failed test, throws what stood in its windows, so that it is told beside the failure itself: what failed once on a
 * machine far away may never fail on one that can be looked at.
 */
export async function tellWhatStood(apps: readonly RunningApp[], { status, expectedStatus }: TestInfo): Promise<void> {
  if (status === expectedStatus) return;
  const pages = apps.flatMap((app) => app.windows()).filter((page) => !page.isClosed());
  const told = await Promise.all(pages.map((page) => wordsOf(page).catch((problem) => `${page.url()} could not be read: ${problem}`)));
  if (told.length > 0) throw new Error(`What stood on the screen when it failed:\n${told.join('\n')}`);
}

async function wordsOf(page: Page): Promise<string> {
  const focused = await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160));
  const lines = (await page.locator('body').ariaSnapshot({ timeout: 5_000 })).split('\n').filter((line) => telling.test(line));
  const more = lines.length > mostLines ? [`… ${lines.length - mostLines} lines more`] : [];
  return [page.url(), `The focus is on ${focused}`, ...lines.slice(0, mostLines), ...more].join('\n');
}
