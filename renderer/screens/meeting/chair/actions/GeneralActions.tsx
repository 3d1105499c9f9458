import type { ChairItemView, ChairView } from '../../../../../shared/views/chairing';
import { Fetched } from '../../../../components/Loading';
import { Dialog } from '../../../../components/overlays/Dialog';
import { skip, useAction, useVerb } from '../../../../data/queries';
import { useActionLine } from '../action-draft';
import { readerOf, useDesk } from '../desk';
import { ActionLine } from './ActionLine';
import { RecordedActions } from './RecordedActions';

interface GeneralActionsProps {
  readonly view: ChairView;
  readonly isLocked: boolean;
  readonly onClose: () => void;
}

/**
 * Actions of the conference itself, about no case. Drafts belong to agenda items, so the line being typed is kept
 * with the first of them.
 */
export function GeneralActions({ view, isLocked, onClose }: GeneralActionsProps) {
  const desk = useDesk();
  const first = view.items[0];
  const carrier = useVerb('chairing', 'item', first ? { itemId: first.id } : skip);
  const create = useAction('actions', 'create');
  const settle = useAction('actions', 'settle');
  const readLine = useActionLine();
  const record = (carried: ChairItemView) =>
    desk.recording(carried.id, ['general-action', 'general-corrections'], async () => {
      const read = readerOf(desk, carried);
      const { action, line } = readLine((field) => read(field === 'action' ? 'general-action' : 'general-corrections'));
      if (action === null) return false;
      const { ok } = await create.run({ ...action, caseId: null, meetingId: view.meetingId });
      if (ok) desk.takenDown(carried.id, { 'general-action': line, 'general-corrections': undefined });
      return ok;
    });
  return (
    <Dialog title="General actions" onClose={onClose}>
      <p className="small soft">For the partnership as a whole. They stand at the end of the minutes and name no case.</p>
      <RecordedActions
        actions={view.generalActions}
        isLocked={isLocked}
        onTakeBack={(action) => {
          void settle.run({
            ids: [action.id],
            outcome: 'withdrawn',
            note: 'Taken back at the conference to be worded again',
            meetingId: view.meetingId,
          });
          if (first) desk.write(first.id, 'general-action', action.text);
        }}
      />
      {isLocked ? null : (
        <Fetched query={carrier} what="the line">
          {(item) => (
            <ActionLine
              item={item}
              line="general-action"
              onRecord={() => void record(item)}
              placeholder="“Police: circulate the new referral form by Fri”"
            />
          )}
        </Fetched>
      )}
    </Dialog>
  );
}
