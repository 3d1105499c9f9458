import { ShieldCheck } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type RouteComponentProps, useLocation } from 'wouter';
import { minutesOfClock } from '../../../../shared/agenda/clock-time';
import { formatDayWithYear } from '../../../../shared/language/dates';
import type { ChairView } from '../../../../shared/views/chairing';
import { Fetched } from '../../../components/Loading';
import { showDone } from '../../../components/toasts';
import { skip, useAction, useVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { Screen } from '../../../frame/Screen';
import { useKeys } from '../../../keys/keys';
import { paths } from '../../../routes';
import { Closing } from '../close/Closing';
import { useNow } from '../use-now';
import { AgendaList } from './AgendaList';
import { asItStands } from './as-it-stands';
import { Between } from './Between';
import { ChairCase } from './ChairCase';
import { clockOf, secondsOn } from './clock';
import { DeskProvider, useDesk } from './desk';
import { GeneralActions } from './GeneralActions';
import { breakBetween, neighbour, nextItem } from './next-item';
import { Opening } from './Opening';
import { RoomList } from './RoomList';
import { RoomPanel } from './RoomPanel';
import { noteBegun, tellResumed } from './resumed';
import { roomNow } from './room';
import { Timer } from './Timer';
import './stage.css';
import './chair.css';

/** The conference itself, from the statement to the issued minutes. */
export default function Chairing({ params }: RouteComponentProps<{ readonly meetingId: string }>) {
  const view = useVerb('chairing', 'get', { meetingId: params.meetingId });
  if (view.data === undefined)
    return (
      <Screen title="Conference" under={{ name: 'Meeting', path: paths.meeting() }}>
        <Fetched query={view} what="the conference">
          {() => null}
        </Fetched>
      </Screen>
    );
  return (
    <DeskProvider key={params.meetingId}>
      <Conference view={view.data} />
    </DeskProvider>
  );
}

type Over = 'room' | 'general' | null;

function Conference({ view }: { readonly view: ChairView }) {
  const [, navigate] = useLocation();
  const desk = useDesk();
  const [over, setOver] = useState<Over>(null);
  const [isPicking, setPicking] = useState(false);
  const [isEnding, setEnding] = useState(false);
  const [looking, setLooking] = useState<string | null>(null);
  const [pausedAt, setPausedAt] = useState(() => Date.now());
  const begin = useAction('chairing', 'begin');
  const finish = useAction('chairing', 'finish');
  const addBreak = useAction('agenda', 'addBreak');
  const openProjector = useAction('chairing', 'openProjector');
  const isOver = view.state === 'closed' || view.state === 'final';
  const shownId = isOver ? looking : view.currentItemId;
  const shown = useVerb('chairing', 'item', shownId ? { itemId: shownId } : skip);
  // What comes next is fetched while this one is discussed, so that Ctrl+Enter draws it at once.
  const next = nextItem(view.items, view.currentItemId);
  useVerb('chairing', 'item', next && !isOver ? { itemId: next.id } : skip);
  const item = shown.data && shown.data.id === shownId ? shown.data : null;

  const { clockOffset: offset } = useScheme();
  const now = useNow(10_000) + offset;
  const secondsAt = (instant: number) => (item ? secondsOn({ ...item, isRunning: item.state === 'current' && !isOver }, instant) : 0);
  const standing = asItStands(view, secondsAt(now), minutesOfClock(clockOf(now)));
  const current = view.items.find((each) => each.id === view.currentItemId) ?? null;
  const last = useRef(current);
  if (current) last.current = current;
  const pause = breakBetween(view.breaks, current ?? last.current, next);

  useEffect(() => {
    if (item && view.state === 'running') tellResumed(view, item);
  }, [item, view]);

  // A case that was over and is looked at again must be over again when it is left.
  const heardBefore = useRef(new Map<string, 'discussed' | 'deferred'>());
  const go = async (itemId: string) => {
    if (isOver) return setLooking(itemId);
    if (itemId === view.currentItemId) return;
    noteBegun(view.meetingId);
    setEnding(false);
    await desk.flush();
    const state = current ? heardBefore.current.get(current.id) : undefined;
    if (current && state && !(await finish.run({ itemId: current.id, state })).ok) return;
    const to = view.items.find((each) => each.id === itemId);
    if (to?.state === 'discussed' || to?.state === 'deferred') heardBefore.current.set(itemId, to.state);
    await begin.run({ itemId });
  };
  const onNext = async (state: 'discussed' | 'deferred') => {
    if (!current) return;
    const { ok } = await finish.run({ itemId: current.id, state });
    if (!ok) return;
    setPausedAt(Date.now());
    if (next && !pause) await begin.run({ itemId: next.id });
  };
  const onBreak = async () => {
    if (!current) return;
    if (pause) return showDone('A break is planned after this case already.');
    const { ok } = await addBreak.run({ meetingId: view.meetingId, afterPosition: current.position, minutes: 10, title: 'Break' });
    if (ok) showDone('Break of 10 minutes after this case.');
  };
  const step = (by: 1 | -1) => {
    const to = neighbour(view.items, shownId, by);
    if (to) void go(to.id);
  };
  const hasStarted = view.items.some((each) => each.state !== 'waiting');
  useKeys('Conference', [
    { keys: 'R', says: 'Room: who is here', run: () => setOver('room'), isOff: isPicking },
    { keys: 'P', says: 'Projector', run: () => void openProjector.run({ meetingId: view.meetingId }) },
    { keys: 'G', says: 'General actions', run: () => setOver('general'), isOff: isPicking },
    { keys: 'Alt+Up', says: 'Case before', run: () => step(-1), isOff: !hasStarted },
    { keys: 'Alt+Down', says: 'Case after', run: () => step(1), isOff: !hasStarted },
    { keys: 'E', says: 'To the agenda', run: () => navigate(paths.agenda(view.meetingId)), isOff: hasStarted },
  ]);

  const stage = () => {
    if (!isOver && !hasStarted) return <Opening view={view} onBegin={(id) => void go(id)} />;
    if (isOver && looking === null) return <Closing view={view} onLook={setLooking} />;
    if (shownId !== null)
      return item ? (
        <ChairCase
          view={view}
          item={item}
          isLocked={isOver}
          next={next}
          nextWords={pause ? `Next: ${pause.title || 'break'}, ${pause.minutes} min` : next ? null : 'Last case: finish'}
          onNext={(state) => void onNext(state)}
          onBreak={() => void onBreak()}
          isPicking={isPicking}
          onPicking={setPicking}
        />
      ) : (
        <Fetched query={shown} what="the case">
          {() => null}
        </Fetched>
      );
    if (next && !isEnding)
      return (
        <Between
          view={view}
          pause={pause}
          since={pausedAt}
          offset={offset}
          next={next}
          onBegin={(id) => void go(id)}
          onClose={() => setEnding(true)}
        />
      );
    return <Closing view={view} onLook={(id) => void go(id)} />;
  };

  return (
    <Screen
      title={view.title}
      beside={
        <>
          <span className="cut">
            {view.heldOn ? `${formatDayWithYear(view.heldOn)}, ` : ''}
            {view.startsAt}–{view.endsAt}
          </span>
          {view.statementAgreedAt ? (
            <span className="small mute row chair-agreed-at">
              <ShieldCheck aria-hidden /> Statement agreed {clockOf(Date.parse(view.statementAgreedAt))}
            </span>
          ) : null}
        </>
      }
      buttons={
        isOver ? (
          <span className="soft">{view.state === 'final' ? 'Final: read only' : 'Closed: read only'}</span>
        ) : (
          <Timer
            of={item?.state === 'current' ? { minutes: item.minutes, secondsAt } : null}
            late={view.state === 'running' ? standing.late : 0}
            offset={offset}
          />
        )
      }
    >
      <div className="chair" data-stage={item ? 'case' : 'between'}>
        <aside className="chair-side" aria-label="Agenda and room">
          <AgendaList view={isOver ? { ...view, currentItemId: looking } : view} standing={standing} onGo={(id) => void go(id)} />
          {isOver ? null : (
            <RoomList
              room={roomNow(view.slots, view.attendance, standing.spans, minutesOfClock(clockOf(now)))}
              onOpen={() => setOver('room')}
            />
          )}
        </aside>
        {stage()}
      </div>
      {over === 'room' ? <RoomPanel view={view} isLocked={isOver} onClose={() => setOver(null)} /> : null}
      {over === 'general' ? <GeneralActions view={view} isLocked={isOver} onClose={() => setOver(null)} /> : null}
    </Screen>
  );
}
