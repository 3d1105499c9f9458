import { verbNames } from '../../shared/ipc/verb-names';
import { begin, conferenceInHand, currentItem, drawnItem } from '../support/chairing';
import { expect, oneDemonstrationForAll, test } from '../support/demonstration';
import { goTo } from '../support/window';

/** All that the projector may ask for: the case on the wall, and what the frame around it is called. */
const readVerbs = ['app.status', 'scheme.get', 'chairing.get', 'chairing.item'];

test.describe('the projector', () => {
  test.describe.configure({ mode: 'serial' });
  const open = oneDemonstrationForAll();
  let meetingId = '';
  const projector = () => open.app.windowAt('/projector/');
  const windows = () => open.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

  test('shows the current case to the room and follows the chair, with no other name of the agenda and no name of staff', async () => {
    const { window } = open;
    meetingId = await conferenceInHand(window);
    await begin(window, meetingId);
    await goTo(window, `/meeting/${meetingId}/chair`);
    await expect(window.locator('.chair-header')).toBeVisible();
    await window.keyboard.press('p');
    const wall = await projector();
    await wall.setViewportSize({ width: 1920, height: 1080 });
    for (let heard = 0; heard < 4; heard += 1) {
      const { id, case: of, otherSurnames, staff } = await facts();
      await expect(wall.getByRole('heading', { level: 1 })).toContainText(of.fields.surname, { ignoreCase: true });
      const text = (await wall.locator('body').innerText()).toUpperCase();
      const shown = (names: readonly string[]) => names.filter((name) => new RegExp(`\\b${name.toUpperCase()}\\b`).test(text));
      expect(shown(otherSurnames)).toEqual([]);
      expect(shown(staff)).toEqual([]);
      expect(await wall.title()).not.toContain(of.fields.surname);
      await window.keyboard.press('s');
      await window.keyboard.press('Control+Enter');
      await expect.poll(async () => (await currentItem(window, meetingId)).id).not.toBe(id);
    }
    await wall.screenshot({ path: test.info().outputPath('projector.png') });
  });

  async function facts() {
    const item = await drawnItem(open.window, meetingId);
    const { others, people } = await open.window.evaluate(async (id) => {
      const { chairing, scheme } = globalThis.window.roundtable;
      const [{ items }, { people: all }] = await Promise.all([chairing.get({ meetingId: id }), scheme.get()]);
      return { others: items.map(({ surname }) => surname), people: all.map(({ name }) => name) };
    }, meetingId);
    const own = item.case.fields.surname.toUpperCase();
    return {
      ...item,
      otherSurnames: others.filter((surname) => surname.toUpperCase() !== own),
      staff: people.flatMap((name) => name.split(' ').at(-1) ?? []),
    };
  }

  test('may read the case on the wall and do nothing else', async () => {
    const wall = await projector();
    const verbs = Object.entries(verbNames).flatMap(([subject, names]) => Object.keys(names).map((verb) => `${subject}.${verb}`));
    const answers = await wall.evaluate(
      (names) =>
        Promise.all(
          names.map(async (name) => {
            const [subject = '', verb = ''] = name.split('.');
            const bridge = globalThis.window.roundtable as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
            const call = bridge[subject]?.[verb];
            if (!call) throw new Error(`The bridge has no verb ${name}.`);
            return call({}).then(
              () => [name, 'answered'],
              (error: Error) => [name, error.message],
            );
          }),
        ),
      verbs.filter((name) => !readVerbs.includes(name)),
    );
    expect(answers.length).toBe(verbs.length - readVerbs.length);
    for (const [name, answer] of answers) expect(`${name}: ${answer}`).toContain('The projector only shows the current case.');
  });

  test('shows no person between two cases', async () => {
    const { window } = open;
    const wall = await projector();
    await goTo(window, `/meeting/${meetingId}/chair`);
    const { case: of } = await drawnItem(window, meetingId);
    await window.keyboard.press('b');
    await expect(window.getByText('Break of 10 minutes after this case.')).toBeVisible();
    await expect(window.getByRole('complementary', { name: 'Agenda and room' }).getByText('Break')).toBeVisible();
    await window.keyboard.press('s');
    await window.keyboard.press('Control+Enter');
    await expect(window.getByRole('heading', { name: 'Break' })).toBeVisible();
    await expect(wall.locator('body')).not.toContainText(of.fields.surname, { ignoreCase: true });
    await expect(wall.getByRole('heading', { level: 1 })).toHaveText('Weekly conference');
  });

  test('goes with the lock, so that nothing stays on the wall', async () => {
    expect(await windows()).toBe(2);
    await open.window.evaluate(() => globalThis.window.roundtable.app.lock());
    await expect.poll(windows).toBe(1);
    await expect(open.window.getByLabel('Passphrase', { exact: true })).toBeVisible();
    await open.window.evaluate(() => globalThis.window.roundtable.app.openDemonstration());
  });

  test('goes when the conference is closed', async () => {
    const { window } = open;
    await goTo(window, `/meeting/${meetingId}/chair`);
    await window.evaluate((id) => globalThis.window.roundtable.chairing.openProjector({ meetingId: id }), meetingId);
    await (await projector()).waitForLoadState();
    await expect.poll(windows).toBe(2);
    await window.evaluate((id) => globalThis.window.roundtable.meetings.close({ meetingId: id }), meetingId);
    await expect.poll(windows).toBe(1);
  });
});
