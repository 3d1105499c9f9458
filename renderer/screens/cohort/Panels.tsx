import { Button as AriaButton } from 'react-aria-components';
import { formatDayWithYear } from '../../../shared/language/dates';
import { EmptyState } from '../../components/EmptyState';
import { Fetched } from '../../components/Loading';
import { useVerb } from '../../data/queries';
import '../../components/lists/plain-rows.css';

/** Selection panels, the latest first. */
export function Panels({ onOpen }: { readonly onOpen: (meetingId: string) => void }) {
  const list = useVerb('cohort', 'panels');
  return (
    <Fetched query={list} what="the panels">
      {(panels) =>
        panels.length === 0 ? (
          <EmptyState title="No panel has been planned yet">
            A selection panel is a meeting at which police and probation decide together who joins and who leaves. Put a referral before
            one, and it is planned.
          </EmptyState>
        ) : (
          <ul className="plain-rows">
            {panels.map(({ id, title, heldOn, startsAt, place, state, items, decided }) => (
              <li key={id}>
                <AriaButton className="plain-row" onPress={() => onOpen(id)}>
                  <span className="name">{heldOn ? formatDayWithYear(heldOn) : title}</span>
                  <span className="at-right">
                    {decided} of {items} decided
                  </span>
                  <span className="line">
                    {title}, {startsAt}
                    {place ? `, ${place}` : ''}
                  </span>
                  <span className="line at-right">{state === 'closed' ? 'Closed' : 'Open'}</span>
                </AriaButton>
              </li>
            ))}
          </ul>
        )
      }
    </Fetched>
  );
}
