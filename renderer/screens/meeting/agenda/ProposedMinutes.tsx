import { Timer } from 'lucide-react';
import type { ProposedMinutesView } from '../../../../shared/views/agenda';
import { Button } from '../../../components/Button';
import { Fetched } from '../../../components/Loading';
import { Popover } from '../../../components/overlays/Popover';
import { showDone } from '../../../components/overlays/toasts';
import { useAction, useVerb } from '../../../data/queries';
import './proposed-minutes.css';

interface ProposedMinutesProps {
  readonly meetingId: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

/** Minutes case by case from what such cases took before, each with its reason; taken one by one or all at once. */
export function ProposedMinutes({ meetingId, isOpen, onOpen }: ProposedMinutesProps) {
  return (
    <Popover
      label="Minutes from what such cases took"
      placement="bottom start"
      isOpen={isOpen}
      onOpenChange={onOpen}
      trigger={
        <Button look="quiet" size="small">
          <Timer aria-hidden /> Minutes
        </Button>
      }
    >
      {(close) => <Proposal meetingId={meetingId} onDone={close} />}
    </Popover>
  );
}

function Proposal({ meetingId, onDone }: { readonly meetingId: string; readonly onDone: () => void }) {
  const query = useVerb('agenda', 'proposedMinutes', { meetingId });
  const take = useAction('agenda', 'takeProposedMinutes');
  return (
    <div className="proposed-minutes">
      <h3 className="strong">Minutes from what such cases took</h3>
      <Fetched query={query} what="what such cases took">
        {(all) => (
          <Differences
            all={all}
            isBusy={take.isBusy}
            onTake={async (taken) => {
              const { ok } = await take.run({ meetingId, itemIds: taken.map(({ itemId }) => itemId) });
              if (!ok) return;
              showDone(taken.length === 1 ? 'Minutes set for 1 case.' : `Minutes set for ${taken.length} cases.`);
              if (taken.length === all.filter(differs).length) onDone();
            }}
          />
        )}
      </Fetched>
    </div>
  );
}

const differs = ({ minutes, proposed }: ProposedMinutesView) => minutes !== proposed;

interface DifferencesProps {
  readonly all: readonly ProposedMinutesView[];
  readonly isBusy: boolean;
  readonly onTake: (taken: readonly ProposedMinutesView[]) => void;
}

function Differences({ all, isBusy, onTake }: DifferencesProps) {
  const other = all.filter(differs);
  const sum = (of: 'minutes' | 'proposed') => all.reduce((total, each) => total + each[of], 0);
  if (other.length === 0)
    return (
      <p className="soft">
        {all.length === 0 ? 'No case is still to be heard.' : 'Every case that is still to be heard has the minutes proposed for it.'}
      </p>
    );
  return (
    <>
      <p className="soft">
        {other.length} of {all.length} differ. In all {sum('minutes')} min now, {sum('proposed')} as proposed.
      </p>
      <ul>
        {other.map((each) => (
          <li key={each.itemId}>
            <span className="grow">
              <b>
                <bdi>{each.caseName}</bdi>
              </b>
              <small>
                {each.proposed} min: {each.why}
              </small>
            </span>
            <span className="nowrap">
              {each.minutes} → <b>{each.proposed}</b>
            </span>
            <Button
              look="quiet"
              size="small"
              isDisabled={isBusy}
              aria-label={`Set ${each.caseName} to ${each.proposed} minutes`}
              onPress={() => onTake([each])}
            >
              Take
            </Button>
          </li>
        ))}
      </ul>
      <Button onPress={() => onTake(other)} isDisabled={isBusy}>
        Take {other.length === 1 ? 'it' : `all ${other.length}`}
      </Button>
    </>
  );
}
