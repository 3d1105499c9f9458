import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import { createChance } from '../../electron/services/demonstration/chance';
import { createPeople } from '../../electron/services/demonstration/people';
import { messySpreadsheet } from '../fixtures/make-demonstration-spreadsheet';
import { expect, oneDemonstrationForAll, test } from '../support/demonstration';
import { answerOpenDialog, goTo } from '../support/window';

const laptop = { width: 1280, height: 720 };
const large = { width: 1920, height: 1080 };
/** A laptop at twice the text size: half as many CSS pixels. */
const zoomed = { width: 640, height: 360 };

interface Look {
  readonly name: string;
  /** Brings the window, which is at the register, to what is looked at. */
  readonly open: (window: Page) => Promise<unknown>;
}

const open = oneDemonstrationForAll();

const schemePart = (name: RegExp) => async (window: Page) => {
  await goTo(window, '/scheme');
  await window.getByRole('navigation', { name: 'Parts of the scheme' }).getByRole('button', { name }).click();
};
const firstCase = async (window: Page) => {
  const rows = await window.evaluate(() => globalThis.window.roundtable.register.list());
  const busiest = [...rows].sort((a, b) => b.openActions - a.openActions)[0];
  await goTo(window, `/case/${busiest?.id}`);
  await expect(window.getByRole('img', { name: /^Colour over time/ })).toBeVisible();
};
const chooseCohort = async (window: Page) => {
  const path = join(open.app.home, 'cohort.xlsx');
  writeFileSync(path, await messySpreadsheet(createPeople(createChance(7), '2026-03-03'), 7));
  await answerOpenDialog(open.app, path);
  await goTo(window, '/import');
  await window.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(window.getByRole('heading', { name: 'cohort.xlsx' })).toBeVisible();
};

