import { useState } from 'react';
import { Link } from 'wouter';
import { addDays, formatDayWithYear } from '../../../shared/language/dates';
import { type Intensity, intensities, intensityName, leavingGroundName } from '../../../shared/language/selection';
import { type SchemeRules, stepDown, timeOnScheme } from '../../../shared/rules/staying';
import type { ReviewRow } from '../../../shared/views/cohort';
import { Button } from '../../components/Button';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { Segmented } from '../../components/fields/Segmented';
import { TextArea } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';
import { ExitPlan } from './ExitPlan';
import { PutBeforePanel } from './PutBeforePanel';

interface ReviewPaneProps {
  readonly row: ReviewRow;
  readonly rules: SchemeRules;
}

/** One review: what the record says, then stay at an intensity, plan a soft exit, or go before the panel. */
export function ReviewPane({ row, rules }: ReviewPaneProps) {
  const { today, may } = useScheme();
  const [open, setOpen] = useState<'review' | 'panel' | 'exit' | null>(null);
  const close = () => setOpen(null);
  const down = stepDown(row.intensity);
  return (
    <aside className="pane-detail" aria-label="The review">
      <h2 dir="auto">
        <Link href={paths.case(row.caseId)}>{row.caseName}</Link>
      </h2>
      <dl className="facts">
        <dt>On the scheme</dt>
        <dd>{row.adoptedOn ? `${timeOnScheme(row.adoptedOn, today)}, since ${formatDayWithYear(row.adoptedOn)}` : 'Adoption not dated'}</dd>
        <dt>Review due</dt>
        <dd>{row.reviewDue ? formatDayWithYear(row.reviewDue) : 'No date: one is always set'}</dd>
        <dt>Last review</dt>
        <dd>{row.reviewedOn ? formatDayWithYear(row.reviewedOn) : 'None recorded'}</dd>
        <dt>Intensity</dt>
        <dd>{row.intensity ? intensityName[row.intensity] : 'Nobody has said'}</dd>
      </dl>
      {row.reasons.includes('long-stay') ? (
        <p className="note-box warns">Past {rules.longStayMonths} months. Staying is to be argued for, with the reason (CAM 2.1.7).</p>
      ) : null}
      <section aria-label="What speaks for leaving">
        <h3 className="part-head">What speaks for leaving</h3>
        {row.grounds.length === 0 ? (
          <p className="small mute">Nothing in the record.</p>
        ) : (
          <ul className="says">
            {row.grounds.map(({ ground, evidence }) => (
              <li key={ground}>
                <b>{leavingGroundName[ground]}.</b> {evidence}
              </li>
            ))}
          </ul>
        )}
      </section>
      {may('edit-cases') ? (
        <div className="row wrap">
          <Button size="small" look={open === null ? 'primary' : 'plain'} onPress={() => setOpen(open === 'review' ? null : 'review')}>
            {down && row.grounds.length > 0 ? `Stays, step down to ${intensityName[down].toLowerCase()}…` : 'Stays…'}
          </Button>
          <Button size="small" onPress={() => setOpen(open === 'exit' ? null : 'exit')}>
            Soft exit…
          </Button>
          <Button size="small" onPress={() => setOpen(open === 'panel' ? null : 'panel')}>
            To the panel…
          </Button>
        </div>
      ) : null}
      {open === 'review' ? (
        <RecordReview row={row} proposed={row.grounds.length > 0 ? (down ?? 'light') : (row.intensity ?? 'standard')} onClose={close} />
      ) : null}
      {open === 'exit' ? <ExitPlan caseId={row.caseId} onClose={close} /> : null}
      {open === 'panel' ? <PutBeforePanel caseId={row.caseId} referralId={null} subject="leaving" onClose={close} /> : null}
    </aside>
  );
}

interface RecordReviewProps {
  readonly row: ReviewRow;
  readonly proposed: Intensity;
  readonly onClose: () => void;
}

function RecordReview({ row, proposed, onClose }: RecordReviewProps) {
  const { today, scheme } = useScheme();
  const record = useAction('cohort', 'review', 'inline');
  const [intensity, setIntensity] = useState<Intensity>(proposed);
  const [next, setNext] = useState<string | null>(addDays(today, scheme.reviewWeeks * 7));
  const [reason, setReason] = useState('');
  const save = async () => {
    if (next === null) return;
    const done = await record.run({ caseId: row.caseId, intensity, nextReviewOn: next, reason });
    if (!done.ok) return;
    showDone('Review recorded');
    onClose();
  };
  return (
    <section className="in-place" aria-label="Record the review">
      <Segmented
        label="Intensity from now on"
        isBoxed
        value={intensity}
        onChange={setIntensity}
        choices={intensities.map((id) => ({ id, name: intensityName[id] }))}
      />
      <DateField label="Next review" value={next} onChange={setNext} />
      <TextArea label="Why they stay" value={reason} onChange={setReason} rows={2} autoFocus onEscape={onClose} problem={record.problem} />
      <FormButtons
        save="Record the review"
        onSave={() => void save()}
        isDisabled={record.isBusy || reason.trim() === '' || next === null}
        onCancel={onClose}
      />
    </section>
  );
}
