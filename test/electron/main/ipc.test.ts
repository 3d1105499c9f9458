import { BrowserWindow, type BrowserWindow as Window } from 'electron';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { bindHandlers, tell } from '../../../electron/main/ipc';
import { noteWindow, type WindowKind } from '../../../electron/main/known-windows';
import type { Reply } from '../../../shared/ipc/channels';
import { contract } from '../../../shared/ipc/contract';
import type { Handlers } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import { registered } from '../../support/electron-fake';

/** Handlers that say what they received; some fail in the ways that a service can. */
const answered: { verb: string; input: unknown }[] = [];
let failure: Error | null = null;
const handlers = Object.fromEntries(
  Object.entries(contract).map(([subject, verbs]) => [
    subject,
    Object.fromEntries(
      Object.keys(verbs).map((verb) => [
        verb,
        (input: unknown) => {
          if (failure) throw failure;
          answered.push({ verb: `${subject}.${verb}`, input });
          return 'answer';
        },
      ]),
    ),
  ]),
) as unknown as Handlers;

const openWindow = (kind: WindowKind | null): Window => {
  const window = new BrowserWindow();
  if (kind) noteWindow(window, kind);
  return window;
};

interface Frame {
  readonly url: string;
  readonly parent: Frame | null;
}
const ownPage: Frame = { url: 'app://bundle/index.html#/register', parent: null };

function ask(channel: string, input: unknown, from: { window: Window; frame?: Frame | null }): Promise<Reply> {
  const handler = registered.get(channel);
  if (!handler) throw new Error(`Nothing answers ${channel}.`);
  const event = { sender: from.window.webContents, senderFrame: from.frame === undefined ? ownPage : from.frame };
  return handler(event, input) as Promise<Reply>;
}

let main: Window;
let projector: Window;
let logged: ReturnType<typeof vi.spyOn>;

beforeAll(() => {
  bindHandlers(handlers);
  main = openWindow('main');
  projector = openWindow('projector');
});
beforeEach(() => {
  answered.length = 0;
  failure = null;
  logged = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => logged.mockRestore());

const logLines = () => JSON.stringify(logged.mock.calls);

describe('binding the handlers', () => {
  it('answers every verb of the contract and nothing else', () => {
    const verbs = Object.entries(contract).flatMap(([subject, all]) => Object.keys(all).map((verb) => `${subject}.${verb}`));
    expect([...registered.keys()].sort()).toEqual(verbs.sort());
  });

  it('refuses to start with a verb that nothing answers', () => {
    expect(() => bindHandlers({ ...handlers, app: {} } as never)).toThrow('No handler answers app.status.');
  });

  it('hands the handler the input as the contract cleans it', async () => {
    const input = { id: null, agencyId: 'a-1', name: '  THISTLEMOOR,\u0007  Ada ', post: '', email: '', phone: '', role: 'coordinator' };
    expect(await ask('scheme.savePerson', input, { window: main })).toEqual({ ok: true, value: 'answer' });
    expect(answered[0]?.input).toMatchObject({ name: 'THISTLEMOOR, Ada' });
  });
});

describe('the sender', () => {
  it('is refused where it is no window of ours', async () => {
    await expect(ask('app.status', undefined, { window: openWindow(null) })).rejects.toThrow(/not one of the windows/);
  });

  it('is refused where the page is from elsewhere', async () => {
    for (const url of ['https://example.invalid/', 'app://bundle.example.invalid/', 'app://other/index.html', 'file:///index.html', ''])
      await expect(ask('app.status', undefined, { window: main, frame: { url, parent: null } })).rejects.toThrow(/not one of the windows/);
  });

  it('is refused where it is a frame inside the page, or already gone', async () => {
    await expect(ask('app.status', undefined, { window: main, frame: { url: ownPage.url, parent: ownPage } })).rejects.toThrow();
    await expect(ask('app.status', undefined, { window: main, frame: null })).rejects.toThrow();
    expect(answered).toEqual([]);
  });

  it('may only read the current case where it is the projector', async () => {
    const id = { meetingId: 'm-1' };
    expect(await ask('app.status', undefined, { window: projector })).toEqual({ ok: true, value: 'answer' });
    expect(await ask('scheme.get', undefined, { window: projector })).toEqual({ ok: true, value: 'answer' });
    expect(await ask('chairing.get', id, { window: projector })).toEqual({ ok: true, value: 'answer' });
    expect(await ask('chairing.item', { itemId: 'i-1' }, { window: projector })).toEqual({ ok: true, value: 'answer' });
    for (const channel of [...registered.keys()].filter((name) => !answered.some((one) => one.verb === name)))
      await expect(ask(channel, id, { window: projector })).rejects.toThrow(/projector/);
  });
});

describe('malformed input', () => {
  it('is refused with the field and the reason, before the handler runs', async () => {
    const reply = await ask('meetings.plan', { title: '', place: '', heldOn: '2026-02-30', startsAt: '25:00' }, { window: main });
    expect(reply).toEqual({ ok: false, message: expect.stringMatching(/title: .*heldOn: .*startsAt: /) });
    expect(answered).toEqual([]);
  });

  it('is not repeated, neither to the page nor in the log', async () => {
    const hostile = 'CARTERWICK<script>';
    const inputs = [{ id: hostile }, { id: 'a', [hostile]: 1 }, hostile, [hostile], { id: { [hostile]: hostile } }, null, 7];
    for (const input of inputs) {
      const reply = await ask('cases.get', input, { window: main });
      expect(reply.ok).toBe(false);
      expect(JSON.stringify(reply)).not.toContain('CARTERWICK');
    }
    expect(logLines()).not.toContain('CARTERWICK');
  });

  it('is refused where a verb takes nothing', async () => {
    expect(await ask('app.lock', { path: '/etc' }, { window: main })).toHaveProperty('ok', false);
  });
});

describe('a failure', () => {
  it('speaks for itself where it is a refusal, and leaves no line in the log', async () => {
    failure = new Refusal('The minutes are final. A correction makes a new version.');
    expect(await ask('app.lock', undefined, { window: main })).toEqual({ ok: false, message: failure.message });
    expect(logged).not.toHaveBeenCalled();
  });

  it('is told in general words where it is a fault, and noted without what it says', async () => {
    failure = new TypeError('cannot read the surname of OAKENFELL, Bram');
    const reply = await ask('app.lock', undefined, { window: main });
    expect(reply).toEqual({ ok: false, message: expect.stringMatching(/^Something went wrong.*safe/) });
    expect(logLines()).toContain('app.lock failed: TypeError');
    expect(JSON.stringify(reply) + logLines()).not.toContain('OAKENFELL');
  });

  it.each([
    ['SQLITE_FULL', /disk is full/],
    ['ENOSPC', /disk is full/],
    ['SQLITE_READONLY_DIRECTORY', /cannot be written to/],
    ['EACCES', /cannot be written to/],
    ['ENOENT', /not there any more/],
    ['SQLITE_BUSY_SNAPSHOT', /Another program/],
  ])('of the disk says what is safe and what to do (%s)', async (code, sentence) => {
    failure = Object.assign(new Error('x'), { code });
    expect(await ask('app.lock', undefined, { window: main })).toEqual({ ok: false, message: expect.stringMatching(sentence) });
  });
});

describe('telling the windows', () => {
  it('reaches each of them', () => {
    tell('changed', { tables: ['cases'] });
    const expected = { channel: 'event.changed', args: [{ tables: ['cases'] }] };
    for (const window of [main, projector]) expect(window.webContents).toHaveProperty('received', [expected]);
  });
});
