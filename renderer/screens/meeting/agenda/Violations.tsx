import { CircleAlert } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { sayViolation } from '../../../../shared/agenda/violations';
import type { AgendaView } from '../../../../shared/views/agenda';
import { useRuleNames } from './use-rule-names';
import './rules.css';

interface ViolationsProps {
  readonly view: AgendaView;
  readonly onSelect: (itemId: string) => void;
}

const most = 3;

/** What of the rules this order does not hold, and by how much; or that all of them hold. */
export function Violations({ view, onSelect }: ViolationsProps) {
  const names = useRuleNames(view);
  const { violations } = view;
  if (violations.length === 0) return null;
  return (
    <section className="violations" aria-labelledby="violations">
      <h2 id="violations">
        <CircleAlert aria-hidden />
        {violations.length === 1 ? 'One rule does not hold' : `${violations.length} rules do not hold`}
        {view.isRuleSureToBreak ? (
          <small>They cannot all hold, whatever the order.</small>
        ) : view.leastViolation > 0 ? (
          <small>No order is found in which all hold.</small>
        ) : null}
      </h2>
      <ul>
        {violations.slice(0, most).map((violation) => {
          const [itemId] = violation.itemIds;
          const words = <bdi>{sayViolation(violation, names)}</bdi>;
          return (
            <li key={[violation.rule, ...violation.itemIds, ...violation.agencyIds].join()}>
              {itemId === undefined ? words : <AriaButton onPress={() => onSelect(itemId)}>{words}</AriaButton>}
            </li>
          );
        })}
        {violations.length > most ? <li className="mute">and {violations.length - most} more</li> : null}
      </ul>
    </section>
  );
}
