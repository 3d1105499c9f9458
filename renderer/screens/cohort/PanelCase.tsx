import { useState } from 'react';
import { Link } from 'wouter';
import { cohortPartName } from '../../../shared/language/cohort';
import { cohortDecisionName, leavingGroundName, panelStanceName } from '../../../shared/language/selection';
import type { PanelItemView } from '../../../shared/views/cohort';
import { AgencyCode } from '../../components/AgencyCode';
import { Button } from '../../components/Button';
import { ColourBadge } from '../../components/colour/ColourBadge';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';
import { Decide } from './Decide';
import { SayStance } from './SayStance';
import { ScoreTable } from './ScoreTable';

/** One case before the panel. */
export function PanelCase({ item, isClosed }: { readonly item: PanelItemView; readonly isClosed: boolean }) {
  const { agencyOf, may } = useScheme();
  const [open, setOpen] = useState<'stance' | 'decide' | 'score' | null>(null);
  const off = useAction('cohort', 'takeOffPanel');
  const isOpen = item.decidedAt === null && !isClosed && may('run-conferences');
  const close = () => setOpen(null);
  return (
    <article className="stance" aria-label={item.caseName}>
      <div className="row wrap">
        {item.colour ? <ColourBadge colour={item.colour} /> : null}
        <b className="grow" dir="auto">
          <Link href={paths.case(item.caseId)}>{item.caseName}</Link>
        </b>
        {item.score ? (
          <Button size="small" look="quiet" onPress={() => setOpen(open === 'score' ? null : 'score')} aria-expanded={open === 'score'}>
            {item.score.points} points{item.score.proposedPart ? `, ${cohortPartName[item.score.proposedPart].toLowerCase()} proposed` : ''}
          </Button>
        ) : null}
      </div>
      {item.referralReason || item.note ? (
        <p className="small soft prose" dir="auto">
          {[item.referralReason, item.note].filter((text) => text !== '').join(' ')}
        </p>
      ) : null}
      {open === 'score' && item.score ? <ScoreTable score={item.score} /> : null}
      {item.grounds.length > 0 ? (
        <ul className="small">
          {item.grounds.map(({ ground, evidence }) => (
            <li key={ground}>
              <b>{leavingGroundName[ground]}.</b> {evidence}
            </li>
          ))}
        </ul>
      ) : null}
      {item.cautions.map((caution) => (
        <p key={caution} className="note-box warns small">
          {caution}
        </p>
      ))}
      {[...item.stances].map(({ agencyId, stance, reason, personName }) => (
        <p key={agencyId} className="small">
          <AgencyCode agency={agencyOf(agencyId)} /> <b>{panelStanceName[stance]}</b>
          {personName ? `, ${personName}` : ''}
          {reason ? `: ${reason}` : ''}
          {item.earlierStances
            .filter((earlier) => earlier.agencyId === agencyId)
            .map((earlier) => (
              <span key={earlier.recordedAt} className="soft">
                {' '}
                (before: {panelStanceName[earlier.stance].toLowerCase()}
                {earlier.reason ? `, ${earlier.reason}` : ''})
              </span>
            ))}
        </p>
      ))}
      {item.decision && item.decidedAt !== null ? (
        <p className="note-box">
          <b>{cohortDecisionName[item.decision.kind]}</b>
          {item.decision.cohortPart && item.decision.kind === 'adopted'
            ? `, ${cohortPartName[item.decision.cohortPart].toLowerCase()}`
            : ''}
          : {item.decision.reason}
          {item.decision.dissent ? <span className="soft"> Dissent: {item.decision.dissent}</span> : null}
        </p>
      ) : (
        <p className={item.notAgreed ? 'small soft' : 'small strong'} role="status">
          {item.notAgreed ? `Not agreed yet: ${item.notAgreed}.` : 'Police and probation agree.'}
        </p>
      )}
      {isOpen ? (
        <div className="row wrap">
          <Button
            size="small"
            look={item.notAgreed && open === null ? 'primary' : 'plain'}
            onPress={() => setOpen(open === 'stance' ? null : 'stance')}
          >
            What an agency says…
          </Button>
          <Button
            size="small"
            look={item.notAgreed || open !== null ? 'plain' : 'primary'}
            onPress={() => setOpen(open === 'decide' ? null : 'decide')}
          >
            Decide…
          </Button>
          <Button size="small" look="quiet" onPress={() => void off.run({ id: item.id, reason: 'Taken off by the chair' })}>
            Take off
          </Button>
        </div>
      ) : null}
      {open === 'stance' ? <SayStance item={item} onClose={close} /> : null}
      {open === 'decide' ? <Decide item={item} onClose={close} /> : null}
    </article>
  );
}
