import { CalendarDays } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { formatDayNear, formatDayWithYear } from '../../../shared/language/dates';
import type { MeetingRow } from '../../../shared/views/agenda';
import type { DocumentRow } from '../../../shared/views/documents';
import { Button } from '../../components/Button';
import { EmptyState } from '../../components/EmptyState';
import { Fetched } from '../../components/Loading';
import { ExportMenu } from '../../components/lists/ExportMenu';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { Screen } from '../../frame/Screen';
import { useKeys } from '../../keys/keys';
import { paths } from '../../routes';
import { MeetingViews } from './home/MeetingViews';
import { meetingInHand, meetingStateName, nextStep, readingStep } from './home/next-step';
import { PlanConference } from './home/PlanConference';
import { Unanswered } from './home/Unanswered';
import './home/home.css';

/** The conferences: the one in hand with its next step, and those before it. */
export default function Meetings() {
  const meetings = useVerb('meetings', 'list');
  const documents = useVerb('documents', 'list');
  return (
    <Screen title="Meeting" buttons={<MeetingViews />}>
      <Fetched query={meetings} what="the conferences">
        {(rows) => <Home meetings={rows} documents={documents.data ?? []} />}
      </Fetched>
    </Screen>
  );
}

function Home({ meetings, documents }: { readonly meetings: readonly MeetingRow[]; readonly documents: readonly DocumentRow[] }) {
  const { today, may } = useScheme();
  const mayPlan = may('run-conferences');
  const [isPlanning, setPlanning] = useState(false);
  const [, navigate] = useLocation();
  const inHand = meetingInHand(meetings, documents, today);
  const others = meetings.filter((meeting) => meeting.id !== inHand?.id);
  const [last] = meetings;
  const step = inHand ? (mayPlan ? nextStep(inHand, documents) : readingStep(inHand)) : null;
  useKeys('Meeting', [
    { keys: 'Enter', says: step?.label ?? 'Next step', run: () => (step ? navigate(step.path) : undefined), isOff: step === null },
    { keys: 'N', says: 'Plan a conference', run: () => setPlanning(true), isOff: !mayPlan },
  ]);
  if (!last)
    return (
      <EmptyState title={mayPlan ? 'Plan the first conference' : 'No conference is planned yet'} icon={<CalendarDays aria-hidden />}>
        <p>
          A conference has an agenda of cases, ordered so that each agency comes and goes with its own; it is chaired on one screen, and its
          minutes and packs go out the same hour.
        </p>
        {mayPlan ? <PlanConference lastHeldOn={null} lastTitle="" lastPlace="" onCancel={null} /> : null}
      </EmptyState>
    );
  return (
    <div className="home">
      {inHand && step ? (
        <section className="home-next" aria-labelledby="home-next">
          <p className="label">
            {inHand.heldOn === null ? 'In hand' : inHand.state === 'closed' ? 'Just held' : inHand.heldOn === today ? 'Today' : 'Next'}
          </p>
          <h2 id="home-next">
            {inHand.heldOn ? formatDayWithYear(inHand.heldOn) : 'No day yet'}, {inHand.startsAt}
          </h2>
          <p className="soft">
            {inHand.title}
            {inHand.number === null ? '' : ` ${inHand.number}`}
            {inHand.place === '' ? '' : ` · ${inHand.place}`}
          </p>
          <p>{step.words}</p>
          <div className="row wrap">
            {/* While another is being planned, that form has the screen's one dark button. */}
            <Link className={isPlanning ? 'button' : 'button primary'} href={step.path}>
              {step.label}
            </Link>
            {mayPlan && (inHand.state === 'agenda-issued' || inHand.state === 'running') ? (
              <Link className="button quiet" href={paths.agenda(inHand.id)}>
                See the agenda
              </Link>
            ) : null}
          </div>
        </section>
      ) : null}
      <Unanswered />
      <section aria-labelledby="home-all">
        <header className="home-head">
          <h2 id="home-all" className="part-head">
            {inHand ? 'Other conferences' : 'Conferences'}
          </h2>
          <div className="row">
            {may('export-register') ? (
              <ExportMenu
                list="meetings"
                noun="conferences"
                shown={() => ({ ids: meetings.map(({ id }) => id), columns: null, seenAs: '' })}
              />
            ) : null}
            {isPlanning || !mayPlan ? null : (
              <Button look={inHand ? 'plain' : 'primary'} onPress={() => setPlanning(true)}>
                Plan a conference
              </Button>
            )}
          </div>
        </header>
        {isPlanning ? (
          <PlanConference lastHeldOn={last.heldOn} lastTitle={last.title} lastPlace={last.place} onCancel={() => setPlanning(false)} />
        ) : null}
        {others.length === 0 ? (
          <p className="soft">Conferences that were held stand here, with their papers.</p>
        ) : (
          <Earlier meetings={others} documents={documents} />
        )}
      </section>
    </div>
  );
}

function Earlier({ meetings, documents }: { readonly meetings: readonly MeetingRow[]; readonly documents: readonly DocumentRow[] }) {
  const { today, may } = useScheme();
  const mayPlan = may('run-conferences');
  return (
    <table className="home-table">
      <thead>
        <tr>
          <th scope="col" className="figure">
            No.
          </th>
          <th scope="col">Day</th>
          <th scope="col">Conference</th>
          <th scope="col" className="figure">
            Cases
          </th>
          <th scope="col">Chair</th>
          <th scope="col">State</th>
          <th scope="col" className="figure">
            Partners waited
          </th>
          <th scope="col" className="figure">
            Papers
          </th>
        </tr>
      </thead>
      <tbody>
        {meetings.map((meeting) => {
          const papers = documents.filter((row) => row.meetingId === meeting.id).length;
          return (
            <tr key={meeting.id}>
              <td className="figure mute">{meeting.number ?? ''}</td>
              <td className="nowrap">
                <Link href={(mayPlan ? nextStep(meeting, documents) : readingStep(meeting)).path}>
                  {meeting.heldOn ? formatDayNear(meeting.heldOn, today) : 'No day'}
                </Link>
              </td>
              <td>{meeting.title}</td>
              <td className="figure">{meeting.cases}</td>
              <td className="soft">{meeting.chairName}</td>
              <td>{meetingStateName[meeting.state]}</td>
              <td className="figure">
                <Waited meeting={meeting} />
              </td>
              <td className="figure">
                {papers === 0 ? <span className="mute">none</span> : <Link href={paths.documents()}>{papers}</Link>}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What partners really waited, beside what the agenda foretold. */
function Waited({ meeting: { plannedWaiting, realWaiting } }: { readonly meeting: MeetingRow }) {
  const planned = plannedWaiting === null ? null : <span className="mute">{plannedWaiting} planned</span>;
  if (realWaiting === null) return planned;
  return (
    <>
      {realWaiting} min{planned ? <>, {planned}</> : null}
    </>
  );
}
