import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { cohortPartName } from '../../../shared/language/cohort';
import { counted } from '../../../shared/language/counted';
import { dueWords, formatDayNear, isLate, lateWords } from '../../../shared/language/dates';
import { byText } from '../../../shared/language/in-order';
import { intensityName } from '../../../shared/language/selection';
import { isLongStay, type ReviewReason, timeOnScheme } from '../../../shared/rules/staying';
import type { ReviewRow, ReviewsView } from '../../../shared/views/cohort';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { LateFlag } from '../../components/DueDate';
import { EmptyState } from '../../components/EmptyState';
import { Segmented } from '../../components/fields/Segmented';
import { GoTo } from '../../components/GoTo';
import { ExportMenu } from '../../components/lists/ExportMenu';
import { PlainRows } from '../../components/lists/PlainRows';
import { useChosen } from '../../components/lists/use-chosen';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { FetchedScreen } from '../../frame/FetchedScreen';
import { Screen } from '../../frame/Screen';
import { paths } from '../../routes';
import { Held } from '../retention/Held';
import { Left } from './Left';
import { ReviewPane } from './ReviewPane';
import { Rules } from './Rules';
import '../case/case.css';
import './cohort.css';

const views = ['due', 'long', 'leave', 'all', 'left', 'held', 'rules'] as const;
type View = (typeof views)[number];
const viewName: Readonly<Record<Exclude<View, 'long'>, string>> = {
  due: 'To review',
  leave: 'May leave',
  all: 'Everyone',
  left: 'Left',
  held: 'What is held',
  rules: 'Rules',
};
const mostShown = 300;

/** Reviews due and late, time on the scheme, stepping down and leaving (CAM 2.1.7, R18, R19). */
export default function Reviews() {
  const found = useVerb('cohort', 'reviews');
  return (
    <FetchedScreen query={found} what="the reviews" title="Reviews" under={{ name: 'Register', path: paths.register() }}>
      {(reviews) => <Listed reviews={reviews} />}
    </FetchedScreen>
  );
}

function rowsOf({ rows, rules }: ReviewsView, view: View, today: string): readonly ReviewRow[] {
  switch (view) {
    case 'due':
      return rows.filter(({ reasons }) => reasons.length > 0);
    case 'long':
      return rows
        .filter(({ adoptedOn }) => isLongStay(adoptedOn, today, rules.longStayMonths))
        .toSorted((one, other) => byText(one.adoptedOn ?? '', other.adoptedOn ?? ''));
    case 'leave':
      return rows.filter(({ grounds }) => grounds.length > 1).toSorted((one, other) => other.grounds.length - one.grounds.length);
    default:
      return rows;
  }
}

