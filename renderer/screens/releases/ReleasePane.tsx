import { useState } from 'react';
import { Link } from 'wouter';
import { formatDay, formatDayWithYear } from '../../../shared/language/dates';
import { releaseSourceName } from '../../../shared/language/release';
import { isInCustody } from '../../../shared/language/statutory-position';
import { releaseFlag } from '../../../shared/rules/release-day';
import { daysLeftWords } from '../../../shared/rules/release-readiness';
import type { ReleaseDetail } from '../../../shared/views/releases';
import { Button } from '../../components/Button';
import { LateFlag } from '../../components/DueDate';
import { Fetched } from '../../components/Loading';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';
import { EditRelease } from './EditRelease';
import { FirstHours } from './FirstHours';
import { MoveDate } from './MoveDate';
import { ReadyItem } from './ReadyItem';
import { RecordOut } from './RecordOut';

/** One release: its day and how it came to it, what is to be ready, and the first 72 hours. */
export function ReleasePane({ caseId }: { readonly caseId: string }) {
  const found = useVerb('releases', 'get', { caseId });
  return (
    <aside className="pane-detail" aria-label="The release">
      <Fetched query={found} what="the release">
        {(detail) => (detail ? <Detail detail={detail} /> : <p className="soft">There is no release to prepare any more.</p>)}
      </Fetched>
    </aside>
  );
}

function Detail({ detail }: { readonly detail: ReleaseDetail }) {
  const { today, may } = useScheme();
  const [panel, setPanel] = useState<'date' | 'out' | 'more' | null>(null);
  const { releaseOn } = detail;
  const flag = releaseOn === null ? null : releaseFlag(releaseOn);
  const close = () => setPanel(null);
  return (
    <>
      <h2 dir="auto">
        <Link href={paths.case(detail.caseId)}>{detail.caseName}</Link>
      </h2>
      <p className="soft">
        {detail.place || 'Prison not known'}
        {detail.expectedAt ? `, expected at ${detail.expectedAt}` : ''}
      </p>
      {detail.note ? (
        <p className="small" dir="auto">
          {detail.note}
        </p>
      ) : null}
      <section className={flag ? 'release flagged' : 'release'} aria-label="The day">
        <span className="label">Release{releaseOn === null ? '' : `, ${daysLeftWords(releaseOn, today)}`}</span>
        <div className="release-day">
          <b>{releaseOn === null ? 'No date yet' : formatDayWithYear(releaseOn)}</b>{' '}
          {flag ? <LateFlag withIcon>{flag.words}</LateFlag> : null}
        </div>
        {flag ? (
          <p>
            Housing, pharmacy and Jobcentre open again <b>{formatDay(flag.opensAgain)}</b>. Ask for {formatDay(flag.askFor[0])} or{' '}
            {formatDay(flag.askFor[1])}.
          </p>
        ) : null}
        {may('edit-cases') ? (
          <div className="row wrap">
            <Button size="small" onPress={() => setPanel(panel === 'date' ? null : 'date')}>
              {releaseOn === null ? 'Set the date…' : 'New date…'}
            </Button>
            {isInCustody(detail.statutoryPosition) ? (
              <Button size="small" onPress={() => setPanel(panel === 'out' ? null : 'out')}>
                Came out…
              </Button>
            ) : null}
            <Button size="small" onPress={() => setPanel(panel === 'more' ? null : 'more')}>
              Prison, hour, note…
            </Button>
          </div>
        ) : null}
      </section>
      {panel === 'date' ? <MoveDate detail={detail} onClose={close} /> : null}
      {panel === 'more' ? <EditRelease detail={detail} onClose={close} /> : null}
      {panel === 'out' ? <RecordOut detail={detail} onClose={close} /> : null}
      {detail.dates.length > 0 ? (
        <section aria-label="Dates so far">
          <h3 className="part-head">Dates so far</h3>
          <ol className="date-story">
            {detail.dates.map((date) => (
              <li key={date.id}>
                <b>{date.releaseOn === null ? 'Taken out' : formatDayWithYear(date.releaseOn)}</b>
                <span className="soft">
                  {date.source === null ? 'Source not noted' : releaseSourceName[date.source]}
                  {date.saidBy ? `, ${date.saidBy}` : ''}
                  {date.saidOn ? `, ${formatDay(date.saidOn)}` : ''}
                  {date.reason ? `: ${date.reason}` : ''}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <section aria-label="What is to be ready">
        <h3 className="part-head">What is to be ready</h3>
        {detail.checks.map((check) => (
          <ReadyItem key={check.item} detail={detail} check={check} />
        ))}
      </section>
      <FirstHours detail={detail} />
    </>
  );
}
