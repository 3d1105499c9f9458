import { useCallback, useMemo, useRef, useState } from 'react';
import type { AgendaView } from '../../../../shared/views/agenda';
import { announce } from '../../../components/announcements';
import { useAction, useVerb } from '../../../data/queries';
import { type AgendaChange, withChanges } from './day-plan';
import { differenceWords, waitingWords } from './hints';

export interface Agenda {
  /** As it stands on the screen, with what is not recorded yet. Null while it is being read. */
  readonly view: AgendaView | null;
  readonly query: ReturnType<typeof useVerb<'agenda', 'get'>>;
  /** Shown at once, recorded behind it, in order. A refusal takes it back and says why. */
  readonly change: (change: AgendaChange, reason?: string) => void;
}

interface Made {
  readonly made: AgendaChange;
  readonly reason: string;
}

/** A case held on its way down the list by the key is recorded where it comes to rest, not at each step. */
function isOvertaken(made: AgendaChange, next: AgendaChange | undefined): boolean {
  return made.kind === 'move' && next?.kind === 'move' && next.itemId === made.itemId;
}

/** The agenda of a conference, re-ordered on the screen before the main process has heard of it. */
export function useAgenda(meetingId: string): Agenda {
  const query = useVerb('agenda', 'get', { meetingId });
  const [pending, setPending] = useState<readonly AgendaChange[]>([]);
  const waiting = useRef<Made[]>([]);
  const isSending = useRef(false);
  const move = useAction('agenda', 'move');
  const pin = useAction('agenda', 'pin');
  const setMinutes = useAction('agenda', 'setMinutes');
  const removeCase = useAction('agenda', 'removeCase');
  const view = useUnlessSame(useMemo(() => (query.data ? withChanges(query.data, pending) : null), [query.data, pending]));
  const shown = useRef(view);
  shown.current = view;
  const { refetch } = query;
  const runs = useRef({ move: move.run, pin: pin.run, setMinutes: setMinutes.run, removeCase: removeCase.run });

  const drain = useCallback(async () => {
    const send = ({ made, reason }: Made) => {
      switch (made.kind) {
        case 'move':
          return runs.current.move({ itemId: made.itemId, position: made.position });
        case 'pin':
          return runs.current.pin({ itemId: made.itemId, isPinned: made.isPinned });
        case 'minutes':
          return runs.current.setMinutes({ itemId: made.itemId, minutes: made.minutes });
        case 'remove':
          return runs.current.removeCase({ itemId: made.itemId, reason });
      }
    };
    while (waiting.current.length > 0) {
      const done = new Set<AgendaChange>();
      for (let next = waiting.current.shift(); next !== undefined; next = waiting.current.shift()) {
        done.add(next.made);
        if (!isOvertaken(next.made, waiting.current[0]?.made)) await send(next);
      }
      // What comes back holds the changes already; applying them once more changes nothing, so there is no flicker.
      await refetch();
      setPending((changes) => changes.filter((each) => !done.has(each)));
    }
  }, [refetch]);

  const change = useCallback(
    (made: AgendaChange, reason = '') => {
      const before = shown.current;
      if (before) {
        const after = withChanges(before, [made]);
        shown.current = after;
        announce(`Partners wait ${waitingWords(after.cost.now)}, ${differenceWords(before.cost.now, after.cost.now)}.`);
      }
      setPending((changes) => [...changes, made]);
      waiting.current.push({ made, reason });
      if (isSending.current) return;
      isSending.current = true;
      void drain().finally(() => {
        isSending.current = false;
      });
    },
    [drain],
  );
  return { view, query, change };
}

/**
 * The agenda as it was, the same object, where nothing about it differs: what comes back from the main process after a
 * move says what the screen shows already, and sixty lines need not be drawn again for that.
 */
function useUnlessSame(view: AgendaView | null): AgendaView | null {
  const before = useRef({ view, text: '' });
  if (before.current.view === view && before.current.text !== '') return view;
  const text = JSON.stringify(view);
  if (text !== before.current.text) before.current = { view, text };
  return before.current.view;
}
