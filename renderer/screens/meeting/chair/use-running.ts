import { useEffect, useRef, useState } from 'react';
import type { Retimed } from '../../../../shared/agenda/retime';
import type { AgendaBreakView } from '../../../../shared/views/agenda';
import type { ChairItemSummary, ChairItemView, ChairView } from '../../../../shared/views/chairing';
import { showDone } from '../../../components/overlays/toasts';
import { skip, useAction, useVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { dropHeldKeys, holdKeys } from '../../../keys/held-keys';
import { useNow } from '../use-now';
import { asItStands } from './as-it-stands';
import { secondsOn } from './clock';
import { useDesk } from './desk';
import { isTypingOnCase, leaveField } from './fields';
import { breakBetween, lastEnded, neighbour, nextItem } from './next-item';
import { noteBegun, tellResumed } from './resumed';
import { useShownItem } from './use-shown-item';

export interface Running {
  readonly isOver: boolean;
  readonly hasStarted: boolean;
  /** The case on the screen: the current one, one that is typed on still, or one looked at once the conference is over. */
  readonly shownId: string | null;
  /** The conference has gone on from another workstation; the case on the screen stays for as long as somebody types on it. */
  readonly isHeld: boolean;
  readonly current: ChairItemSummary | null;
  readonly item: ChairItemView | null;
  readonly query: ReturnType<typeof useVerb<'chairing', 'item'>>;
  readonly next: ChairItemSummary | null;
  /** The break that is planned before the next case. */
  readonly pause: AgendaBreakView | null;
  /** When the conference was last left between two cases, by this window's clock. */
  readonly pausedAt: number;
  readonly standing: Retimed;
  /** The scheme's clock, every ten seconds, in milliseconds since 1970. */
  readonly now: number;
  readonly secondsAt: (instant: number) => number;
  readonly isEnding: boolean;
  readonly setEnding: (isEnding: boolean) => void;
  readonly look: (itemId: string) => void;
  readonly go: (itemId: string) => Promise<void>;
  readonly step: (by: 1 | -1) => void;
  /** Ends the case and goes on. Resolves to false where it stays. */
  readonly onNext: (state: 'discussed' | 'deferred') => Promise<boolean>;
  readonly onBreak: () => Promise<void>;
}

/** Where the conference stands, and what moves it on. */
export function useRunning(view: ChairView): Running {
  const desk = useDesk();
  const [isEnding, setEnding] = useState(false);
  const [looking, setLooking] = useState<string | null>(null);
  const [pausedAt, setPausedAt] = useState(() => Date.now());
  const begin = useAction('chairing', 'begin');
  const finish = useAction('chairing', 'finish');
  const addBreak = useAction('agenda', 'addBreak');
  const isOver = view.state === 'closed' || view.state === 'final';
  const shown = useShownItem(view.currentItemId, isTypingOnCase);
  const shownId = isOver ? looking : shown.id;
  const query = useVerb('chairing', 'item', shownId ? { itemId: shownId } : skip);
  // What comes next is fetched while this one is discussed, so that Ctrl+Enter draws it at once.
  const next = nextItem(view.items, view.currentItemId);
  useVerb('chairing', 'item', next && !isOver ? { itemId: next.id } : skip);
  const item = query.data && query.data.id === shownId ? query.data : null;

  const { clockOffset, today } = useScheme();
  const now = useNow(10_000) + clockOffset;
  const secondsAt = (instant: number) => (item ? secondsOn({ ...item, isRunning: item.state === 'current' && !isOver }, instant) : 0);
  const current = view.items.find((each) => each.id === view.currentItemId) ?? null;
  const pause = breakBetween(view.breaks, current ?? lastEnded(view.items), next);

  useEffect(() => {
    if (item && view.state === 'running') tellResumed(view, item);
  }, [item, view]);

  // A case that was over and is looked at again must be over again when it is left.
  const heardBefore = useRef(new Map<string, 'discussed' | 'deferred'>());
  const go = async (itemId: string) => {
    if (isOver) return setLooking(itemId);
    leaveField();
    shown.release();
    if (itemId === view.currentItemId) return;
    noteBegun(view.meetingId);
    setEnding(false);
    holdKeys();
    await desk.flush();
    const state = current ? heardBefore.current.get(current.id) : undefined;
    const ended = current && state ? { ended: { itemId: current.id, state } } : {};
    const to = view.items.find((each) => each.id === itemId);
    if (to?.state === 'discussed' || to?.state === 'deferred') heardBefore.current.set(itemId, to.state);
    if (!(await begin.run({ itemId, ...ended })).ok) dropHeldKeys();
  };
  const onNext = async (state: 'discussed' | 'deferred') => {
    leaveField();
    if (shown.isHeld) {
      if (state === 'deferred' && shown.id !== null && !(await finish.run({ itemId: shown.id, state })).ok) return false;
      shown.release();
      return true;
    }
    if (!current) return false;
    const ended = { itemId: current.id, state };
    const { ok } = await (next && !pause ? begin.run({ itemId: next.id, ended }) : finish.run(ended));
    if (ok) setPausedAt(Date.now());
    return ok;
  };
  const onBreak = async () => {
    if (!current || addBreak.isBusy) return;
    if (pause) return showDone('A break is planned after this case already.');
    const { ok } = await addBreak.run({ meetingId: view.meetingId, afterPosition: current.position, minutes: 10, title: 'Break' });
    if (ok) showDone('Break of 10 minutes after this case.');
  };
  return {
    isOver,
    hasStarted: view.items.some((each) => each.state !== 'waiting'),
    shownId,
    isHeld: shown.isHeld && !isOver,
    current,
    item,
    query,
    next,
    pause,
    pausedAt,
    standing: asItStands(view, today, now),
    now,
    secondsAt,
    isEnding,
    setEnding,
    look: setLooking,
    go,
    step: (by) => {
      const to = neighbour(view.items, shownId, by);
      if (to) void go(to.id);
    },
    onNext,
    onBreak,
  };
}
