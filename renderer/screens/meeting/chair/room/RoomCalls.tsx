import { Bell } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { RoomCall } from '../../../../../shared/agenda/room-calls';
import type { ChairView } from '../../../../../shared/views/chairing';
import { AgencyCode } from '../../../../components/AgencyCode';
import { announce } from '../../../../components/announcements';
import { Button } from '../../../../components/Button';
import { lowWindow, useMedia } from '../../../../components/use-media';
import { useAction } from '../../../../data/queries';
import { useScheme } from '../../../../data/scheme';
import { isHere } from './room';
import { markOf, roomCallWords, shortCallWords, unsaid } from './room-call-words';
import './room-calls.css';

interface RoomCallsProps {
  readonly view: Pick<ChairView, 'meetingId' | 'attendance'>;
  readonly calls: readonly RoomCall[];
  /** Opens the room, where everybody can be marked. */
  readonly onOpen: () => void;
}

const isHereNow = ({ kind }: RoomCall) => kind === 'may-go' || kind === 'must-leave';

/** More than this at once is a list to work through, not a word in the ear; a low window needs its lines for the agenda. */
const mostAtOnce = { low: 2, tall: 4 } as const;

/** Whom to call in, put off or let go. It stands beside the case and never over it; each is read out once, politely. */
export function RoomCalls({ view, calls, onOpen }: RoomCallsProps) {
  const { agencyOf } = useScheme();
  const most = useMedia(lowWindow) ? mostAtOnce.low : mostAtOnce.tall;
  const nameOf = (agencyId: string) => agencyOf(agencyId)?.name ?? 'An agency';
  const set = useAction('meetings', 'setAttendance');
  const arrive = useAction('meetings', 'arrive');
  const leave = useAction('meetings', 'leave');

  const said = useRef<ReadonlySet<string>>(new Set());
  const marks = calls.map(markOf).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the marks are what there is to say; minutes that tick are not
  useEffect(() => {
    const fresh = unsaid(calls, said.current);
    said.current = new Set(calls.map(markOf));
    if (fresh.length > 0) announce(`${fresh.map((call) => roomCallWords(call, nameOf(call.agencyId))).join('. ')}.`);
  }, [marks]);

  const comeIn = async (agencyId: string) => {
    const rows = view.attendance.filter((row) => row.agencyId === agencyId);
    if (rows.length === 0)
      await set.run({ meetingId: view.meetingId, id: null, agencyId, personId: null, guestName: '', status: 'present' });
    for (const row of rows) await arrive.run({ attendanceId: row.id });
  };
  const go = async (agencyId: string) => {
    for (const row of view.attendance.filter((each) => each.agencyId === agencyId && isHere(each)))
      await leave.run({ attendanceId: row.id });
  };

  if (calls.length === 0) return null;
  return (
    <section className="room-calls" aria-labelledby="room-calls">
      <h2 id="room-calls">
        <span className="row">
          <Bell aria-hidden /> Coming and going
        </span>
      </h2>
      <ul>
        {calls.slice(0, most).map((call) => (
          <li key={call.agencyId} data-kind={call.kind}>
            <AgencyCode agency={agencyOf(call.agencyId)} isHollow={!isHereNow(call)} />
            <span className="grow">
              <b className="cut">{nameOf(call.agencyId)}</b> {shortCallWords(call)}
            </span>
            {call.kind === 'later' ? null : (
              <Button
                look="quiet"
                size="small"
                aria-label={`${nameOf(call.agencyId)} ${isHereNow(call) ? 'has gone' : 'is here'}`}
                onPress={() => void (isHereNow(call) ? go : comeIn)(call.agencyId)}
              >
                {isHereNow(call) ? 'Gone' : 'Here'}
              </Button>
            )}
          </li>
        ))}
        {calls.length > most ? (
          <li>
            <AriaButton className="chair-room-fold" onPress={onOpen}>
              and {calls.length - most} more
            </AriaButton>
          </li>
        ) : null}
      </ul>
    </section>
  );
}
