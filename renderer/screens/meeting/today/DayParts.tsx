import { Link } from 'wouter';
import { counted } from '../../../../shared/language/counted';
import { formatDay, formatDayNear, lateWords } from '../../../../shared/language/dates';
import { readinessItemName } from '../../../../shared/language/release';
import { releaseFlag } from '../../../../shared/rules/release-day';
import { daysLeftWords, pressingDays } from '../../../../shared/rules/release-readiness';
import { reviewAheadDays } from '../../../../shared/rules/staying';
import type { ManagersDay } from '../../../../shared/views/day';
import { AgencyCode } from '../../../components/AgencyCode';
import { LateFlag } from '../../../components/DueDate';
import { useScheme } from '../../../data/scheme';
import { paths } from '../../../routes';
import { lookAtOverdue } from '../../actions/remembered';
import { rememberRelease } from '../../releases/remembered';
import { DayPart } from './DayPart';

/** What is most pressing stands first. */
const mostLines = 5;

/** Overdue actions by agency, the agency with most first. */
export function Overdue({ overdue }: Pick<ManagersDay, 'overdue'>) {
  const { today, agencyOf } = useScheme();
  const count = overdue.reduce((sum, { actions }) => sum + actions, 0);
  return (
    <DayPart
      title="Overdue actions"
      count={count}
      empty="No action is overdue."
      most={mostLines}
      rest={(from) => {
        const others = overdue.slice(from);
        return (
          <>
            <span className="nowrap">
              {others.length} more agencies,{' '}
              {counted(
                others.reduce((sum, { actions }) => sum + actions, 0),
                'action',
              )}
            </span>
            <span className="code-line">
              {others.map(({ agencyId }) => (
                <AgencyCode key={agencyId} agency={agencyOf(agencyId)} />
              ))}
            </span>
          </>
        );
      }}
    >
      {overdue.map(({ agencyId, actions, oldestDueOn }) => (
        <li key={agencyId}>
          <Link href={paths.actions()} onClick={() => lookAtOverdue(agencyId)}>
            <AgencyCode agency={agencyOf(agencyId)} />
            <span className="grow cut">{agencyOf(agencyId)?.name ?? 'No agency'}</span>
            <span className="soft small nowrap">oldest {lateWords(oldestDueOn, today)}</span>
            <b className="today-figure late">{actions}</b>
          </Link>
        </li>
      ))}
    </DayPart>
  );
}

/** Reviews that are late, undated or due, and whose has waited longest. */
export function ReviewsWaiting({ reviews }: Pick<ManagersDay, 'reviews'>) {
  const { today } = useScheme();
  const { late, withoutDate, due, longestLate } = reviews;
  return (
    <DayPart title="Reviews" count={late + withoutDate + due} empty="No review is due.">
      <ReviewCount says="Overdue" count={late} isLate />
      {longestLate.map(({ caseId, caseName, reviewDue }) => (
        <li key={caseId} className="today-under">
          <Link href={paths.case(caseId)}>
            <span className="grow cut" dir="auto">
              {caseName}
            </span>
            <LateFlag>{lateWords(reviewDue, today)}</LateFlag>
          </Link>
        </li>
      ))}
      <ReviewCount says="No date set" count={withoutDate} isLate />
      <ReviewCount says={`Due within ${reviewAheadDays} days`} count={due} />
    </DayPart>
  );
}

function ReviewCount({ says, count, isLate = false }: { readonly says: string; readonly count: number; readonly isLate?: boolean }) {
  if (count === 0) return null;
  return (
    <li>
      <Link href={paths.reviews()}>
        <span className="grow">{says}</span>
        <b className={isLate ? 'today-figure late' : 'today-figure'}>{count.toLocaleString('en-GB')}</b>
      </Link>
    </li>
  );
}

/** Who comes out within a fortnight, and what nobody has in hand yet (CAM 3.3.58). */
export function ReleasesSoon({ releases }: Pick<ManagersDay, 'releases'>) {
  const { today } = useScheme();
  return (
    <DayPart
      title={`Releases in ${pressingDays} days`}
      count={releases.length}
      empty={`Nobody comes out in the next ${pressingDays} days.`}
    >
      {releases.map(({ caseId, caseName, releaseOn, place, ready, needed, gaps }) => {
        const flag = releaseFlag(releaseOn);
        return (
          <li key={caseId}>
            <Link href={paths.releases()} onClick={() => rememberRelease(caseId)} className="today-release">
              <span className="row">
                <b className="grow cut" dir="auto">
                  {caseName}
                </b>
                {flag ? <LateFlag withIcon>{flag.words}</LateFlag> : null}
                <span className="nowrap">
                  {formatDay(releaseOn)}, {daysLeftWords(releaseOn, today)}
                </span>
              </span>
              <span className="soft small">
                {place || 'Prison not known'}, {ready} of {needed} ready
                {gaps.length > 0 ? (
                  <>
                    . <span className="late">Not arranged: {gaps.map((item) => readinessItemName[item].toLowerCase()).join(', ')}</span>
                  </>
                ) : null}
              </span>
            </Link>
          </li>
        );
      })}
    </DayPart>
  );
}

function notIssuedWords(issued: number, notIssued: readonly string[], names: (ids: readonly string[]) => string): string {
  if (issued > 0) return `Not issued: ${names(notIssued)}`;
  return `None is issued. ${notIssued.length === 1 ? '1 agency was' : `${notIssued.length} agencies were`} set actions`;
}

/** Conferences whose packs are not all out. */
export function PacksWaiting({ packs }: Pick<ManagersDay, 'packs'>) {
  const { today, agencyOf } = useScheme();
  const names = (ids: readonly string[]) => ids.map((id) => agencyOf(id)?.name ?? 'an agency').join(', ');
  return (
    <DayPart title="Packs to issue" count={packs.length} empty="Every pack of the last four weeks is issued and given." most={mostLines}>
      {packs.map(({ meetingId, heldOn, issued, notIssued, notGiven }) => (
        <li key={meetingId}>
          <Link href={paths.chairing(meetingId)} className="today-release">
            <b>{heldOn === null ? 'No day' : formatDayNear(heldOn, today)}</b>
            <span className="soft small">
              {notIssued.length > 0 ? <span className="late">{notIssuedWords(issued, notIssued, names)}. </span> : null}
              {notGiven.length > 0 ? `Issued and given to nobody yet: ${names(notGiven)}.` : ''}
            </span>
          </Link>
        </li>
      ))}
    </DayPart>
  );
}