const looks: readonly Look[] = [
  {
    name: 'register',
    open: async (window) => {
      await goTo(window, '/register');
      await expect(window.getByRole('complementary', { name: 'Preview' }).getByText('Open actions')).toBeVisible();
    },
  },
  {
    name: 'new case',
    open: async (window) => {
      await goTo(window, '/register');
      await window.getByRole('button', { name: 'Case', exact: true }).click();
      await expect(window.getByRole('complementary', { name: 'New case' })).toBeVisible();
    },
  },
  { name: 'case', open: firstCase },
  {
    name: 'case, colour',
    open: async (window) => {
      await firstCase(window);
      await window.getByRole('button', { name: /^Colour/ }).click();
      await expect(window.getByRole('region', { name: 'Change the colour' })).toBeVisible();
    },
  },
  {
    name: 'case, field',
    open: async (window) => {
      await firstCase(window);
      await window.getByRole('button', { name: /^Review due/ }).click();
      await expect(window.getByRole('heading', { name: 'History' }).last()).toBeVisible();
    },
  },
  {
    name: 'actions',
    open: async (window) => {
      await goTo(window, '/actions');
      await expect(window.getByRole('treegrid', { name: 'Actions' })).toBeFocused();
      await window.keyboard.press('x');
      await expect(window.getByRole('region', { name: 'Selected actions' })).toBeVisible();
    },
  },
  {
    name: 'import, file',
    open: async (window) => {
      await goTo(window, '/import');
      await expect(window.getByRole('button', { name: 'Choose a file…' })).toBeVisible();
    },
  },
  { name: 'import, columns', open: chooseCohort },
  {
    name: 'import, plan',
    open: async (window) => {
      await chooseCohort(window);
      await window.keyboard.press('Control+Enter');
      await expect(window.getByRole('grid', { name: 'Problems' })).toBeVisible();
    },
  },
  {
    name: 'insight',
    open: async (window) => {
      await goTo(window, '/insight');
      await expect(window.getByRole('img', { name: /^Colours over time/ })).toBeVisible();
    },
  },
  {
    name: 'insight, figures',
    open: async (window) => {
      await goTo(window, '/insight');
      await window.getByRole('region', { name: 'Colours over time' }).getByRole('button', { name: 'Figures' }).click();
      await window
        .getByRole('button', { name: /^\d+, .*, Red: show the cases$/ })
        .first()
        .click();
      await expect(window.getByRole('complementary', { name: 'The cases behind a figure' }).getByRole('status')).toHaveText(/cases?$/);
    },
  },
  { name: 'scheme, wording', open: schemePart(/^Name and wording/) },
  { name: 'scheme, agencies', open: schemePart(/^Agencies/) },
  { name: 'scheme, people', open: schemePart(/^People/) },
  { name: 'scheme, colours', open: schemePart(/^Colours/) },
  { name: 'scheme, trust', open: schemePart(/^Trust/) },
  { name: 'scheme, health', open: schemePart(/^Health/) },
  {
    name: 'scheme, audit',
    open: async (window) => {
      await schemePart(/^Audit/)(window);
      await expect(window.getByRole('row').nth(5)).toBeVisible();
    },
  },
  {
    name: 'search',
    open: async (window) => {
      await window.keyboard.press('Control+k');
      await expect(window.getByRole('combobox')).toBeFocused();
      await window.keyboard.type('car');
      await expect(window.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'keys',
    open: async (window) => {
      await expect(window.getByRole('treegrid', { name: 'Cases' })).toBeFocused();
      await window.keyboard.press('?');
      await expect(window.getByText('Put on the next agenda')).toBeVisible();
    },
  },
  {
    name: 'passphrase',
    open: async (window) => {
      await schemePart(/^Trust/)(window);
      await window.getByRole('button', { name: 'Lock now' }).click();
      await expect(window.getByLabel('Passphrase', { exact: true })).toBeFocused();
    },
  },
];

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function violations(window: Page): Promise<readonly string[]> {
  // The legacy mode stays in this page: the window opens no other.
  const found = await new AxeBuilder({ page: window }).setLegacyMode(true).withTags(standards).analyze();
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n')[1]}`),
  );
}

const sideways = (window: Page) => window.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
const picture = (window: Page, info: TestInfo, name: string) =>
  window.screenshot({ path: join(info.project.outputDir, 'looks', `${name}.png`) });

/** What scrolls though all that is long in it scrolls by itself: a wheel turned past the end would move the whole screen. */
const scrollsTwice = (window: Page) =>
  window.evaluate(() => {
    const long = [...document.querySelectorAll('main, main *')].filter((element) => {
      const { overflowY } = getComputedStyle(element);
      return /auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 2 && element.clientHeight > 0;
    });
    return long
      .filter((element) =>
        [...element.children].every((child) => child.getBoundingClientRect().bottom <= element.getBoundingClientRect().bottom + 1),
      )
      .map((element) => element.className);
  });

/** Things that one should be able to use and that are cut off by the edge of the window with no way to scroll to them. */
const outOfReach = (window: Page) =>
  window.evaluate(() => {
    const canScroll = (element: Element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      return /auto|scroll/.test(`${overflowX} ${overflowY}`);
    };
    return [...document.querySelectorAll('button, a[href], input, textarea, select')].flatMap((element) => {
      const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
      // Shown only while it has the focus.
      if (element.classList.contains('skip-link')) return [];
      if (width <= 1 || height <= 1 || !element.checkVisibility({ visibilityProperty: true })) return [];
      if (left >= -1 && right <= innerWidth + 1 && top >= -1 && bottom <= innerHeight + 1) return [];
      for (let parent: Element | null = element; parent; parent = parent.parentElement) if (canScroll(parent)) return [];
      if (document.documentElement.scrollHeight > innerHeight) return [];
      return [`${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent}`.slice(0, 60)];
    });
  });

test.afterEach(async () => {
  await open.window.emulateMedia({ colorScheme: null, forcedColors: null, reducedMotion: null });
  await open.window.setViewportSize(laptop);
  // The last one locked it.
  const passphrase = open.window.getByLabel('Passphrase', { exact: true });
  if ((await passphrase.count()) === 0) return;
  await passphrase.fill('demonstration');
  await open.window.keyboard.press('Enter');
  await expect(open.window.getByRole('navigation', { name: 'Main' })).toBeVisible({ timeout: 20_000 });
});

for (const look of looks)
  test(`${look.name}: clean for an accessibility checker in light and dark, whole on a laptop, a large screen and at twice the size`, async () => {
    const { window } = open;
    const info = test.info();
    await window.emulateMedia({ reducedMotion: 'reduce' });
    await window.setViewportSize(laptop);
    await look.open(window);
    const problems: string[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      problems.push(...(await violations(window)).map((words) => `${colorScheme}: ${words}`));
      problems.push(...(await scrollsTwice(window)).map((what) => `${colorScheme}: scrolls beyond what is in it: ${what}`));
      await picture(window, info, `${look.name} ${colorScheme}`);
    }
    await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    for (const [name, size] of [
      ['large', large],
      ['zoomed', zoomed],
    ] as const) {
      await window.setViewportSize(size);
      if ((await sideways(window)) > 0) problems.push(`${name}: the page scrolls sideways`);
      problems.push(...(await outOfReach(window)).map((what) => `${name}: out of reach: ${what}`));
      await picture(window, info, `${look.name} ${name}`);
    }
    expect(await window.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)).toBe(0);
    await window.setViewportSize(laptop);
    await window.emulateMedia({ forcedColors: 'active' });
    await picture(window, info, `${look.name} forced colours`);
    expect(problems).toEqual([]);
  });

