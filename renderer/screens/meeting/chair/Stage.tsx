import type { ChairView } from '../../../../shared/views/chairing';
import { Fetched } from '../../../components/Loading';
import { useScheme } from '../../../data/scheme';
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

/** What the conference is at: the statement, a case, between two, or the end. */
export function Stage({ view, running, isPicking, onPicking }: StageProps) {
  const { clockOffset } = useScheme();
  const { isOver, hasStarted, shownId, item, query, next, pause, go } = running;
  if (!isOver && !hasStarted) return <Opening view={view} onBegin={(id) => void go(id)} />;
  if (isOver && shownId === null) return <Closing view={view} onLook={running.look} />;
  if (shownId !== null)
    return item ? (
      <ChairCase
        view={view}
        item={item}
        isLocked={isOver}
        next={next}
        nextWords={pause ? `Next: ${pause.title || 'break'}, ${pause.minutes} min` : next ? null : 'Last case: finish'}
        onNext={(state) => void running.onNext(state)}
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
