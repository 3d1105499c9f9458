import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { contract } from '../../../shared/ipc/contract';
import type { Bridge } from '../../../shared/ipc/verbs';
import { exposed, ipcRenderer, nextReply, sent } from '../../support/electron-fake';

let bridge: Bridge;
beforeAll(async () => {
  await import('../../../electron/preload/index');
  bridge = exposed.get('roundtable') as Bridge;
});
beforeEach(() => {
  sent.length = 0;
});

describe('the bridge', () => {
  it('is the one thing that the page gets, and has the verbs of the contract and `on`', () => {
    expect([...exposed.keys()]).toEqual(['roundtable']);
    const verbsOf = (subjects: object) => Object.fromEntries(Object.entries(subjects).map(([name, verbs]) => [name, Object.keys(verbs)]));
    const { on, ...subjects } = bridge;
    expect(verbsOf(subjects)).toEqual(verbsOf(contract));
    expect(on).toBeTypeOf('function');
  });

  it('sends a verb with its input and gives back the value', async () => {
    nextReply.value = { ok: true, value: { state: 'first-run' } };
    expect(await bridge.app.status()).toEqual({ state: 'first-run' });
    await bridge.cases.get({ id: 'c-1' });
    expect(sent).toEqual([
      { channel: 'app.status', args: [undefined] },
      { channel: 'cases.get', args: [{ id: 'c-1' }] },
    ]);
  });

  it('turns a refusal into an error with nothing but its sentence', async () => {
    nextReply.value = { ok: false, message: 'The minutes are final.' };
    await expect(bridge.app.lock()).rejects.toThrow(new Error('The minutes are final.'));
  });

  it('hands a listener what happened and no more, until it stops listening', () => {
    const heard: unknown[][] = [];
    const stop = bridge.on('changed', (...args: unknown[]) => heard.push(args));
    ipcRenderer.emit('event.changed', { sender: ipcRenderer }, { tables: ['cases'] });
    stop();
    ipcRenderer.emit('event.changed', { sender: ipcRenderer }, { tables: ['actions'] });
    expect(heard).toEqual([[{ tables: ['cases'] }]]);
  });

  it('refuses to listen to anything that is not an event of the contract', () => {
    expect(() => bridge.on('app.status' as 'changed', () => {})).toThrow('There is no such event.');
    expect(() => bridge.on('constructor' as 'changed', () => {})).toThrow('There is no such event.');
  });
});
