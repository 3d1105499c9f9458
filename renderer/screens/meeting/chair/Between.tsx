import { Coffee } from 'lucide-react';
import type { AgendaBreakView } from '../../../../shared/views/agenda';
import type { ChairItemSummary, ChairView } from '../../../../shared/views/chairing';
import { Button } from '../../../components/Button';
import { ColourBadge } from '../../../components/colour/ColourBadge';
import { KeyHint } from '../../../components/KeyHint';
import { useKeys } from '../../../keys/keys';
import { useNow } from '../use-now';
import { clockOf } from './clock';

interface BetweenProps {
  readonly view: ChairView;
  readonly pause: AgendaBreakView | null;
  /** Milliseconds since 1970 at which the break began. */
  readonly since: number;
  /** Milliseconds from this window's clock to the scheme's. */
  readonly offset: number;
  readonly next: ChairItemSummary;
  readonly onBegin: (itemId: string) => void;
  readonly onClose: () => void;
}

/** Between two cases nothing about anybody is on the screen but the next name, here and not on the projector. */
export function Between({ view, pause, since, offset, next, onBegin, onClose }: BetweenProps) {
  const now = useNow(1000);
  const until = pause ? since + pause.minutes * 60_000 : null;
  const left = until === null ? 0 : Math.ceil((until - now) / 60_000);
  const waiting = view.items.filter((item) => item.state === 'waiting').length;
  const begin = () => onBegin(next.id);
  useKeys('Between cases', [{ keys: 'Ctrl+Enter', says: 'Begin the next case', run: begin, inFields: true }]);
  return (
    <>
      <div className="chair-stage">
        <section className="chair-between">
          {pause && until !== null ? (
            <>
              <Coffee aria-hidden />
              <h2>{pause.title || 'Break'}</h2>
              <p className="chair-big">{left > 0 ? `back at ${clockOf(until + offset)}` : `${1 - left} min over`}</p>
              <p className="soft">{left > 0 ? `${left} min left. The projector shows no case.` : 'The break is over.'}</p>
            </>
          ) : (
            <>
              <h2>Between cases</h2>
              <p className="soft">
                The projector shows no case. {waiting === 1 ? 'One case is' : `${waiting} cases are`} still to be heard.
              </p>
            </>
          )}
        </section>
      </div>
      <footer className="chair-keys">
        <Button look="quiet" onPress={onClose}>
          End the conference here…
        </Button>
        <span className="grow" />
        <Button look="primary" onPress={begin}>
          <span className="cut chair-next-name">
            Next: <bdi>{next.caseName}</bdi>
          </span>{' '}
          <ColourBadge colour={next.colour} size={16} />
          <KeyHint>Ctrl Enter</KeyHint>
        </Button>
      </footer>
    </>
  );
}
