import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { z } from 'zod';
import { channelOf, eventChannelOf, type Reply } from '../../shared/ipc/channels';
import { contract, type Events } from '../../shared/ipc/contract';
import type { Verb } from '../../shared/ipc/verb';
import type { Handlers, Subject } from '../../shared/ipc/verbs';
import { origin } from './address';
import { noteFault, sentenceFor, sentenceForInput } from './failure';
import { kindOfWindow, type WindowKind } from './known-windows';

/** The projector shows the current case to a whole room: it reads that, and can change nothing. */
const projectorMay: ReadonlySet<string> = new Set(['app.status', 'scheme.get', 'chairing.get', 'chairing.item']);

/** Tells every window, without being asked. */
export type Tell = <E extends keyof Events>(event: E, payload: Events[E]) => void;

export const tell: Tell = (event, payload) => {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(eventChannelOf(event), payload);
  }
};

/** Answers every verb of the contract with the handler of the same name. */
export function bindHandlers(handlers: Handlers): void {
  for (const subject of Object.keys(contract) as Subject[]) {
    const verbs: Readonly<Record<string, Verb<z.ZodType, unknown>>> = contract[subject];
    const answers: Readonly<Record<string, (input: never) => unknown>> = handlers[subject];
    for (const [verb, { input }] of Object.entries(verbs)) {
      const answer = answers[verb];
      if (!answer) throw new Error(`No handler answers ${subject}.${verb}.`);
      handle(channelOf(subject, verb as never), input, answer as (input: unknown) => unknown);
    }
  }
}

/** The one way in: who asks, then what is asked, and only then the work. */
function handle(channel: string, schema: z.ZodType, work: (input: unknown) => unknown): void {
  ipcMain.handle(channel, async (event, ...sent: readonly unknown[]): Promise<Reply> => {
    const kind = senderOf(event);
    if (kind === null) {
      console.error(`${channel} refused: the sender is not one of our windows.`);
      throw new Error('The sender is not one of the windows of this app.');
    }
    if (kind === 'projector' && !projectorMay.has(channel)) throw new Error('The projector only shows the current case.');
    if (sent.length > 1) throw new Error('A verb takes one input.');
    const parsed = schema.safeParse(sent[0]);
    if (!parsed.success) return { ok: false, message: sentenceForInput(parsed.error) };
    try {
      return { ok: true, value: await work(parsed.data) };
    } catch (error) {
      noteFault(channel, error);
      return { ok: false, message: sentenceFor(error) };
    }
  });
}

/** Which of our windows sent it, or null: a frame inside a page, a page from elsewhere, or a window that is not ours. */
function senderOf(event: IpcMainInvokeEvent): WindowKind | null {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null) return null;
  return frame.url.startsWith(`${origin}/`) ? kindOfWindow(event.sender) : null;
}
