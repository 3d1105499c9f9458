import { useState } from 'react';
import { type ReleaseSource, releaseSourceName, releaseSources } from '../../../shared/language/release';
import type { ReleaseDetail } from '../../../shared/views/releases';
import { announce } from '../../components/announcements';
import { Button } from '../../components/Button';
import { DateField } from '../../components/fields/DateField';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface MoveDateProps {
  readonly detail: ReleaseDetail;
  readonly onClose: () => void;
}

/** Another day for a release, or the same confirmed, with who said so. Every day that it has had stays. */
export function MoveDate({ detail, onClose }: MoveDateProps) {
  const { today } = useScheme();
  const set = useAction('releases', 'setDate', 'inline');
  const [on, setOn] = useState<string | null>(detail.releaseOn);
  const [source, setSource] = useState<ReleaseSource>('prison');
  const [saidBy, setSaidBy] = useState('');
  const [reason, setReason] = useState('');
  const save = async (releaseOn: string | null) => {
    const done = await set.run({ caseId: detail.caseId, releaseOn, source, saidBy, reason, saidOn: today });
    if (!done.ok) return;
    announce('Release date recorded');
    onClose();
  };
  return (
    <section className="in-place" aria-label="New release date">
      <div className="form-grid">
        <DateField label="Release on" value={on} onChange={setOn} autoFocus problem={set.problem} onEscape={onClose} />
        <Select
          label="Said by"
          value={source}
          onChange={(id) => setSource(id as ReleaseSource)}
          choices={releaseSources.map((id) => ({ id, name: releaseSourceName[id] }))}
        />
        <TextField label="Who there" value={saidBy} onChange={setSaidBy} onEscape={onClose} />
        <TextField label="Why it changed" value={reason} onChange={setReason} onEnter={() => void save(on)} onEscape={onClose} />
      </div>
      <div className="row wrap">
        <Button look="primary" size="small" onPress={() => void save(on)} isDisabled={set.isBusy || on === null}>
          {on === detail.releaseOn ? 'Confirm this date' : 'Record this date'}
        </Button>
        {detail.releaseOn === null ? null : (
          <Button size="small" onPress={() => void save(null)} isDisabled={set.isBusy}>
            No date any more
          </Button>
        )}
        <Button look="quiet" size="small" onPress={onClose}>
          Cancel
        </Button>
      </div>
    </section>
  );
}
