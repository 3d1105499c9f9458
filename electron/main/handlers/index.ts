import { contract } from '../../../shared/ipc/contract';
import type { Handlers } from '../../../shared/ipc/verbs';
import { Refusal } from '../../../shared/language/refusal';
import type { Shell } from '../shell';

/** One handler a verb. */
export function createHandlers(_shell: Shell): Handlers {
  const notYet = () => {
    throw new Refusal('This is not connected yet.');
  };
  const all = Object.fromEntries(
    Object.entries(contract).map(([subject, verbs]) => [subject, Object.fromEntries(Object.keys(verbs).map((verb) => [verb, notYet]))]),
  ) as unknown as Handlers;
  return { ...all, app: { ...all.app, status: () => ({ state: 'first-run' }) } };
}