function Listed({ reviews }: { readonly reviews: ReviewsView }) {
  const { today, may } = useScheme();
  const [view, setView] = useState<View>('due');
  const shown = rowsOf(reviews, view, today);
  const [selected, choose] = useChosen(shown, ({ caseId }) => caseId);
  const late = reviews.rows.filter(({ reasons }) => reasons.includes('overdue') || reasons.includes('no-date')).length;
  const isList = view !== 'left' && view !== 'held' && view !== 'rules';
  const countOf = (id: View) => (id === 'left' ? reviews.left.length : id === 'held' ? reviews.heldDue : rowsOf(reviews, id, today).length);
  return (
    <Screen
      title="Reviews"
      under={{ name: 'Register', path: paths.register() }}
      beside={
        <span role="status">
          {reviews.rows.length.toLocaleString('en-GB')} on the scheme
          {late > 0 ? (
            <>
              , <b className="late">{counted(late, 'review')} late</b>
            </>
          ) : (
            ', no review late'
          )}
        </span>
      }
      buttons={
        may('export-register') && (isList || view === 'left') ? (
          <ExportMenu
            list={isList ? 'reviews' : 'left'}
            noun="people"
            isOff={(isList ? shown : reviews.left).length === 0}
            shown={() => ({
              ids: (isList ? shown : reviews.left).map(({ caseId }) => caseId),
              columns: null,
              seenAs: view === 'long' ? `Past ${reviews.rules.longStayMonths} months` : viewName[view],
            })}
          />
        ) : null
      }
    >
      <div className={isList && selected ? 'two-panes' : 'pane-list'}>
        <div className={isList && selected ? 'pane-list' : ''}>
          <div className="pane-tools">
            <Segmented
              label="What to show"
              value={view}
              onChange={setView}
              choices={views.map((id) => ({
                id,
                name: (
                  <>
                    {id === 'long' ? `Past ${reviews.rules.longStayMonths} months` : viewName[id]}
                    {id === 'rules' ? null : <span className="count-beside"> {countOf(id).toLocaleString('en-GB')}</span>}
                  </>
                ),
              }))}
            />
          </div>
          {view === 'left' ? <Left rows={reviews.left} /> : null}
          {view === 'held' ? <Held /> : null}
          {view === 'rules' ? <Rules rules={reviews.rules} /> : null}
          {isList && shown.length === 0 ? <NobodyHere isFirst={reviews.rows.length === 0} /> : null}
          {isList ? (
            <PlainRows rows={shown.slice(0, mostShown)} idOf={(row) => row.caseId} chosen={selected?.caseId ?? null} onChoose={choose}>
              {(row) => <ReviewLine row={row} />}
            </PlainRows>
          ) : null}
          {isList && shown.length > mostShown ? (
            <p className="soft small">
              The first {mostShown} of {shown.length.toLocaleString('en-GB')}. Review these, and the next come up; the register lists all.
            </p>
          ) : null}
        </div>
        {isList && selected ? <ReviewPane key={selected.caseId} row={selected} rules={reviews.rules} /> : null}
      </div>
    </Screen>
  );
}

/** @param isFirst whether nobody is on the scheme at all. */
function NobodyHere({ isFirst }: { readonly isFirst: boolean }) {
  if (!isFirst)
    return (
      <EmptyState title="Nobody is here" icon={<CalendarClock aria-hidden />}>
        Everyone on the scheme has a review date, and none of them belongs in this list today.
      </EmptyState>
    );
  return (
    <EmptyState
      title="Nobody is on the scheme yet"
      icon={<CalendarClock aria-hidden />}
      buttons={<GoTo path={paths.register()}>Go to the register</GoTo>}
    >
      Whoever is adopted comes up here when a review is due: how long they have been on the scheme, and what speaks for leaving it.
    </EmptyState>
  );
}

const reasonWords: Readonly<Record<Exclude<ReviewReason, 'overdue' | 'due'>, string>> = {
  'no-date': 'No review date',
  'long-stay': 'Past the mark',
  custody: 'In custody',
};

function ReviewLine({ row }: { readonly row: ReviewRow }) {
  const { today } = useScheme();
  const { reviewDue } = row;
  const flags = row.reasons.flatMap((reason) => (reason === 'overdue' || reason === 'due' ? [] : [reasonWords[reason]]));
  return (
    <>
      <span className="name">
        {row.colour ? <ColourBadge colour={row.colour} /> : null}
        <span className="cut" dir="auto">
          {row.caseName}
        </span>
      </span>
      <span className="at-right">
        {reviewDue === null ? null : isLate(reviewDue, today) ? (
          <LateFlag>{lateWords(reviewDue, today)}</LateFlag>
        ) : (
          <span title={formatDayNear(reviewDue, today)}>{dueWords(reviewDue, today)}</span>
        )}
      </span>
      <span className="line">
        {row.adoptedOn ? `${timeOnScheme(row.adoptedOn, today)} on the scheme` : 'Adoption not dated'}
        {row.cohortPart ? `, ${cohortPartName[row.cohortPart].toLowerCase()}` : ''}
        {row.intensity ? `, ${intensityName[row.intensity].toLowerCase()}` : ''}
      </span>
      <span className="line at-right">
        {[...flags, ...(row.grounds.length > 0 ? [`${row.grounds.length} for leaving`] : [])].join(', ')}
      </span>
    </>
  );
}
