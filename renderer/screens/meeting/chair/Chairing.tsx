import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { Redirect, type RouteComponentProps, useLocation } from 'wouter';
import { roomCalls } from '../../../../shared/agenda/room-calls';
import { formatDayWithYear } from '../../../../shared/language/dates';
import type { ChairView } from '../../../../shared/views/chairing';
import { Button } from '../../../components/Button';
import { KeyHint } from '../../../components/KeyHint';
import { Fetched } from '../../../components/Loading';
import { useAction, useVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { Screen } from '../../../frame/Screen';
import { useKeys } from '../../../keys/keys';
import { paths } from '../../../routes';
import { AgendaList } from './AgendaList';
import { AlsoHere } from './AlsoHere';
import { GeneralActions } from './actions/GeneralActions';
import { clockOf } from './clock';
import { DeskProvider } from './desk';
import { RestPanel } from './rest/RestPanel';
import { RoomCalls } from './room/RoomCalls';
import { RoomList } from './room/RoomList';
import { RoomPanel } from './room/RoomPanel';
import { roomNow, whereaboutsIn } from './room/room';
import { Stage } from './Stage';
import { Timer } from './Timer';
import { useRunning } from './use-running';
import './stage.css';
import './side.css';
import './case.css';
import './read.css';
import './write.css';
import './keys.css';
// Last, since it fits the parts to narrow and low windows.
import './chair.css';

/** The conference itself, from the statement to the issued minutes. */
export default function Chairing({ params }: RouteComponentProps<{ readonly meetingId: string }>) {
  const { may } = useScheme();
  const view = useVerb('chairing', 'get', { meetingId: params.meetingId });
  if (view.data === undefined)
    return (
      <Screen title="Conference" under={{ name: 'Meeting', path: paths.meeting() }}>
        <Fetched query={view} what="the conference">
          {() => null}
        </Fetched>
      </Screen>
    );
  const isOver = view.data.state === 'closed' || view.data.state === 'final';
  // Who does not chair reads the agenda until it is over, and then what came of it.
  if (!isOver && !may('run-conferences')) return <Redirect to={paths.agenda(params.meetingId)} replace />;
  return (
    <DeskProvider key={params.meetingId}>
      <Conference view={view.data} />
    </DeskProvider>
  );
}

type Over = 'room' | 'general' | 'rest' | null;

function Conference({ view }: { readonly view: ChairView }) {
  const [, navigate] = useLocation();
  const { clockOffset } = useScheme();
  const [over, setOver] = useState<Over>(null);
  const [isPicking, setPicking] = useState(false);
  const openProjector = useAction('chairing', 'openProjector');
  const running = useRunning(view);
  const { isOver, hasStarted, item, standing, now } = running;
  const isRunning = view.state === 'running';
  const calls = isRunning ? roomCalls(standing.stays, whereaboutsIn(view.attendance), now, standing.late !== null) : [];
  const called = new Set(calls.filter(({ kind }) => kind !== 'may-go').map(({ agencyId }) => agencyId));
  useKeys('Conference', [
    { keys: 'R', says: 'Room: who is here', run: () => setOver('room'), isOff: isPicking },
    { keys: 'P', says: 'Projector', run: () => void openProjector.run({ meetingId: view.meetingId }) },
    { keys: 'G', says: 'General actions', run: () => setOver('general'), isOff: isPicking },
    { keys: 'O', says: 'Change the rest: early leaver, late case', run: () => setOver('rest'), isOff: isPicking || !isRunning },
    { keys: 'Alt+Up', says: 'Case before', run: () => running.step(-1), isOff: !hasStarted },
    { keys: 'Alt+Down', says: 'Case after', run: () => running.step(1), isOff: !hasStarted },
    { keys: 'E', says: 'To the agenda', run: () => navigate(paths.agenda(view.meetingId)), isOff: hasStarted },
  ]);

  return (
    <Screen
      title={view.title}
      beside={
        <>
          <span className="cut">
            {view.heldOn ? `${formatDayWithYear(view.heldOn)}, ` : ''}
            {view.startsAt}–{view.endsAt}
          </span>
          {isOver ? null : <AlsoHere meetingId={view.meetingId} offset={clockOffset} />}
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
            of={item?.state === 'current' ? { minutes: item.minutes, secondsAt: running.secondsAt } : null}
            endsAt={isRunning ? standing.endsAt : null}
            late={standing.late}
            offset={clockOffset}
          />
        )
      }
    >
      <div className="chair" data-stage={item ? 'case' : 'between'}>
        <aside className="chair-side" aria-label="Agenda and room">
          <AgendaList
            view={isOver ? { ...view, currentItemId: running.shownId } : view}
            standing={standing}
            onGo={(id) => void running.go(id)}
          />
          {isRunning ? (
            <Button look="quiet" size="small" onPress={() => setOver('rest')}>
              <KeyHint>O</KeyHint> Change the rest…
            </Button>
          ) : null}
          <RoomCalls view={view} calls={calls} onOpen={() => setOver('room')} />
          {isOver ? null : <RoomList room={roomNow(standing.stays, view.attendance, now)} called={called} onOpen={() => setOver('room')} />}
        </aside>
        <Stage view={view} running={running} isPicking={isPicking} onPicking={setPicking} />
      </div>
      {over === 'room' ? <RoomPanel view={view} isLocked={isOver} onClose={() => setOver(null)} /> : null}
      {over === 'rest' ? <RestPanel view={view} onClose={() => setOver(null)} /> : null}
      {over === 'general' ? <GeneralActions view={view} isLocked={isOver} onClose={() => setOver(null)} /> : null}
    </Screen>
  );
}
