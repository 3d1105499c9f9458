import { useState } from 'react';
import { Link } from 'wouter';
import { addDays, formatDayWithYear } from '../../../shared/language/dates';
import type { LeftRow } from '../../../shared/views/cohort';
import { Button } from '../../components/Button';
import { DateField } from '../../components/DateField';
import { LateFlag } from '../../components/DueDate';
import { EmptyState } from '../../components/EmptyState';
import { TextField } from '../../components/TextField';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';

/** Those who have left: why, whether softly, and when what is held of them is due for a decision. */
export function Left({ rows }: { readonly rows: readonly LeftRow[] }) {
  const { today, may } = useScheme();
  const [keeping, setKeeping] = useState<string | null>(null);
  if (rows.length === 0)
    return <EmptyState title="Nobody has left yet">Whoever leaves stays findable here, with the reason and the soft exit.</EmptyState>;
  return (
    <table className="points">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Left</th>
          <th scope="col">Why</th>
          <th scope="col">Soft exit</th>
          <th scope="col">Held until</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const until = row.keepUntil ?? row.retentionDue;
          return (
            <tr key={row.caseId}>
              <td dir="auto">
                <Link href={paths.case(row.caseId)}>{row.caseName}</Link>
              </td>
              <td className="nowrap">{row.leftOn ? formatDayWithYear(row.leftOn) : ''}</td>
              <td dir="auto">{row.reason}</td>
              <td>{row.hasExitPlan ? 'Planned' : <span className="mute">None</span>}</td>
              <td>
                {until === null ? '' : until <= today ? <LateFlag>Decide whether to keep it</LateFlag> : formatDayWithYear(until)}
                {row.keepReason ? <span className="soft"> {row.keepReason}</span> : null}{' '}
                {may('edit-scheme') ? (
                  <Button size="small" look="quiet" onPress={() => setKeeping(keeping === row.caseId ? null : row.caseId)}>
                    Keep longer…
                  </Button>
                ) : null}
                {keeping === row.caseId ? <Keep caseId={row.caseId} onClose={() => setKeeping(null)} /> : null}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Keep({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const { today } = useScheme();
  const keep = useAction('cohort', 'keepLonger', 'inline');
  const [until, setUntil] = useState<string | null>(addDays(today, 365));
  const [reason, setReason] = useState('');
  const save = async () => {
    if (until === null || reason.trim() === '') return;
    const done = await keep.run({ caseId, keepUntil: until, reason });
    if (done.ok) onClose();
  };
  return (
    <div className="in-place">
      <DateField label="Keep until" value={until} onChange={setUntil} />
      <TextField label="Why" value={reason} onChange={setReason} onEnter={() => void save()} onEscape={onClose} problem={keep.problem} />
      <Button size="small" look="primary" onPress={() => void save()} isDisabled={keep.isBusy || reason.trim() === ''}>
        Keep it
      </Button>
    </div>
  );
}
