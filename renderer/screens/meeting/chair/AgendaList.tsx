import { Check, CheckCheck, Coffee, CornerDownRight } from 'lucide-react';
import { Fragment, useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Retimed } from '../../../../shared/agenda/retime';
import { counted } from '../../../../shared/language/counted';
import type { ChairItemSummary, ChairView } from '../../../../shared/views/chairing';
import { ColourBadge } from '../../../components/colour/ColourBadge';
import { useScheme } from '../../../data/scheme';
import { clockOf } from './clock';
import { foldAgenda } from './next-item';
import { comingsAndGoings } from './room/room';

interface AgendaListProps {
  readonly view: ChairView;
  readonly standing: Retimed;
  readonly onGo: (itemId: string) => void;
}

/** The day's cases: what is over is folded, what comes stands at the time at which it will come, as it stands. */
export function AgendaList({ view, standing, onGo }: AgendaListProps) {
  const [isUnfolded, setUnfolded] = useState(false);
  const { agencyOf } = useScheme();
  const isOver = view.state === 'closed' || view.state === 'final';
  const { folded, shown } = foldAgenda(view.items, isUnfolded || isOver);
  const done = isOver ? [] : foldAgenda(view.items, false).folded;
  const marks = comingsAndGoings(view.slots);
  const current = view.items.find((item) => item.id === view.currentItemId);
  const named = (ids: readonly string[]) =>
    ids.length === 1 ? (agencyOf(ids[0] ?? null)?.name ?? 'An agency') : ids.map((id) => agencyOf(id)?.code ?? '?').join(', ');
  const list = useRef<HTMLOListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list follows the case
  useEffect(() => {
    list.current?.querySelector('.now')?.scrollIntoView({ block: 'nearest' });
  }, [view.currentItemId]);
  return (
    <>
      <h2>
        Agenda
        <span>{current ? `${current.position} of ${view.items.length}` : counted(view.items.length, 'case')}</span>
      </h2>
      <ol className="chair-agenda" ref={list}>
        {done.length > 0 ? (
          <li>
            <AriaButton className="chair-agenda-row done" aria-expanded={isUnfolded} onPress={() => setUnfolded(!isUnfolded)}>
              <span className="number">
                <CheckCheck aria-hidden />
              </span>
              <span className="nowrap">{done.length} done</span>
              <span className="chair-agenda-folded">
                {folded.slice(-6).map((item) => (
                  <ColourBadge key={item.id} colour={item.colour} size={14} />
                ))}
              </span>
            </AriaButton>
          </li>
        ) : null}
        {shown.map((item) => {
          const span = standing.spans.get(item.id);
          const isAhead = item.state === 'waiting' || item.state === 'current';
          const arriving = item.state === 'waiting' ? (marks.arrive.get(item.id) ?? []) : [];
          const leaving = isAhead ? (marks.leave.get(item.id) ?? []) : [];
          const pauses = isAhead ? view.breaks.filter((pause) => pause.afterPosition === item.position) : [];
          return (
            <Fragment key={item.id}>
              {arriving.length > 0 ? <Mark words={`${named(arriving)} in`} at={span?.from} /> : null}
              <AgendaRow item={item} isCurrent={item.id === view.currentItemId} at={span?.from} onGo={() => onGo(item.id)} />
              {leaving.length > 0 ? <Mark words={`${named(leaving)} out`} at={span?.to} /> : null}
              {pauses.map((pause) => (
                <Mark key={pause.id} words={pause.title || 'Break'} at={standing.breaks.get(pause.id)?.from} isBreak />
              ))}
            </Fragment>
          );
        })}
        {view.erasedPlaces.map((place, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an erased case has nothing else to be told apart by
          <li key={index} className="chair-agenda-row done">
            <span className="number">{place}</span>
            <span className="grow">Erased case</span>
          </li>
        ))}
        <li className="chair-agenda-mark">
          <span className="grow">{view.state === 'running' ? 'Ends, as it stands' : 'Ends'}</span>
          <span className={(standing.late ?? 0) > 0 ? 'late' : undefined}>{clockOf(standing.endsAt)}</span>
        </li>
      </ol>
    </>
  );
}

function AgendaRow({
  item,
  isCurrent,
  at,
  onGo,
}: {
  readonly item: ChairItemSummary;
  readonly isCurrent: boolean;
  readonly at: number | undefined;
  readonly onGo: () => void;
}) {
  const isDone = item.state === 'discussed' || item.state === 'deferred';
  return (
    <li>
      <AriaButton
        className={`chair-agenda-row${isCurrent ? ' now' : ''}${isDone ? ' done' : ''}`}
        aria-current={isCurrent ? 'step' : undefined}
        onPress={onGo}
      >
        <span className="number">
          {item.state === 'discussed' && !isCurrent ? (
            <Check aria-hidden />
          ) : item.state === 'deferred' ? (
            <CornerDownRight aria-hidden />
          ) : (
            item.position
          )}
        </span>
        <span className="grow cut">
          <bdi>{isCurrent ? item.caseName : item.surname.toUpperCase()}</bdi>
        </span>
        {isDone && item.state !== 'deferred' ? <span className="visually-hidden">done</span> : null}
        <ColourBadge colour={item.colour} size={isCurrent ? 18 : 14} />
        <span className="at">{item.state === 'deferred' ? 'deferred' : at === undefined ? '' : clockOf(at)}</span>
      </AriaButton>
    </li>
  );
}

function Mark({ words, at, isBreak = false }: { readonly words: string; readonly at: number | undefined; readonly isBreak?: boolean }) {
  return (
    <li className="chair-agenda-mark">
      {isBreak ? <Coffee aria-hidden /> : null}
      <span className="grow cut" title={words}>
        {words}
      </span>
      <span>{at === undefined ? '' : clockOf(at)}</span>
    </li>
  );
}
