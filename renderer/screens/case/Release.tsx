import { dueWords, formatDay, formatDayWithYear } from '../../../shared/language/dates';
import { releaseFlag } from '../../../shared/rules/release-day';
import type { CaseView } from '../../../shared/views/case';
import { LateFlag } from '../../components/DueDate';
import { useScheme } from '../../data/scheme';
import { CaseField } from './CaseField';

const times = ['', 'once', 'twice', 'three times', 'four times'];

/** A release still to come: its day, what is wrong with that day, and each earlier date struck through. */
export function Release({ found }: { readonly found: CaseView }) {
  const { today } = useScheme();
  const { releaseOn } = found.fields;
  if (releaseOn === null || releaseOn < today) return null;
  const flag = releaseFlag(releaseOn);
  const earlier = found.earlierReleaseDates;
  return (
    <section className={flag ? 'release flagged' : 'release'} aria-label="Release">
      <span className="label">Release, {dueWords(releaseOn, today)}</span>
      <div className="release-day">
        <CaseField caseId={found.id} fields={found.fields} name="releaseOn">
          {formatDayWithYear(releaseOn)}
        </CaseField>
        {flag ? <LateFlag withIcon>{flag.words}</LateFlag> : null}
      </div>
      {flag ? (
        <p>
          Housing, pharmacy and Jobcentre {flag.kind === 'closed-day' ? 'are shut' : 'shut that evening'} and open again{' '}
          <b>{formatDay(flag.opensAgain)}</b>. Ask for {formatDay(flag.askFor[0])} or {formatDay(flag.askFor[1])}.
        </p>
      ) : null}
      {earlier.length > 0 ? (
        <p>
          Moved {times[earlier.length] ?? `${earlier.length} times`}:{' '}
          {earlier.map((day) => (
            <span key={day}>
              <s>{formatDay(day)}</s>,{' '}
            </span>
          ))}
          now {formatDay(releaseOn)}
        </p>
      ) : null}
    </section>
  );
}
