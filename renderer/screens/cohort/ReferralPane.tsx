import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { formatDayWithYear } from '../../../shared/language/dates';
import { selectionStateName } from '../../../shared/language/selection';
import type { SelectionRow } from '../../../shared/views/cohort';
import { Button } from '../../components/Button';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';
import { Feedback } from './Feedback';
import { PutBeforePanel } from './PutBeforePanel';
import { ScoreForm } from './ScoreForm';
import { ScoreTable } from './ScoreTable';
import { WithdrawReferral } from './WithdrawReferral';

type Open = 'score' | 'panel' | 'feedback' | 'withdraw' | null;

/** One referral: who says so and why, its score with each part's reason, and what comes next. */
export function ReferralPane({ row }: { readonly row: SelectionRow }) {
  const { agencyOf, may } = useScheme();
  const [, navigate] = useLocation();
  const [open, setOpen] = useState<Open>(null);
  const isOpen = row.state === 'received' || row.state === 'scored' || row.state === 'at-panel';
  const close = () => setOpen(null);
  const toggle = (which: Exclude<Open, null>) => setOpen(open === which ? null : which);
  const { panel } = row;
  return (
    <aside className="pane-detail" aria-label="The referral">
      <h2 dir="auto">
        <Link href={paths.case(row.caseId)}>{row.caseName}</Link>
      </h2>
      <dl className="facts">
        <dt>Referred by</dt>
        <dd>
          {row.organisation || agencyOf(row.agencyId)?.name || 'Unknown'}
          {row.referredBy ? `, ${row.referredBy}` : ''}
        </dd>
        <dt>On</dt>
        <dd>{row.referredOn ? formatDayWithYear(row.referredOn) : 'Not said'}</dd>
        <dt>Why</dt>
        <dd className="prose" dir="auto">
          {row.reason}
        </dd>
        <dt>Stands</dt>
        <dd>
          {selectionStateName[row.state]}
          {row.closingReason ? `: ${row.closingReason}` : ''}
        </dd>
        {row.stays > 0 ? (
          <>
            <dt>Before</dt>
            <dd>On the scheme {row.stays === 1 ? 'once' : `${row.stays} times`} before; the case keeps all of it</dd>
          </>
        ) : null}
      </dl>
      {may('edit-cases') ? (
        <div className="row wrap">
          {isOpen ? (
            <Button size="small" look={row.score || open !== null ? 'plain' : 'primary'} onPress={() => toggle('score')}>
              {row.score ? 'Score again…' : 'Score…'}
            </Button>
          ) : null}
          {panel ? (
            <Button size="small" look="primary" onPress={() => navigate(paths.panel(panel.meetingId))}>
              Open the panel
            </Button>
          ) : isOpen ? (
            <Button size="small" look={row.score && open === null ? 'primary' : 'plain'} onPress={() => toggle('panel')}>
              To a panel…
            </Button>
          ) : null}
          <Button size="small" onPress={() => toggle('feedback')}>
            Feedback…
          </Button>
          {isOpen ? (
            <Button size="small" look="quiet" onPress={() => toggle('withdraw')}>
              Withdraw…
            </Button>
          ) : null}
        </div>
      ) : null}
      {open === 'score' ? <ScoreForm caseId={row.caseId} referralId={row.id} onClose={close} /> : null}
      {open === 'panel' ? <PutBeforePanel caseId={row.caseId} referralId={row.id} subject="selection" onClose={close} /> : null}
      {open === 'feedback' ? <Feedback referralId={row.id} onClose={close} /> : null}
      {open === 'withdraw' ? <WithdrawReferral id={row.id} onClose={close} /> : null}
      {row.score ? (
        <section aria-label="Score">
          <h3 className="part-head">Score</h3>
          <ScoreTable score={row.score} />
        </section>
      ) : (
        <p className="soft small">
          Not scored yet. The matrix weighs the offence, OGRS, frequency, risk and judgement, and proposes a part of the cohort.
        </p>
      )}
    </aside>
  );
}
