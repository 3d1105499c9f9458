import { useLocation } from 'wouter';
import { Segmented } from '../../../components/fields/Segmented';
import { paths } from '../../../routes';

/** The conferences, or what waits today. For those who answer for the whole scheme. */
export function MeetingViews() {
  const [path, navigate] = useLocation();
  return (
    <Segmented
      label="What to show"
      isBoxed
      value={path === paths.today() ? 'today' : 'conferences'}
      onChange={(view) => navigate(view === 'today' ? paths.today() : paths.meeting())}
      choices={[
        { id: 'conferences', name: 'Conferences' },
        { id: 'today', name: 'Today' },
      ]}
    />
  );
}
