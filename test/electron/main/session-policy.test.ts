import { EventEmitter } from 'node:events';
import { app, type Session } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { applySessionPolicy, refuseLeaving } from '../../../electron/main/session-policy';

type Answer = (answer: unknown) => void;

class FakeSession extends EventEmitter {
  asked: ((contents: unknown, permission: string, answer: Answer) => void) | null = null;
  checked: (() => boolean) | null = null;
  device: (() => boolean) | null = null;
  isSpellCheckerOn = true;
  request: ((details: { url: string }, answer: Answer) => void) | null = null;
  readonly webRequest = {
    onBeforeRequest: (listener: NonNullable<FakeSession['request']>) => {
      this.request = listener;
    },
  };
  setPermissionRequestHandler(handler: NonNullable<FakeSession['asked']>) {
    this.asked = handler;
  }
  setPermissionCheckHandler(handler: () => boolean) {
    this.checked = handler;
  }
  setDevicePermissionHandler(handler: () => boolean) {
    this.device = handler;
  }
  setSpellCheckerEnabled(isOn: boolean) {
    this.isSpellCheckerOn = isOn;
  }
}

let session: FakeSession;
beforeEach(() => {
  session = new FakeSession();
  applySessionPolicy(session as unknown as Session);
});

const event = (url = '') => {
  const made = { url, isPrevented: false, preventDefault: () => undefined as unknown };
  made.preventDefault = () => {
    made.isPrevented = true;
  };
  return made;
};

describe('the session', () => {
  it('grants no permission and no device', () => {
    const answers: unknown[] = [];
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal', 'fullscreen'])
      session.asked?.(null, permission, (answer) => answers.push(answer));
    expect(answers).toEqual([false, false, false, false, false, false]);
    expect(session.checked?.()).toBe(false);
    expect(session.device?.()).toBe(false);
  });

  it('cancels every request but its own', () => {
    const isCancelled = (url: string) => {
      let cancelled: unknown;
      session.request?.({ url }, (answer) => {
        cancelled = (answer as { cancel: boolean }).cancel;
      });
      return cancelled;
    };
    expect(isCancelled('app://bundle/index.html')).toBe(false);
    for (const url of ['https://example.invalid/', 'http://127.0.0.1/', 'ws://example.invalid/', 'file:///etc/passwd', 'chrome://gpu/'])
      expect(isCancelled(url)).toBe(true);
  });

  it('refuses downloads, and fetches no dictionaries', () => {
    const download = event();
    session.emit('will-download', download);
    expect(download.isPrevented).toBe(true);
    expect(session.isSpellCheckerOn).toBe(false);
  });
});

describe('every page', () => {
  it('stays where it is, opens nothing and holds no other page', () => {
    refuseLeaving();
    let opens: ((details: object) => { action: string }) | null = null;
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: typeof opens) => {
        opens = handler;
      },
    });
    app.emit('web-contents-created', {}, contents);
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      const asked = event('https://example.invalid/');
      contents.emit(name, asked);
      expect([name, asked.isPrevented]).toEqual([name, true]);
    }
    expect((opens as unknown as (details: object) => { action: string })({})).toEqual({ action: 'deny' });
  });
});
