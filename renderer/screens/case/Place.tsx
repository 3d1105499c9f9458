import { useState } from 'react';
import { cohortPartName } from '../../../shared/language/cohort';
import { counted } from '../../../shared/language/counted';
import { formatDayWithYear } from '../../../shared/language/dates';
import { cohortDecisionName, intensityName, leavingGroundName, participationPointName } from '../../../shared/language/selection';
import { timeOnScheme } from '../../../shared/rules/staying';
import type { CaseView } from '../../../shared/views/case';
import type { CohortCaseView, CohortDecisionView } from '../../../shared/views/cohort';
import { Button } from '../../components/Button';
import { LateFlag } from '../../components/DueDate';
import { Fetched } from '../../components/Loading';
import { useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { ExitPlanRead } from '../cohort/ExitPlan';
import { ScoreTable } from '../cohort/ScoreTable';
import { RecordParticipation } from './RecordParticipation';

/** A case's place on the scheme: how it came, each review, what the person was told, how it leaves. */
export function Place({ found }: { readonly found: CaseView }) {
  const place = useVerb('cohort', 'case', { caseId: found.id });
  return (
    <section aria-label="Place on the scheme">
      <h3 className="part-head">Place on the scheme</h3>
      <Fetched query={place} what="the place on the scheme">
        {(view) => <Read found={found} view={view} />}
      </Fetched>
    </section>
  );
}

function Read({ found, view }: { readonly found: CaseView; readonly view: CohortCaseView }) {
  const { today, may } = useScheme();
  const [open, setOpen] = useState<'told' | 'score' | null>(null);
  const { adoptedOn } = found.fields;
  const [score] = view.scores;
  return (
    <>
      <p className="small">
        {view.state === 'proposed' ? <b>Proposed for the scheme</b> : view.state === 'left' ? <b>Has left the scheme</b> : null}
        {view.state === 'adopted' && adoptedOn ? `${timeOnScheme(adoptedOn, today)} on the scheme` : ''}
        {view.state === 'adopted' && view.intensity ? `, ${intensityName[view.intensity].toLowerCase()}` : ''}{' '}
        {view.reasons.includes('long-stay') ? <LateFlag>Past the mark</LateFlag> : null}
      </p>
      <ol className="place-story small">
        {view.decisions.map((decision) => (
          <Decision key={decision.id} decision={decision} />
        ))}
      </ol>
      {view.exitPlan ? <ExitPlanRead plan={view.exitPlan} /> : null}
      {view.participations.length === 0 ? (
        <p className="small mute">Nobody has recorded what the person was told about joining.</p>
      ) : (
        view.participations.map((entry) => (
          <p key={entry.id} className="small">
            <b>Told {entry.toldOn ? formatDayWithYear(entry.toldOn) : ''}</b> by {entry.toldBy}
            {entry.how ? `, ${entry.how}` : ''}:{' '}
            <span className="soft">{entry.points.map((point) => participationPointName[point].toLowerCase()).join('; ')}</span>
            {entry.response ? `. ${entry.response}` : ''}
          </p>
        ))
      )}
      <div className="row wrap hanging">
        {may('edit-cases') ? (
          <Button size="small" look="quiet" onPress={() => setOpen(open === 'told' ? null : 'told')}>
            Record what they were told
          </Button>
        ) : null}
        {score ? (
          <Button size="small" look="quiet" onPress={() => setOpen(open === 'score' ? null : 'score')} aria-expanded={open === 'score'}>
            Score: {counted(score.points, 'point')}
          </Button>
        ) : null}
      </div>
      {open === 'told' ? <RecordParticipation caseId={found.id} onClose={() => setOpen(null)} /> : null}
      {open === 'score' && score ? <ScoreTable score={score} /> : null}
    </>
  );
}

function Decision({ decision }: { readonly decision: CohortDecisionView }) {
  const { agencyOf } = useScheme();
  const { kind, decidedOn, reason, grounds, agreedBy, dissent, intensity, intensityBefore } = decision;
  const isStep = kind === 'reviewed' && intensity !== null && intensityBefore !== null && intensity !== intensityBefore;
  return (
    <li>
      <b>
        {decidedOn ? formatDayWithYear(decidedOn) : ''} {cohortDecisionName[kind]}
      </b>
      {kind === 'adopted' && decision.cohortPart ? `, ${cohortPartName[decision.cohortPart].toLowerCase()}` : ''}
      {isStep ? `, now ${intensityName[intensity].toLowerCase()}` : ''}
      {grounds.length > 0 ? `: ${grounds.map((ground) => leavingGroundName[ground].toLowerCase()).join('; ')}` : ''}
      {reason ? <span className="soft">: {reason}</span> : null}
      {agreedBy.length > 0 ? <span className="mute"> Agreed: {agreedBy.map((id) => agencyOf(id)?.name ?? '').join(', ')}.</span> : null}
      {dissent ? <span className="soft"> Dissent: {dissent}</span> : null}
    </li>
  );
}
