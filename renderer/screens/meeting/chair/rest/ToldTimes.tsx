import type { VisitEnd } from '../../../../../shared/agenda/day-rules';
import type { ChairView } from '../../../../../shared/views/chairing';
import { AgencyCode } from '../../../../components/AgencyCode';
import { Button } from '../../../../components/Button';
import { useAction } from '../../../../data/queries';
import { useScheme } from '../../../../data/scheme';

interface ToldTimesProps {
  readonly view: ChairView;
  /** What was worked out with them no longer holds. */
  readonly onChange: () => void;
}

/** What agencies have said of their coming and going, by whichever chair it was entered, each with what takes it back. */
export function ToldTimes({ view, onChange }: ToldTimesProps) {
  const { agencyOf } = useScheme();
  const change = useAction('agenda', 'changeRest');
  const told = view.visits.flatMap(({ agencyId, from, until }) => [
    ...(from === null ? [] : [{ agencyId, end: 'from' as const, at: from }]),
    ...(until === null ? [] : [{ agencyId, end: 'until' as const, at: until }]),
  ]);
  if (told.length === 0) return null;
  const takeBack = (agencyId: string, end: VisitEnd) => {
    onChange();
    const order = view.items.map(({ caseId }) => caseId);
    void change.run({ meetingId: view.meetingId, order, told: { agencyId, end, at: null }, add: null, remove: null });
  };
  return (
    <ul className="thin-rows" aria-label="What agencies have told">
      {told.map(({ agencyId, end, at }) => {
        const agency = agencyOf(agencyId);
        const words = end === 'from' ? `comes at ${at}` : `must leave at ${at}`;
        return (
          <li key={`${agencyId} ${end}`}>
            <AgencyCode agency={agency} />
            <span className="grow">
              <bdi>{agency?.name ?? 'An agency'}</bdi> {words}
            </span>
            <Button
              look="quiet"
              size="small"
              isDisabled={change.isBusy}
              aria-label={`Take back: ${agency?.name ?? 'An agency'} ${words}`}
              onPress={() => takeBack(agencyId, end)}
            >
              Take back
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
