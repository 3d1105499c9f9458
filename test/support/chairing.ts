import type { Page } from '@playwright/test';
import { caseName } from '../../shared/language/case-name';
import { expect } from './demonstration';

/** The verbs that a test reads by, so that what the screen says is held against what is recorded. */
export const meetingsOf = (window: Page) => window.evaluate(() => globalThis.window.roundtable.meetings.list());
export const agendaOf = (window: Page, meetingId: string) =>
  window.evaluate((id) => globalThis.window.roundtable.agenda.get({ meetingId: id }), meetingId);
export const chairOf = (window: Page, meetingId: string) =>
  window.evaluate((id) => globalThis.window.roundtable.chairing.get({ meetingId: id }), meetingId);
export const itemOf = (window: Page, itemId: string) =>
  window.evaluate((id) => globalThis.window.roundtable.chairing.item({ itemId: id }), itemId);
export const documentsOf = (window: Page) => window.evaluate(() => globalThis.window.roundtable.documents.list());

/** The conference that is not over yet and comes first. */
export async function conferenceInHand(window: Page): Promise<string> {
  const open = (await meetingsOf(window)).filter(({ state }) => state !== 'closed' && state !== 'final');
  const [first] = open.sort((one, other) => (one.heldOn ?? '').localeCompare(other.heldOn ?? ''));
  if (!first) throw new Error('No conference is planned.');
  return first.id;
}

/** The case being discussed. Throws where there is none. */
export async function currentItem(window: Page, meetingId: string) {
  const { currentItemId } = await chairOf(window, meetingId);
  if (currentItemId === null) throw new Error('No case is being discussed.');
  return itemOf(window, currentItemId);
}

/** From now on counts what only a mouse, a pen or a finger does in this page, across reloads too. */
export async function countPointer(window: Page): Promise<() => Promise<number>> {
  const count = () => {
    const counted = globalThis as typeof globalThis & { pointerEvents?: number };
    const one = () => {
      counted.pointerEvents = (counted.pointerEvents ?? 0) + 1;
    };
    counted.pointerEvents ??= 0;
    for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'wheel']) globalThis.addEventListener(kind, one, true);
  };
  await window.addInitScript(count);
  await window.evaluate(count);
  return () => window.evaluate(() => (globalThis as typeof globalThis & { pointerEvents?: number }).pointerEvents ?? -1);
}

/** The heading of the case on the screen. */
export const caseHeading = (window: Page) => window.locator('.chair-header h2');

/** The case being discussed, once the screen shows it. Keys pressed from here on are meant for it. */
export async function drawnItem(window: Page, meetingId: string) {
  const item = await currentItem(window, meetingId);
  const { surname, forenames } = item.case.fields;
  await expect(caseHeading(window)).toContainText(caseName(surname, forenames));
  return item;
}

/** Takes the conference from wherever it stands before its start to its first case, by the verbs of the bridge. */
export async function begin(window: Page, meetingId: string): Promise<void> {
  await window.evaluate(async (id) => {
    const { meetings, chairing } = globalThis.window.roundtable;
    await meetings.agreeStatement({ meetingId: id });
    const { items } = await chairing.get({ meetingId: id });
    await chairing.begin({ itemId: items[0]?.id ?? '' });
  }, meetingId);
}

/** Presses one of the screen's keys once nobody is typing, as a person does by Esc. */
export async function pressKey(window: Page, key: string): Promise<void> {
  await window.keyboard.press('Escape');
  await expect(window.locator('input:focus, textarea:focus')).toHaveCount(0);
  await window.keyboard.press(key);
}
