import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { Result, Sent, Subject, VerbOf } from '../../shared/ipc/verbs';
import { showFailure } from '../components/overlays/toasts';
import { failureWords } from './failure';
import { oneAtATime } from './one-at-a-time';
import { followSaving } from './saving';

/** In place of an input: do not ask yet. */
export const skip = Symbol('skip');

type Args<Input> = undefined extends Input ? readonly [] : readonly [input: Input | typeof skip];
type Caller = (input?: unknown) => Promise<unknown>;

function callerOf(subject: string, verb: string): Caller {
  const verbs = window.roundtable as unknown as Readonly<Record<string, Readonly<Record<string, Caller>>>>;
  const call = verbs[subject]?.[verb];
  if (!call) throw new Error(`The bridge has no verb ${subject}.${verb}.`);
  return call;
}

/** Calls a verb of the bridge outside of any component. Rejects as the main process does. */
export function callVerb<S extends Subject, V extends VerbOf<S>>(
  subject: S,
  verb: V,
  ...[input]: undefined extends Sent<S, V> ? readonly [] : readonly [input: Sent<S, V>]
): Promise<Result<S, V>> {
  const call = callerOf(subject, verb);
  return (input === undefined ? call() : call(input)) as Promise<Result<S, V>>;
}

/**
 * Reads by a verb and keeps what it gave until a table under it changes: `useVerb('cases', 'get', { id })`.
 * With `skip` for the input it waits.
 */
export function useVerb<S extends Subject, V extends VerbOf<S>>(
  subject: S,
  verb: V,
  ...[input]: Args<Sent<S, V>>
): UseQueryResult<Result<S, V>> {
  const isWaiting = input === skip;
  return useQuery<Result<S, V>>({
    queryKey: isWaiting ? [subject, verb, 'skipped'] : [subject, verb, input ?? null],
    queryFn: () => (input === undefined ? callerOf(subject, verb)() : callerOf(subject, verb)(input)) as Promise<Result<S, V>>,
    enabled: !isWaiting,
  });
}

export type Outcome<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: string };

export interface Action<Input, Value> {
  /** Never throws. The caller keeps what was typed until `ok` is true. */
  readonly run: (...input: undefined extends Input ? [] : [input: Input]) => Promise<Outcome<Value>>;
  readonly isBusy: boolean;
  /** Why the last run failed, in a sentence; null after a success. */
  readonly problem: string | null;
  readonly clear: () => void;
}

/** What goes on for many seconds while everybody works: it says itself how far it is, and the foot of the rail speaks of what is typed. */
const isLong = (subject: Subject, verb: string) => subject === 'importing' && ['confirm', 'goOn', 'undo'].includes(verb);

/**
 * Does something by a verb. Asked for the same again before the answer, as by a second Enter, it does it once and gives both
 * the one answer. A failure is shown as a notice that stays until dismissed, or, with `inline`, only
 * returned and kept in `problem` for the caller to show beside what was typed.
 */
export function useAction<S extends Subject, V extends VerbOf<S>>(
  subject: S,
  verb: V,
  show: 'notice' | 'inline' = 'notice',
): Action<Sent<S, V>, Result<S, V>> {
  const client = useQueryClient();
  const [running, setRunning] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef(0);
  const [once] = useState(() => oneAtATime<Outcome<Result<S, V>>>());
  const send = useCallback(
    async (input?: unknown): Promise<Outcome<Result<S, V>>> => {
      latest.current += 1;
      const mine = latest.current;
      setRunning((count) => count + 1);
      try {
        const call = callerOf(subject, verb);
        const called = input === undefined ? call() : call(input);
        const value = (await (isLong(subject, verb) ? called : followSaving(called))) as Result<S, V>;
        if (mine === latest.current) setProblem(null);
        return { ok: true, value };
      } catch (failure) {
        const words = failureWords(failure);
        if (mine === latest.current) setProblem(words);
        if (show === 'notice') showFailure(words);
        // What is on the screen may rest on something that did not happen.
        void client.invalidateQueries({ queryKey: [subject] });
        return { ok: false, problem: words };
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [client, subject, verb, show],
  );
  const run = useCallback((input?: unknown) => once(input, () => send(input)), [once, send]);
  const clear = useCallback(() => setProblem(null), []);
  return { run: run as Action<Sent<S, V>, Result<S, V>>['run'], isBusy: running > 0, problem, clear };
}
