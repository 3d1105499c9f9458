import { Pencil } from 'lucide-react';
import { formatDayNear } from '../../../../../shared/language/dates';
import type { ActionRow } from '../../../../../shared/views/actions';
import { AgencyCode } from '../../../../components/AgencyCode';
import { Button } from '../../../../components/Button';
import { Popover } from '../../../../components/overlays/Popover';
import { useScheme } from '../../../../data/scheme';
import { ActionCorrection } from './ActionCorrection';

interface RecordedActionsProps {
  readonly actions: readonly ActionRow[];
  readonly isLocked: boolean;
  /** Takes it back, and gives its words to the line to be typed again. */
  readonly onTakeBack: (action: ActionRow) => void;
}

/** What was set at this conference: who, what, by when. Each can be put right. */
export function RecordedActions({ actions, isLocked, onTakeBack }: RecordedActionsProps) {
  const { agencyOf, personOf, today } = useScheme();
  return (
    <ul className="chair-actions">
      {actions.map((action) => (
        <li key={action.id} data-withdrawn={action.outcome === 'withdrawn' || undefined}>
          <AgencyCode agency={agencyOf(action.agencyId)} isHollow={action.outcome !== null} />
          <span className="grow" title={action.text}>
            <bdi>{action.text}</bdi>
            {action.priority === 'high' ? <b> (high priority)</b> : null}
          </span>
          <span className="soft small nowrap">{personOf(action.personId)?.name}</span>
          <span className="small strong nowrap">
            {action.outcome === 'withdrawn' ? 'withdrawn' : action.dueOn ? formatDayNear(action.dueOn, today) : 'no date'}
          </span>
          {isLocked || action.outcome !== null ? null : (
            <Popover
              label={`Correct: ${action.text}`}
              placement="bottom end"
              trigger={
                <Button look="quiet" size="small" aria-label={`Correct: ${action.text}`}>
                  <Pencil aria-hidden />
                </Button>
              }
            >
              {(close) => <ActionCorrection action={action} onDone={close} onTakeBack={onTakeBack} />}
            </Popover>
          )}
        </li>
      ))}
    </ul>
  );
}
