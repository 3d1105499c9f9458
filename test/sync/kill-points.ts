/** What a process is doing when it is killed. */
export type Act = 'record' | 'hand-over' | 'take-in' | 'pack' | 'snapshot' | 'joined' | 'erase' | 'large';

/** Places in a process that can be counted: when the given one is reached for the nth time, the process ends itself with SIGKILL. */
export type Place =
  | 'row-written'
  | 'transaction-done'
  | 'sealed'
  | 'opened'
  /** Between two slices of the work. */
  | 'rested'
  /** The write-ahead log lies in the file, moved over another connection. */
  | 'log-moved'
  /** The other connection is closed; the file is about to be locked for one again. */
  | 'mover-gone'
  | 'listed'
  | 'read'
  | 'created'
  | 'half-written'
  | 'written'
  | 'flushed'
  | 'rename-due'
  | 'renamed'
  | 'folder-flushed'
  | 'removal-due'
  | 'removed';

export interface KillPoint {
  readonly act: Act;
  readonly at: Place;
  /** Counted only for files whose name ends like this. */
  readonly ending?: string;
  /** The place is drawn from the first so many times that it is reached. */
  readonly most: number;
}

const point = (act: Act, at: Place, most = 1, ending?: string): KillPoint => ({ act, at, most, ...(ending ? { ending } : {}) });

export const killPoints: readonly KillPoint[] = [
  point('record', 'row-written', 8),
  point('record', 'transaction-done', 2),
  point('hand-over', 'sealed', 3),
  point('hand-over', 'transaction-done', 4),
  point('hand-over', 'rested', 3),
  point('hand-over', 'created'),
  point('hand-over', 'half-written'),
  point('hand-over', 'written'),
  point('hand-over', 'flushed'),
  point('hand-over', 'rename-due', 1, '.seg'),
  point('hand-over', 'renamed', 1, '.seg'),
  point('hand-over', 'folder-flushed'),
  point('take-in', 'listed', 2),
  point('take-in', 'read', 2),
  point('take-in', 'opened', 2),
  point('take-in', 'row-written', 12),
  point('take-in', 'transaction-done', 12),
  point('take-in', 'rested', 12),
  point('take-in', 'renamed', 1, '.ack'),
  point('pack', 'half-written', 1),
  point('pack', 'rename-due', 1, '.pack'),
  point('pack', 'renamed', 1, '.pack'),
  point('pack', 'removal-due', 12, '.seg'),
  point('pack', 'removed', 12, '.seg'),
  point('snapshot', 'sealed', 3),
  point('snapshot', 'transaction-done'),
  point('snapshot', 'half-written'),
  point('snapshot', 'rename-due', 1, '.snap'),
  point('snapshot', 'renamed', 1, '.snap'),
  point('joined', 'transaction-done', 4),
  point('joined', 'removal-due', 1, '.snap'),
  point('joined', 'removed', 1, '.snap'),
  point('large', 'rested', 30),
  point('large', 'transaction-done', 30),
  point('large', 'log-moved', 3),
  point('large', 'mover-gone'),
  point('erase', 'row-written', 6),
  point('erase', 'transaction-done', 3),
  point('erase', 'rename-due', 1, '.pack'),
  point('erase', 'renamed', 1, '.pack'),
  point('erase', 'removal-due', 1, '.seg'),
  point('erase', 'removed', 1, '.seg'),
];

/** In the words of a report: `hand-over: half-written`. */
export const nameOf = ({ act, at }: KillPoint) => `${act}: ${at}`;
