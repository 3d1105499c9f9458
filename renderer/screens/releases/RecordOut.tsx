import { useState } from 'react';
import { useLocation } from 'wouter';
import {
  isInCustody,
  type StatutoryPosition,
  statutoryPositionName,
  statutoryPositions,
} from '../../../shared/language/statutory-position';
import type { ReleaseDetail } from '../../../shared/views/releases';
import { DateField } from '../../components/fields/DateField';
import { FormButtons } from '../../components/fields/FormButtons';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { showDone } from '../../components/overlays/toasts';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';
import { paths } from '../../routes';

interface RecordOutProps {
  readonly detail: ReleaseDetail;
  readonly onClose: () => void;
}

/** They came out. Having left custody they need a colour, so the case is opened, where one is proposed. */
export function RecordOut({ detail, onClose }: RecordOutProps) {
  const { today } = useScheme();
  const [, navigate] = useLocation();
  const record = useAction('releases', 'recordRelease', 'inline');
  const [on, setOn] = useState<string | null>(detail.releaseOn !== null && detail.releaseOn <= today ? detail.releaseOn : today);
  const [position, setPosition] = useState<StatutoryPosition>('licence');
  const [note, setNote] = useState('');
  const save = async () => {
    if (on === null) return;
    const done = await record.run({ caseId: detail.caseId, releasedOn: on, statutoryPosition: position, note });
    if (!done.ok) return;
    showDone('Release recorded. The case now needs a colour.');
    navigate(paths.case(detail.caseId));
  };
  return (
    <section className="in-place" aria-label="Record the release">
      <div className="form-grid">
        <DateField label="Came out on" value={on} onChange={setOn} autoFocus problem={record.problem} onEscape={onClose} />
        <Select
          label="Stands now"
          value={position}
          onChange={(id) => setPosition(id as StatutoryPosition)}
          choices={statutoryPositions.filter((id) => !isInCustody(id)).map((id) => ({ id, name: statutoryPositionName[id] }))}
        />
        <div className="wide">
          <TextField label="Note" value={note} onChange={setNote} onEnter={() => void save()} onEscape={onClose} />
        </div>
      </div>
      <FormButtons save="Record the release" onSave={() => void save()} isDisabled={record.isBusy || on === null} onCancel={onClose} />
    </section>
  );
}
