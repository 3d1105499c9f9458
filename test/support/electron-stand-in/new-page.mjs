// A page for a window: a window of its own where a person looks on, a tab otherwise.
import { isHeaded, state } from './state.mjs';

let isFirstTaken = false;

export async function newPage() {
  const [first] = state.context.pages();
  if (!isHeaded) return state.context.newPage();
  if (first && !isFirstTaken) {
    isFirstTaken = true;
    return first;
  }
  const opened = state.context.waitForEvent('page');
  const cdp = await state.context.newCDPSession(first);
  await cdp.send('Target.createTarget', { url: 'about:blank', newWindow: true });
  return opened;
}
