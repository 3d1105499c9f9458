import { ArrowUpDown, Clock, Pin } from 'lucide-react';
import { useDeferredValue, useMemo } from 'react';
import type { AgendaView } from '../../../../shared/views/agenda';
import { Button } from '../../../components/Button';
import { KeyHint } from '../../../components/KeyHint';
import { useScheme } from '../../../data/scheme';
import { cheapestPlace, differenceWords, longestWait, waitingWords } from './hints';

interface HintsProps {
  readonly view: AgendaView;
  readonly selectedId: string | null;
  readonly onMove: (itemId: string, position: number) => void;
  readonly isLocked: boolean;
}

const ordinal = new Intl.PluralRules('en-GB', { type: 'ordinal' });
const endings: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd' };
const nth = (number: number) => `${number}${endings[ordinal.select(number)] ?? 'th'}`;

/** What the selected case costs where it stands, and who waits most: only what has been worked out. */
export function Hints({ view: now, selectedId, onMove, isLocked }: HintsProps) {
  // Working out every other place takes a moment; the list and its figure do not wait for it.
  const view = useDeferredValue(now);
  const { agencyOf } = useScheme();
  const item = view.items.find((each) => each.id === selectedId);
  const place = useMemo(() => (selectedId ? cheapestPlace(view, selectedId) : null), [view, selectedId]);
  const longest = useMemo(() => longestWait(view), [view]);
  // One case has one place: where else it could stand is not worth a word.
  const hasChoice = view.items.length > 1;
  const surname = item?.caseName.split(',')[0] ?? '';
  return (
    <div className="agenda-hints">
      {item && place && hasChoice ? (
        <p>
          <Pin aria-hidden />
          <span className="grow">
            <b>
              <bdi>{surname}</bdi>
            </b>{' '}
            {item.isPinned ? `is pinned ${nth(item.position)}` : `is ${nth(item.position)}`}.{' '}
            {place.cost < view.cost.now ? (
              <>
                As {nth(place.position)}, the others as they are: <b>{waitingWords(place.cost)}</b>,{' '}
                {differenceWords(view.cost.now, place.cost)}.
              </>
            ) : (
              'No other place makes partners wait less.'
            )}
          </span>
          {isLocked ? null : place.cost < view.cost.now && !item.isPinned ? (
            <Button look="quiet" size="small" onPress={() => onMove(item.id, place.position)}>
              Try it
            </Button>
          ) : (
            <span className="row">
              <KeyHint>Space</KeyHint> {item.isPinned ? 'unpin' : 'pin'}
            </span>
          )}
        </p>
      ) : null}
      {longest ? (
        <p>
          <Clock aria-hidden />
          <span className="grow">
            <b>{agencyOf(longest.agencyId)?.name}</b>{' '}
            {longest.waits === view.cost.now ? 'does all the waiting' : `waits ${longest.waits} of the ${waitingWords(view.cost.now)}`}.
            {longest.byPhone
              ? ` With case ${longest.byPhone.position} by phone it could ${longest.byPhone.isFirst ? 'come' : 'leave'} at ${longest.byPhone.at}, ${longest.byPhone.saves} min less.`
              : ''}
          </span>
        </p>
      ) : view.items.length > 0 ? (
        <p>
          <Clock aria-hidden />
          <span className="grow">
            {hasChoice ? 'Nobody waits: each agency’s cases lie together.' : 'Nobody waits: with one case there is nothing to order.'}
          </span>
        </p>
      ) : null}
      {isLocked || !hasChoice ? null : (
        <p>
          <ArrowUpDown aria-hidden />
          <span className="grow">Move the case and watch the figure: each step shows what it costs.</span>
          <span className="row">
            <KeyHint>Alt ↑</KeyHint>
            <KeyHint>Alt ↓</KeyHint>
          </span>
        </p>
      )}
    </div>
  );
}
