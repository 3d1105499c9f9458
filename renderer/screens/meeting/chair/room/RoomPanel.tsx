import type { ChairView } from '../../../../../shared/views/chairing';
import { Dialog } from '../../../../components/overlays/Dialog';
import { Attendance } from './Attendance';

/** The attendance over the case, at any time. Esc goes back to where the caret was. */
export function RoomPanel({
  view,
  isLocked,
  onClose,
}: {
  readonly view: ChairView;
  readonly isLocked: boolean;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title="In the room" onClose={onClose}>
      <Attendance view={view} isLocked={isLocked} />
    </Dialog>
  );
}