test('Tab goes through the main things of each screen, and each shows that it has the focus', async () => {
  const { window } = open;
  await window.setViewportSize(laptop);
  for (const [address, name] of [
    ['/register', 'Register'],
    ['/actions', 'Actions'],
    ['/scheme', 'Scheme'],
    ['/import', 'Import'],
  ] as const) {
    await goTo(window, address);
    // By its name, since the screen before stands until this one is drawn.
    await expect(window.getByRole('heading', { level: 1, name })).toBeVisible();
    // Tab goes on from wherever somebody last was, also after the focus has left it; so it begins at the top of the page.
    await window.evaluate(() => {
      document.getSelection()?.collapse(document.body, 0);
      (document.activeElement as HTMLElement | null)?.blur();
    });
    const unseen: string[] = [];
    const reached = new Set<string>();
    for (let presses = 0; presses < 25; presses += 1) {
      await window.keyboard.press('Tab');
      const { name } = await window.evaluate(focusOf);
      reached.add(name);
      // What marks the focus may be drawn a moment after the focus has come.
      await expect
        .poll(async () => (await window.evaluate(focusOf)).isSeen, { timeout: 2_000 })
        .toBe(true)
        .catch(() => unseen.push(name));
    }
    expect(unseen, address).toEqual([]);
    expect(reached.size, address).toBeGreaterThan(6);
  }
});

/** What has the focus, and whether it or what is around it is marked. Runs in the window. */
function focusOf(): { readonly name: string; readonly isSeen: boolean } {
  const active = document.activeElement ?? document.body;
  const marks = (element: Element | null): boolean => {
    if (!element) return false;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  // A grid has the focus as a whole, and the line in it that the keys act on wears the mark.
  const line = document.getElementById(active.getAttribute('aria-activedescendant') ?? '');
  const around = [active, line, active.parentElement, active.parentElement?.parentElement ?? null, active.nextElementSibling];
  const boxes = [...(active.closest('label')?.querySelectorAll('*') ?? [])];
  return {
    name: `${active.tagName} ${active.getAttribute('aria-label') ?? active.textContent?.slice(0, 40)}`,
    isSeen: active === document.body || [...around, ...boxes].some(marks),
  };
}
