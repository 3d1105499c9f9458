import { Button as AriaButton } from 'react-aria-components';
import { AgencyCode } from '../../../components/AgencyCode';
import { KeyHint } from '../../../components/KeyHint';
import { useScheme } from '../../../data/scheme';
import { clockOf } from './clock';
import type { Awaited, Room } from './room';

/** So many of those who are due, and of those still to come, are named. */
const most = 3;

interface RoomListProps {
  readonly room: Room;
  /** Agencies of whom something is said already. */
  readonly called: ReadonlySet<string>;
  readonly onOpen: () => void;
}

/** Who is here and until when; who should be, and who comes next, each at the time as it stands. */
export function RoomList({ room, called, onOpen }: RoomListProps) {
  const { agencyOf } = useScheme();
  const due = room.due.filter(({ agencyId }) => !called.has(agencyId));
  const coming = room.coming.filter(({ agencyId }) => !called.has(agencyId));
  return (
    <div className="chair-room">
      <h2>
        <AriaButton className="chair-room-open" onPress={onOpen}>
          In the room <KeyHint>R</KeyHint>
        </AriaButton>
        <span>leaves</span>
      </h2>
      <ul>
        {room.here.map((row) => {
          const agency = agencyOf(row.agencyId);
          return (
            <li key={row.id} className="here">
              {agency ? <AgencyCode agency={agency} /> : null}
              <span className="grow cut">
                <bdi>{agency?.name ?? row.name}</bdi>
              </span>
              <span className="at">{row.mayGo ? 'can go' : row.leaves === null ? 'stays' : clockOf(row.leaves)}</span>
            </li>
          );
        })}
        {room.here.length === 0 ? <li className="mute">Nobody is marked as here.</li> : null}
        {due.slice(0, most).map((each) => (
          <li key={each.agencyId}>
            <AgencyCode agency={agencyOf(each.agencyId)} isHollow />
            <span className="grow cut">{agencyOf(each.agencyId)?.name}</span>
            <span className="at late">due {clockOf(each.at)}</span>
          </li>
        ))}
        {due.length > most ? <li className="mute">and {due.length - most} more who are due</li> : null}
        {coming.slice(0, most).map((each, index) => (
          <ToCome key={each.agencyId} of={each} isNext={index === 0} />
        ))}
        {coming.length > most ? <li className="mute">and {coming.length - most} more to come</li> : null}
      </ul>
    </div>
  );
}

/** Where the time is no longer the one that the agency was told, both stand there. */
function ToCome({ of: { agencyId, at, told }, isNext }: { readonly of: Awaited; readonly isNext: boolean }) {
  const { agencyOf } = useScheme();
  const hasMoved = clockOf(at) !== clockOf(told);
  return (
    <li className="next">
      <AgencyCode agency={agencyOf(agencyId)} isHollow />
      <span className="grow cut">
        {isNext && !hasMoved ? 'Next in: ' : ''}
        {agencyOf(agencyId)?.name}
      </span>
      <span className="at">
        {hasMoved ? (
          <>
            <span className="visually-hidden">told </span>
            <s>{clockOf(told)}</s> <span className="visually-hidden">now </span>
          </>
        ) : null}
        {clockOf(at)}
      </span>
    </li>
  );
}
