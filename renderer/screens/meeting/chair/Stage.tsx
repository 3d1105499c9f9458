import { useLayoutEffect } from 'react';
import type { ChairView } from '../../../../shared/views/chairing';
import { Fetched } from '../../../components/Loading';
import { useScheme } from '../../../data/scheme';
import { dropHeldKeys, giveHeldKeys } from '../../../keys/held-keys';
import { Closing } from '../close/Closing';
import { Between } from './Between';
import { ChairCase } from './ChairCase';
import { Opening } from './Opening';
import type { Running } from './use-running';

interface StageProps {
  readonly view: ChairView;
  readonly running: Running;
  readonly isPicking: boolean;
  readonly onPicking: (isPicking: boolean) => void;
}

/** Words for what comes after the case on the screen, where that is not the next case. */
function nextWords({ isHeld, current, next, pause }: Running): string | null {
  if (isHeld) return current ? null : 'To the conference';
  if (pause) return `Next: ${pause.title || 'break'}, ${pause.minutes} min`;
  return next ? null : 'Last case: finish';
}

/** What the conference is at: the statement, a case, between two, or the end. */
export function Stage({ view, running, isPicking, onPicking }: StageProps) {
  const { clockOffset } = useScheme();
  const { isOver, hasStarted, shownId, isHeld, current, item, query, next, pause, go } = running;
  const drawnId = item?.id ?? null;
  // Once its own keys are bound, and never to a case that stays under somebody's hands.
  useLayoutEffect(() => {
    if (shownId === null || isHeld) queueMicrotask(dropHeldKeys);
    // Where it is still being read, what is pressed waits for it.
    else if (drawnId !== null) queueMicrotask(giveHeldKeys);
  }, [shownId, drawnId, isHeld]);
  if (!isOver && !hasStarted) return <Opening view={view} onBegin={(id) => void go(id)} />;
  if (isOver && shownId === null) return <Closing view={view} onLook={running.look} />;
  if (shownId !== null)
    return item ? (
      <ChairCase
        // Another case is another page: nothing of the one before, not even the caret, may stay in it.
        key={item.id}
        view={view}
        item={item}
        isLocked={isOver}
        next={isHeld ? current : next}
        nextWords={nextWords(running)}
        isHeld={isHeld}
        onNext={running.onNext}
        onBreak={() => void running.onBreak()}
        isPicking={isPicking}
        onPicking={onPicking}
      />
    ) : (
      <Fetched query={query} what="the case">
        {() => null}
      </Fetched>
    );
  if (next && !running.isEnding)
    return (
      <Between
        view={view}
        pause={pause}
        since={running.pausedAt}
        offset={clockOffset}
        next={next}
        onBegin={(id) => void go(id)}
        onClose={() => running.setEnding(true)}
      />
    );
  return <Closing view={view} onLook={(id) => void go(id)} />;
}
