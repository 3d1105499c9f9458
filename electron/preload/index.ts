import { contextBridge, ipcRenderer } from 'electron';
import { channelOf, eventChannelOf, type Reply } from '../../shared/ipc/channels';
import type { Events } from '../../shared/ipc/contract';
import { verbNames } from '../../shared/ipc/verb-names';
import type { Bridge } from '../../shared/ipc/verbs';

/** Events that a window may listen to; a window that asks for anything else gets an error. */
const eventNames = { changed: true, progress: true, agendaSearch: true, locked: true } as const satisfies {
  readonly [E in keyof Events]: true;
};

async function call(channel: string, input: unknown): Promise<unknown> {
  const reply: Reply = await ipcRenderer.invoke(channel, input);
  if (!reply.ok) throw new Error(reply.message);
  return reply.value;
}

const subjects = Object.fromEntries(
  Object.entries(verbNames).map(([subject, verbs]) => [
    subject,
    Object.fromEntries(
      Object.keys(verbs).map((verb) => [verb, (input?: unknown) => call(channelOf(subject as never, verb as never), input)]),
    ),
  ]),
) as Omit<Bridge, 'on'>;

const on: Bridge['on'] = (event, callback) => {
  if (!Object.hasOwn(eventNames, event)) throw new Error('There is no such event.');
  const channel = eventChannelOf(event);
  const listener = (_event: unknown, payload: Events[typeof event]) => callback(payload);
  ipcRenderer.on(channel, listener);
  return () => void ipcRenderer.removeListener(channel, listener);
};

contextBridge.exposeInMainWorld('roundtable', { ...subjects, on } satisfies Bridge);
