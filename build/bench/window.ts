import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright';
import { chosenRuntime } from '../../test/support/runtime';
import { startApp } from '../../test/support/start-app';
import { largePassphrase } from './large-scheme';
import { type Measured, median, percentile, usualRuns } from './measure';

const homes = () => mkdtempSync(join(tmpdir(), 'roundtable-bench-'));
const remove = (home: string) => rmSync(home, { recursive: true, force: true, maxRetries: 5 });

/** What is seen in the window, from the key to the painted frame. Empty where there is nothing to show a window in. */
export async function measureWindow(schemePath: string): Promise<readonly Measured[]> {
  if (chosenRuntime().kind === 'none') return [];
  return [await startToUsable(), ...(await largeRegister(schemePath))];
}

async function startToUsable(): Promise<Measured> {
  const runs: number[] = [];
  for (let run = 0; run < usualRuns; run += 1) {
    const home = homes();
    const start = performance.now();
    const app = await startApp({ home });
    const window = await app.firstWindow();
    await window.getByRole('button', { name: 'Open the demonstration' }).waitFor();
    runs.push(performance.now() - start);
    await app.close();
    remove(home);
  }
  return { what: `start to usable (${chosenRuntime().kind})`, value: median(runs), runs };
}

async function largeRegister(schemePath: string): Promise<readonly Measured[]> {
  const home = homes();
  const schemes = join(home, 'config', 'Roundtable', 'Schemes');
  mkdirSync(schemes, { recursive: true });
  const copy = join(schemes, basename(schemePath));
  for (const ending of ['', '.keys']) copyFileSync(`${schemePath}${ending}`, `${copy}${ending}`);
  writeFileSync(join(home, 'config', 'Roundtable', 'schemes.json'), JSON.stringify([{ path: copy, lastOpenedAt: null }]));
  const app = await startApp({ home, environment: { ROUNDTABLE_NOW: '2026-03-03T10:00:00Z' } });
  try {
    const window = await app.firstWindow();
    await window.setViewportSize({ width: 1440, height: 900 });
    await window.getByLabel('Passphrase').fill(largePassphrase);
    await window.keyboard.press('Enter');
    await window.getByRole('link', { name: /Register/ }).waitFor();
    const opening: number[] = [];
    for (let run = 0; run < usualRuns; run += 1) {
      await window.getByRole('link', { name: /Scheme/ }).click();
      await window.getByRole('heading', { level: 1, name: 'Scheme' }).waitFor();
      const start = performance.now();
      await window.getByRole('link', { name: /Register/ }).click();
      await window.getByText(/of 5,000 cases/).waitFor();
      opening.push(performance.now() - start);
    }
    const filter = await toPaint(window, 'filter');
    const sort = await toPaint(window, 'sort');
    return [
      { what: 'open the register of 5,000 cases, in the window', value: median(opening), runs: opening },
      { what: 'filter 5,000 cases, key to paint, p95', value: percentile(filter, 0.95), runs: filter, target: '≤ 50 ms' },
      { what: 'sort 5,000 cases, click to paint, p95', value: percentile(sort, 0.95), runs: sort, target: '≤ 50 ms' },
    ];
  } finally {
    await app.close();
    remove(home);
  }
}

/** Milliseconds from the event to the end of the frame that shows its result, measured within the page. */
function toPaint(window: Page, what: 'filter' | 'sort'): Promise<number[]> {
  return window.evaluate(async (kind) => {
    const painted = () => new Promise<void>((done) => requestAnimationFrame(() => setTimeout(done)));
    const table = document.querySelector('.virtual-table table');
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (!table || !field) throw new Error('The register is not on the screen.');
    const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
    const type = (text: string) => {
      setValue?.call(field, text);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    /** What must have changed: the rows on the screen, and which column they are sorted by. */
    const shown = () =>
      `${[...table.querySelectorAll('th')].map((head) => head.getAttribute('aria-sort')).join()} ${table.querySelector('tbody')?.textContent}`;
    const heads = () => [...document.querySelectorAll<HTMLElement>('.virtual-table th button')];
    const times: number[] = [];
    // Each gives other rows than the one before it.
    const texts = ['oaken', 'thistle', 'bramble', 'carter', 'evans', 'wick', 'fell', 'moor', 'cote', ''];
    for (let run = 0; run < 20; run += 1) {
      const before = shown();
      const start = performance.now();
      if (kind === 'filter') type(texts[run % texts.length] ?? '');
      else heads()[run % Math.max(1, heads().length)]?.click();
      for (let frame = 0; frame < 120; frame += 1) {
        await painted();
        if (shown() !== before) break;
      }
      if (shown() === before) throw new Error('The register did not answer within 120 frames.');
      times.push(performance.now() - start);
    }
    if (kind === 'filter') type('');
    return times;
  }, what);
}
