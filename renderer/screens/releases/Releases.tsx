import { DoorOpen } from 'lucide-react';
import { addDays, formatDay, formatDayNear, formatDayWithYear } from '../../../shared/language/dates';
import { releaseFlag } from '../../../shared/rules/release-day';
import { daysLeftWords, pressingDays, readinessOf, weekOf } from '../../../shared/rules/release-readiness';
import type { ReleaseRow } from '../../../shared/views/releases';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { LateFlag } from '../../components/DueDate';
import { EmptyState } from '../../components/EmptyState';
import { GoTo } from '../../components/GoTo';
import { ExportMenu } from '../../components/lists/ExportMenu';
import { PlainRows } from '../../components/lists/PlainRows';
import { useChosen } from '../../components/lists/use-chosen';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { FetchedScreen } from '../../frame/FetchedScreen';
import { Screen } from '../../frame/Screen';
import { paths } from '../../routes';
import { ReleasePane } from './ReleasePane';
import { rememberedRelease, rememberRelease } from './remembered';
import '../case/case.css';
import '../cohort/cohort.css';
import './releases.css';

/** Everyone who is to come out, by week, with what is not ready yet (CAM 3.3.58, R11). */
export default function Releases() {
  const list = useVerb('releases', 'list');
  return (
    <FetchedScreen query={list} what="the releases" title="Releases" under={{ name: 'Register', path: paths.register() }}>
      {(rows) => <Calendar rows={rows} />}
    </FetchedScreen>
  );
}

const mostShown = 300;

function Calendar({ rows }: { readonly rows: readonly ReleaseRow[] }) {
  const { today, may } = useScheme();
  const [selected, setChosen] = useChosen(rows, ({ caseId }) => caseId, rememberedRelease);
  const choose = (caseId: string) => {
    rememberRelease(caseId);
    setChosen(caseId);
  };
  const dated = rows.filter(({ releaseOn }) => releaseOn !== null);
  const undated = rows.filter(({ releaseOn }) => releaseOn === null);
  const flagged = dated.filter(({ releaseOn }) => releaseOn !== null && releaseOn >= today && releaseFlag(releaseOn) !== null).length;
  const soon = dated.filter(({ releaseOn }) => releaseOn !== null && releaseOn >= today && releaseOn <= addDays(today, pressingDays));
  const weeks = [...Map.groupBy(dated.slice(0, mostShown), ({ releaseOn }) => weekOf(releaseOn ?? today))];
  return (
    <Screen
      title="Releases"
      under={{ name: 'Register', path: paths.register() }}
      beside={
        <span role="status">
          {dated.length.toLocaleString('en-GB')} expected, {soon.length.toLocaleString('en-GB')} within {pressingDays} days
          {flagged > 0 ? (
            <>
              , <b className="late">{flagged} before a weekend or holiday</b>
            </>
          ) : null}
        </span>
      }
      buttons={
        may('export-register') && rows.length > 0 ? (
          <ExportMenu
            list="releases"
            noun="people"
            shown={() => ({ ids: [...dated, ...undated].map(({ caseId }) => caseId), columns: null, seenAs: 'By week' })}
          />
        ) : null
      }
    >
      {rows.length === 0 || selected === null ? (
        <EmptyState
          title="Nobody is expected to be released"
          icon={<DoorOpen aria-hidden />}
          buttons={<GoTo path={paths.register()}>Go to the register</GoTo>}
        >
          Whoever is in custody, or has a release date, stands here by week: the day and each change of it, what is to be ready, and the
          first 72 hours. Set the release date on a case’s page.
        </EmptyState>
      ) : (
        <div className="two-panes">
          <div className="pane-list">
            {weeks.map(([monday, ofWeek]) => (
              <section key={monday} aria-label={`Week of ${formatDayWithYear(monday)}`}>
                <div className="week-head">
                  <h2>{monday < weekOf(today) ? `Week of ${formatDay(monday)}, past` : `Week of ${formatDayNear(monday, today)}`}</h2>
                  <span className="mute small">{ofWeek.length}</span>
                </div>
                <Rows rows={ofWeek} chosen={selected.caseId} onChoose={choose} />
              </section>
            ))}
            {dated.length > mostShown ? (
              <p className="soft small">
                The first {mostShown} of {dated.length.toLocaleString('en-GB')} by their day; the register lists all.
              </p>
            ) : null}
            {undated.length > 0 ? (
              <section aria-label="In custody without a release date">
                <div className="week-head">
                  <h2>In custody without a release date</h2>
                  <span className="mute small">
                    {undated.length.toLocaleString('en-GB')}
                    {undated.length > mostShown ? `, the first ${mostShown} shown` : ''}: ask the prison for the expected day
                  </span>
                </div>
                <Rows rows={undated.slice(0, mostShown)} chosen={selected.caseId} onChoose={choose} />
              </section>
            ) : null}
          </div>
          <ReleasePane key={selected.caseId} caseId={selected.caseId} />
        </div>
      )}
    </Screen>
  );
}

interface RowsProps {
  readonly rows: readonly ReleaseRow[];
  readonly chosen: string;
  readonly onChoose: (caseId: string) => void;
}

function Rows({ rows, chosen, onChoose }: RowsProps) {
  return (
    <PlainRows rows={rows} idOf={(row) => row.caseId} chosen={chosen} onChoose={onChoose}>
      {(row) => <ReleaseLine row={row} />}
    </PlainRows>
  );
}

function ReleaseLine({ row }: { readonly row: ReleaseRow }) {
  const { today } = useScheme();
  const flag = row.releaseOn === null ? null : releaseFlag(row.releaseOn);
  const { ready, of, gaps } = readinessOf(new Map(row.checks.map(({ item, state }) => [item, state])));
  const isPast = row.releaseOn !== null && row.releaseOn < today;
  return (
    <>
      <span className="name">
        {row.colour ? <ColourBadge colour={row.colour} /> : null}
        <span className="cut" dir="auto">
          {row.caseName}
        </span>
      </span>
      <span className="at-right row">
        {row.releaseOn === null ? <span className="mute">no date</span> : formatDayNear(row.releaseOn, today)}
        {flag && !isPast ? <LateFlag withIcon>{flag.words}</LateFlag> : null}
      </span>
      <span className="line">
        {row.place || 'Prison not known'}
        {row.moves > 0 ? `, date moved ${row.moves === 1 ? 'once' : row.moves === 2 ? 'twice' : `${row.moves} times`}` : ''}
      </span>
      <span className="line at-right">
        {isPast ? (
          <LateFlag>Has the person come out?</LateFlag>
        ) : row.releaseOn === null ? null : (
          `${daysLeftWords(row.releaseOn, today)}, `
        )}
        {isPast ? null : `${ready} of ${of} ready${gaps.length > 0 ? `, ${gaps.length} not arranged` : ''}`}
      </span>
    </>
  );
}
