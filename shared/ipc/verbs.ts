import type { z } from 'zod';
import type { contract, Events } from './contract';
import type { Verb } from './verb';

export type Contract = typeof contract;
export type Subject = keyof Contract;
export type VerbOf<S extends Subject> = keyof Contract[S] & string;

type InputOf<V> = V extends Verb<infer Input, unknown> ? Input : never;
type ResultOf<V> = V extends Verb<z.ZodType, infer Result> ? Result : never;

/** What a caller may send, before it is checked and cleaned. */
export type Sent<S extends Subject, V extends VerbOf<S>> = z.input<InputOf<Contract[S][V]>>;
/** What a handler receives, checked and cleaned. */
export type Received<S extends Subject, V extends VerbOf<S>> = z.output<InputOf<Contract[S][V]>>;
export type Result<S extends Subject, V extends VerbOf<S>> = ResultOf<Contract[S][V]>;

type Call<Input, Output> = undefined extends Input ? () => Promise<Output> : (input: Input) => Promise<Output>;

/** `window.roundtable`: every verb of the contract, and one way to listen. */
export type Bridge = {
  readonly [S in Subject]: { readonly [V in VerbOf<S>]: Call<Sent<S, V>, Result<S, V>> };
} & {
  /** Calls back on each event; the returned function stops it. */
  readonly on: <E extends keyof Events>(event: E, callback: (payload: Events[E]) => void) => () => void;
};

/** The handlers that the main process must supply, one a verb. */
export type Handlers = {
  readonly [S in Subject]: { readonly [V in VerbOf<S>]: (input: Received<S, V>) => Result<S, V> | Promise<Result<S, V>> };
};
