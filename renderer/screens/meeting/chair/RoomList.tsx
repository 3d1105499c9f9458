import { Button as AriaButton } from 'react-aria-components';
import { clockOfMinutes } from '../../../../shared/agenda/clock-time';
import { AgencyCode } from '../../../components/AgencyCode';
import { KeyHint } from '../../../components/KeyHint';
import { useScheme } from '../../../data/scheme';
import type { Room } from './room';

/** Who is here and until when; who should be, and who comes next. */
export function RoomList({ room, onOpen }: { readonly room: Room; readonly onOpen: () => void }) {
  const { agencyOf } = useScheme();
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
              <span className="grow cut">{agency?.name ?? row.name}</span>
              <span className="at">{row.leaves === null ? 'stays' : clockOfMinutes(row.leaves)}</span>
            </li>
          );
        })}
        {room.here.length === 0 ? <li className="mute">Nobody is marked as here.</li> : null}
        {room.due.slice(0, 4).map(({ agencyId, at }) => (
          <li key={agencyId}>
            <AgencyCode agency={agencyOf(agencyId)} isHollow />
            <span className="grow cut">{agencyOf(agencyId)?.name}</span>
            <span className="at late">due {clockOfMinutes(at)}</span>
          </li>
        ))}
        {room.due.length > 4 ? <li className="mute">and {room.due.length - 4} more who are due</li> : null}
        {room.next ? (
          <li className="next">
            <AgencyCode agency={agencyOf(room.next.agencyId)} isHollow />
            <span className="grow cut">Next in: {agencyOf(room.next.agencyId)?.name}</span>
            <span className="at">{clockOfMinutes(room.next.at)}</span>
          </li>
        ) : null}
      </ul>
    </div>
  );
}
