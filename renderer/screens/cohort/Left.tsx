import { Fragment, useState } from 'react';
import { Link } from 'wouter';
import { addDays, formatDayWithYear } from '../../../shared/language/dates';
import type { LeftRow } from '../../../shared/views/cohort';
import { Button } from '../../components/Button';
import { LateFlag } from '../../components/DueDate';
import { EmptyState } from '../../components/EmptyState';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { TextField } from '../../components/fields/TextField';
import { PlainTable } from '../../components/lists/PlainTable';
import { useOneOpen } from '../../components/overlays/one-open';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';

/** Those who have left: why, whether softly, and when what is held of them is due for a decision. */
export function Left({ rows }: { readonly rows: readonly LeftRow[] }) {
  const { today, may } = useScheme();
  const { open, toggle, close } = useOneOpen();
  if (rows.length === 0)
    return <EmptyState title="Nobody has left yet">Whoever leaves stays findable here, with the reason and the soft exit.</EmptyState>;
  return (
    <PlainTable heads={['Name', 'Left', 'Why', 'Soft exit', 'Held until', { name: 'Keep longer', isHidden: true }]}>
      {rows.map((row) => {
        const until = row.keepUntil ?? row.retentionDue;
        return (
          <Fragment key={row.caseId}>
            <tr>
              <td dir="auto">
                <Link href={paths.case(row.caseId)}>{row.caseName}</Link>
              </td>
              <td className="nowrap">{row.leftOn ? formatDayWithYear(row.leftOn) : ''}</td>
              <td dir="auto">{row.reason}</td>
              <td>{row.hasExitPlan ? 'Planned' : <span className="mute">None</span>}</td>
              <td>
                {until === null ? '' : until <= today ? <LateFlag>Decide whether to keep it</LateFlag> : formatDayWithYear(until)}
                {row.keepReason ? <span className="soft"> {row.keepReason}</span> : null}
              </td>
              <td className="figure">
                {may('edit-scheme') ? (
                  <Button
                    size="small"
                    look="quiet"
                    onPress={() => toggle(row.caseId)}
                    aria-expanded={open === row.caseId}
                    aria-label={`Keep longer: ${row.caseName}`}
                  >
                    Keep longer…
                  </Button>
                ) : null}
              </td>
            </tr>
            {open === row.caseId ? (
              <tr className="opened">
                <td colSpan={6}>
                  <Keep caseId={row.caseId} onClose={() => close(row.caseId)} />
                </td>
              </tr>
            ) : null}
          </Fragment>
        );
      })}
    </PlainTable>
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
      <FormButtons
        save="Keep it"
        onSave={() => void save()}
        isDisabled={keep.isBusy || reason.trim() === '' || until === null}
        onCancel={onClose}
      />
    </div>
  );
}
