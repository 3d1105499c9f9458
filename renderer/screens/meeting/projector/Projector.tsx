import { ArrowRight } from 'lucide-react';
import { useEffect } from 'react';
import type { RouteComponentProps } from 'wouter';
import { caseName } from '../../../../shared/language/case-name';
import { colourWord } from '../../../../shared/language/colour';
import { dueWords, formatDayNear, formatPlainDay, isLate } from '../../../../shared/language/dates';
import { schemeDecisionName } from '../../../../shared/language/meeting';
import type { ActionRow } from '../../../../shared/views/actions';
import type { ChairItemView } from '../../../../shared/views/chairing';
import { AgencyCode } from '../../../components/AgencyCode';
import { ColourBadge } from '../../../components/colour/ColourBadge';
import { ColourRibbon } from '../../../components/colour/ColourRibbon';
import { RiskWarning } from '../../../components/RiskWarning';
import { skip, useVerb } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { positionFact } from '../case-facts';
import { clockOf, secondsOn } from '../chair/clock';
import { useNow } from '../use-now';
import './projector.css';

/**
 * What the room sees: the case being discussed and nothing else. No queue, no next name, no staff names, no sync line;
 * between two cases no person at all.
 */
export default function Projector({ params }: RouteComponentProps<{ readonly meetingId: string }>) {
  const { scheme } = useScheme();
  const view = useVerb('chairing', 'get', { meetingId: params.meetingId });
  const currentId = view.data?.state === 'running' ? view.data.currentItemId : null;
  const fetched = useVerb('chairing', 'item', currentId ? { itemId: currentId } : skip);
  const item = fetched.data && fetched.data.id === currentId ? fetched.data : null;
  useEffect(() => {
    // The title of the window shows in the task bar of whoever shares the screen.
    document.title = `Projector · ${scheme.brand}`;
  }, [scheme.brand]);
  return (
    <main className="projector">
      <div className="projector-bar">
        <b>{scheme.marking}</b>
        <span>
          {scheme.brand}
          {scheme.isDemonstration ? ' · demonstration scheme, everyone is invented' : ''}
        </span>
      </div>
      {item ? <ProjectedCase item={item} /> : <Neutral title={view.data?.title ?? ''} />}
    </main>
  );
}

function Neutral({ title }: { readonly title: string }) {
  const { scheme } = useScheme();
  const now = useNow(10_000);
  return (
    <>
      <div className="projector-neutral">
        <p>{scheme.brand}</p>
        <h1>{title || 'Conference'}</h1>
      </div>
      <div className="projector-bar">
        <span />
        <b>{clockOf(now)}</b>
      </div>
    </>
  );
}

function ProjectedCase({ item }: { readonly item: ChairItemView }) {
  const { today } = useScheme();
  const { fields, colour, colourSince, riskWarnings, colourChanges } = item.case;
  const position = positionFact(fields);
  return (
    <>
      <header className="projector-head">
        <ColourBadge colour={colour} size={176} />
        <div className="projector-who">
          <h1 style={{ '--letters': Math.max(16, caseName(fields.surname, fields.forenames).length) } as React.CSSProperties}>
            <bdi>{caseName(fields.surname, fields.forenames)}</bdi>
          </h1>
          <p>
            {fields.knownAs === '' ? null : (
              <span>
                “<bdi>{fields.knownAs}</bdi>”
              </span>
            )}
            {fields.dateOfBirth === null ? null : (
              <span>
                born <b>{formatPlainDay(fields.dateOfBirth)}</b>
              </span>
            )}
            {position === null ? null : (
              <span>
                {position.of === '' ? '' : `${position.of.charAt(0).toLowerCase()}${position.of.slice(1)} `}
                <b>{position.value}</b>
              </span>
            )}
          </p>
        </div>
        <div className="projector-colour">
          {colour === null ? 'No colour' : colourWord[colour]}
          {colourSince === null ? null : <small>since {formatDayNear(colourSince, today)}</small>}
        </div>
      </header>
      <div className="projector-body" data-few={item.actions.length + item.lastActions.length <= 5 || undefined}>
        {riskWarnings.length > 0 ? (
          <div className="projector-warnings">
            {riskWarnings.map(({ id, warning }) => (
              <RiskWarning key={id}>{warning}</RiskWarning>
            ))}
          </div>
        ) : null}
        <section>
          <Decided item={item} />
          {colourChanges.length > 0 ? (
            <div className="projector-ribbon">
              <ColourRibbon
                size="small"
                changes={colourChanges.map((change) => ({ colour: change.colour, on: change.decidedOn }))}
                today={today}
              />
            </div>
          ) : null}
        </section>
        <section>
          <Actions title="Actions agreed" actions={item.actions.filter((action) => action.outcome !== 'withdrawn')} />
          <Actions title="From last time" actions={item.lastActions} />
        </section>
      </div>
      <Foot item={item} />
    </>
  );
}

/** Only what is recorded: what somebody is still typing is nobody's business yet. */
function Decided({ item }: { readonly item: ChairItemView }) {
  const { colourChange, colourBefore, decision } = item;
  if (colourChange === null && decision === null) return null;
  return (
    <>
      <h2>Decided</h2>
      {colourChange ? (
        <>
          <p className="projector-change">
            <ColourBadge colour={colourBefore} size={52} withWord />
            <ArrowRight aria-label="to" />
            <ColourBadge colour={colourChange.colour} size={52} withWord />
          </p>
          <p className="projector-reason">{colourChange.reason}</p>
        </>
      ) : null}
      {decision ? <p className="projector-decision">{schemeDecisionName[decision]}</p> : null}
    </>
  );
}

/** What fits on the wall under one another; the rest is counted, never cut in the middle. */
const mostActions = 4;

function Actions({ title, actions }: { readonly title: string; readonly actions: readonly ActionRow[] }) {
  const { agencyOf, today } = useScheme();
  if (actions.length === 0) return null;
  const left = actions.length - mostActions;
  return (
    <>
      <h2>{title}</h2>
      <ul>
        {actions.slice(0, left === 1 ? mostActions + 1 : mostActions).map((action) => (
          <li key={action.id}>
            <AgencyCode agency={agencyOf(action.agencyId)} isHollow={action.outcome !== null} />
            <span className="projector-action">{action.text}</span>
            {action.outcome !== null ? (
              <span>{action.outcome === 'done' ? 'Done' : action.outcome === 'withdrawn' ? 'Withdrawn' : 'Not done'}</span>
            ) : isLate(action.dueOn, today) && action.dueOn ? (
              <span className="late">{dueWords(action.dueOn, today)}</span>
            ) : (
              <span>{action.dueOn ? formatDayNear(action.dueOn, today) : ''}</span>
            )}
          </li>
        ))}
        {left > 1 ? <li className="soft">and {left} more</li> : null}
      </ul>
    </>
  );
}

function Foot({ item }: { readonly item: ChairItemView }) {
  const { clockOffset: offset } = useScheme();
  const now = useNow(1000) + offset;
  const seconds = secondsOn({ ...item, isRunning: item.state === 'current' }, now);
  const over = Math.floor(seconds / 60 - item.minutes);
  return (
    <div className="projector-bar">
      <span>
        Case {item.position} of {item.of}
      </span>
      {over > 0 ? <span className="late">{over} min over</span> : null}
      <b>{clockOf(now)}</b>
    </div>
  );
}
