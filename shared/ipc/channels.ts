import type { Events } from './contract';
import type { Subject, VerbOf } from './verbs';

/** Names of the messages between preload script and main process. Nothing else sees them. */
export const channelOf = <S extends Subject>(subject: S, verb: VerbOf<S>): string => `${subject}.${verb}`;
export const eventChannelOf = (event: keyof Events): string => `event.${event}`;

/**
 * What comes back for a verb. A refusal is a value here, because an error that crosses the bridge gets the name of its
 * channel put before its message; the preload script turns it into a plain error again.
 */
export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly message: string };
