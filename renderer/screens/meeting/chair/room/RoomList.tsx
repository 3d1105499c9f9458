import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { AgencyCode } from '../../../../components/AgencyCode';
import { KeyHint } from '../../../../components/KeyHint';
import { lowWindow, useMedia } from '../../../../components/use-media';
import { useScheme } from '../../../../data/scheme';
import { clockOf } from '../clock';
import { type Awaited, foldRoom, type InRoom, type Room } from './room';

/** So many of those who are here, of those who are due and of those still to come are named; a low window is for the agenda. */
const most = { low: { here: 3, due: 2, coming: 1 }, tall: { here: 12, due: 3, coming: 3 } } as const;

interface RoomListProps {
  readonly room: Room;
  /** Agencies of whom something is said already. */
  readonly called: ReadonlySet<string>;
  readonly onOpen: () => void;
}

/** Who is here and until when; who should be, and who comes next, each at the time as it stands. */
export function RoomList({ room, called, onOpen }: RoomListProps) {
  const { agencyOf } = useScheme();
  const [isOpen, setOpen] = useState(false);
  const limit = useMedia(lowWindow) ? most.low : most.tall;
  const { shown, folded } = foldRoom(room.here, limit.here, isOpen);
  const canFold = folded.length > 0 || (isOpen && foldRoom(room.here, limit.here, false).folded.length > 0);
  const due = room.due.filter(({ agencyId }) => !called.has(agencyId));
  const coming = room.coming.filter(({ agencyId }) => !called.has(agencyId));
  return (
    <div className="chair-room">
      <h2>
        <AriaButton className="chair-room-open" onPress={onOpen}>
          In the room <KeyHint>R</KeyHint>
          <span>{room.here.length > 0 ? room.here.length : null}</span>
        </AriaButton>
        <span>leaves</span>
      </h2>
      <ul>
        {shown.map((row) => (
          <Here key={row.id} row={row} />
        ))}
        {canFold ? (
          <li>
            <AriaButton className="chair-room-fold" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
              {isOpen ? (
                'Show fewer'
              ) : (
                <>
                  <span className="nowrap">{folded.length} more</span>
                  <span className="code-line">
                    {folded.map(({ id, agencyId }) => (
                      <AgencyCode key={id} agency={agencyOf(agencyId)} />
                    ))}
                  </span>
                </>
              )}
            </AriaButton>
          </li>
        ) : null}
        {room.here.length === 0 ? <li className="mute">Nobody is marked as here.</li> : null}
        {due.slice(0, limit.due).map((each) => (
          <li key={each.agencyId}>
            <AgencyCode agency={agencyOf(each.agencyId)} isHollow />
            <span className="grow cut">{agencyOf(each.agencyId)?.name}</span>
            <span className="at late">due {clockOf(each.at)}</span>
          </li>
        ))}
        {due.length > limit.due ? <li className="mute">and {due.length - limit.due} more who are due</li> : null}
        {coming.slice(0, limit.coming).map((each, index) => (
          <ToCome key={each.agencyId} of={each} isNext={index === 0} />
        ))}
        {coming.length > limit.coming ? <li className="mute">and {coming.length - limit.coming} more to come</li> : null}
      </ul>
    </div>
  );
}

function Here({ row }: { readonly row: InRoom }) {
  const { agencyOf } = useScheme();
  const agency = agencyOf(row.agencyId);
  return (
    <li className="here">
      {agency ? <AgencyCode agency={agency} /> : null}
      <span className="grow cut">
        <bdi>{agency?.name ?? row.name}</bdi>
      </span>
      <span className="at">{row.mayGo ? 'can go' : row.leaves === null ? 'stays' : clockOf(row.leaves)}</span>
    </li>
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
