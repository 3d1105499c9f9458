import type { OrderProblem, OrderResult } from '../../../shared/agenda/order-problem';
import type { Events } from '../../../shared/ipc/contract';

export interface SearchHow {
  /** An order to begin from: what is known of the question already. */
  readonly start?: readonly number[];
  /** Told of each better order and each better bound. */
  readonly onImprovement?: (found: OrderResult) => void;
  /** Once aborted, the search ends soon with the best that it has. */
  readonly signal?: AbortSignal;
}

/** Searches for an order with little waiting, until it is proven, stopped or out of time; in the app it runs in a worker. */
export type SearchOrder = (problem: OrderProblem, how?: SearchHow) => Promise<OrderResult>;

export interface AgendaSearches {
  /** The best order known once it is proven or the first moments are over. Ends whatever other question was being searched. */
  ask(meetingId: string, problem: OrderProblem): Promise<OrderResult>;
  /** The same for an order that will be taken: no later question cuts it short. */
  demand(meetingId: string, problem: OrderProblem): Promise<OrderResult>;
  /** From here on, what is asked for this meeting is searched on after its first answer, as long as the search may take. */
  watch(meetingId: string): void;
  /** Ends searching for this meeting; what was found stays known. */
  stop(meetingId: string): void;
  /** Ends all searching, and forgets what was found. */
  close(): void;
}

export type TellSearch = (progress: Events['agendaSearch']) => void;

/** How many questions are remembered: moving a case by hand never searches again. */
const mostKnown = 50;
/** Nobody who opens an agenda waits longer for its figures; most are proven long before. */
const firstMilliseconds = 2000;

interface Known {
  readonly result: OrderResult;
  /** Nothing more comes of it: proven, or searched for as long as a search may take. */
  readonly isSettled: boolean;
  /** Ended before its first moments were over. */
  readonly isCutShort: boolean;
}

interface Running {
  readonly key: string;
  readonly meetingId: string;
  readonly first: Promise<OrderResult>;
  readonly stopping: AbortController;
  isDemanded: boolean;
  best: OrderResult | null;
  isPastFirst: boolean;
}

/** One search at a time, a newer question ending the older, and what was found for later. */
export function createAgendaSearches(search: SearchOrder, tell: TellSearch = () => undefined): AgendaSearches {
  const known = new Map<string, Known>();
  let running: Running | null = null;
  let watched: string | null = null;
  let closings = 0;

  const keep = (key: string, found: Known): void => {
    known.delete(key);
    known.set(key, found);
    for (const old of [...known.keys()].slice(0, Math.max(0, known.size - mostKnown))) known.delete(old);
  };
  const report = (meetingId: string, { cost, violation, lowerBound, proven }: OrderResult, isDone: boolean) =>
    tell({ meetingId, cost, violation, lowerBound, isProven: proven, isDone });

  function start(key: string, meetingId: string, problem: OrderProblem): Running {
    running?.stopping.abort();
    const stopping = new AbortController();
    const closingsBefore = closings;
    const before = known.get(key);
    let answer: (result: OrderResult) => void = () => undefined;
    let fail: (error: unknown) => void = () => undefined;
    const first = new Promise<OrderResult>((resolve, reject) => {
      answer = resolve;
      fail = reject;
    });
    const own: Running = { key, meetingId, first, stopping, isDemanded: false, best: before?.result ?? null, isPastFirst: false };
    running = own;
    const firstIsOver = setTimeout(() => {
      own.isPastFirst = true;
      if (watched !== meetingId || own.best === null) stopping.abort();
      if (own.best !== null) answer(own.best);
    }, firstMilliseconds);
    firstIsOver.unref();
    search(problem, {
      signal: stopping.signal,
      ...(before ? { start: before.result.order } : {}),
      onImprovement: (found) => {
        own.best = found;
        if (running === own) report(meetingId, found, false);
      },
    })
      .then(
        (result) => {
          const isCutShort = stopping.signal.aborted && !own.isPastFirst;
          // What belongs to a scheme that was locked meanwhile is forgotten with it.
          if (closings === closingsBefore)
            keep(key, { result, isCutShort: isCutShort && !result.proven, isSettled: result.proven || !stopping.signal.aborted });
          answer(result);
          if (closings === closingsBefore && (running === own || running === null)) report(meetingId, result, true);
        },
        (error: unknown) => fail(error),
      )
      .finally(() => {
        clearTimeout(firstIsOver);
        if (running === own) running = null;
      });
    // Whoever asked hears of a failure; nobody else need.
    first.catch(() => undefined);
    return own;
  }

  function ask(meetingId: string, problem: OrderProblem, isDemanded: boolean): Promise<OrderResult> {
    const key = JSON.stringify(problem);
    const other = running;
    if (other?.isDemanded && !other.isPastFirst && other.key !== key) {
      const next = () => ask(meetingId, problem, isDemanded);
      return other.first.then(next, next);
    }
    if (other?.key === key && isDemanded) other.isDemanded = true;
    if (running?.key === key) return running.isPastFirst && running.best !== null ? Promise.resolve(running.best) : running.first;
    const found = known.get(key);
    if (found && (found.isSettled || (!found.isCutShort && watched !== meetingId))) return Promise.resolve(found.result);
    const own = start(key, meetingId, problem);
    own.isDemanded = isDemanded;
    return found && !found.isCutShort && !isDemanded ? Promise.resolve(found.result) : own.first;
  }

  return {
    ask: (meetingId, problem) => ask(meetingId, problem, false),
    demand: (meetingId, problem) => ask(meetingId, problem, true),
    watch: (meetingId) => {
      watched = meetingId;
    },
    stop: (meetingId) => {
      if (watched === meetingId) watched = null;
      if (running?.meetingId === meetingId) running.stopping.abort();
    },
    close: () => {
      watched = null;
      closings += 1;
      running?.stopping.abort();
      running = null;
      known.clear();
    },
  };
}
