import { CircleCheck } from 'lucide-react';
import { formatDayWithYear } from '../../../../shared/language/dates';
import type { ManagersDay } from '../../../../shared/views/day';
import { EmptyState } from '../../../components/EmptyState';
import { GoTo } from '../../../components/GoTo';
import { Fetched } from '../../../components/Loading';
import { useVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { Screen } from '../../../frame/Screen';
import { paths } from '../../../routes';
import { MeetingViews } from '../home/MeetingViews';
import { PartnersDay } from '../partner/PartnersDay';
import { Alarms, useAlarms } from './Alarms';
import { Overdue, PacksWaiting, ReleasesSoon, ReviewsWaiting } from './DayParts';
import { PrintPack } from './PrintPack';
import './today.css';

/** What waits today: for a partner its own; for those who answer for the whole scheme, a manager's day, and beside the conferences for a coordinator: what is late, due, coming up and not sent out. */
export default function Today() {
  const { scheme } = useScheme();
  return scheme.me.role === 'partner' ? <PartnersDay /> : <ManagersToday />;
}

function ManagersToday() {
  const { today } = useScheme();
  const found = useVerb('day', 'forManagers');
  return (
    <Screen title="Today" under={{ name: 'Meeting', path: paths.meeting() }} beside={formatDayWithYear(today)} buttons={<MeetingViews />}>
      <Fetched query={found} what="what waits today">
        {(day) => <Day day={day} />}
      </Fetched>
    </Screen>
  );
}

function Day({ day }: { readonly day: ManagersDay }) {
  const { scheme } = useScheme();
  const alarms = useAlarms(day.conflicts);
  const { overdue, reviews, releases, packs } = day;
  const isQuietReviews = reviews.late + reviews.withoutDate + reviews.due === 0;
  const isQuiet = overdue.length + releases.length + packs.length + alarms.length === 0 && isQuietReviews;
  return (
    <div className="today">
      {isQuiet && scheme.counts.cases === 0 ? (
        <NothingYet />
      ) : isQuiet ? (
        <EmptyState title="All is in order" icon={<CircleCheck aria-hidden />}>
          No action is overdue and no review is due, nobody is released in the next fortnight, every pack has been issued, and nothing is to
          be settled.
        </EmptyState>
      ) : (
        <>
          <Alarms alarms={alarms} />
          <div className="today-parts">
            <div className="today-column">
              <Overdue overdue={overdue} />
              <ReviewsWaiting reviews={reviews} />
            </div>
            <div className="today-column">
              <ReleasesSoon releases={releases} />
              <PacksWaiting packs={packs} />
            </div>
          </div>
        </>
      )}
      <PrintPack day={day} />
    </div>
  );
}

/** Before the first case nothing can be late, so that all is in order would say nothing. */
function NothingYet() {
  return (
    <EmptyState
      title="What waits will stand here"
      icon={<CircleCheck aria-hidden />}
      buttons={<GoTo path={paths.register()}>Go to the register</GoTo>}
    >
      Actions past their day, reviews that are due, releases of the next fortnight and packs that nobody has been given. It begins with the
      first cases.
    </EmptyState>
  );
}
