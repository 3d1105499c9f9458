import { useState } from 'react';
import type { ReleaseDetail } from '../../../shared/views/releases';
import { announce } from '../../components/announcements';
import { FormButtons } from '../../components/fields/FormButtons';
import { TextArea, TextField } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';

const clock = /^([01]\d|2[0-3]):[0-5]\d$/;

interface EditReleaseProps {
  readonly detail: ReleaseDetail;
  readonly onClose: () => void;
}

/** What is known of a release besides its day: the prison, the hour at the gate, a note. Only what was changed is recorded. */
export function EditRelease({ detail, onClose }: EditReleaseProps) {
  const edit = useAction('releases', 'edit', 'inline');
  const [place, setPlace] = useState(detail.place);
  const [hour, setHour] = useState(detail.expectedAt ?? '');
  const [note, setNote] = useState(detail.note);
  const isHourWrong = hour !== '' && !clock.test(hour);
  const save = async () => {
    if (isHourWrong) return;
    const expectedAt = hour === '' ? null : hour;
    const changes = {
      ...(place === detail.place ? {} : { place }),
      ...(expectedAt === detail.expectedAt ? {} : { expectedAt }),
      ...(note === detail.note ? {} : { note }),
    };
    if (Object.keys(changes).length > 0) {
      const done = await edit.run({ caseId: detail.caseId, ...changes });
      if (!done.ok) return;
      announce('Recorded');
    }
    onClose();
  };
  return (
    <section className="in-place" aria-label="Prison, hour and note">
      <div className="form-grid">
        <TextField
          label="Prison"
          value={place}
          onChange={setPlace}
          autoFocus
          onEnter={() => void save()}
          onEscape={onClose}
          problem={edit.problem}
        />
        <TextField
          label="Hour at the gate, such as 09:30"
          value={hour}
          onChange={setHour}
          onEnter={() => void save()}
          onEscape={onClose}
          problem={isHourWrong ? 'A time of day, such as 09:30' : null}
        />
        <div className="wide">
          <TextArea label="Note" value={note} onChange={setNote} rows={2} onEscape={onClose} />
        </div>
      </div>
      <FormButtons save="Save" onSave={() => void save()} isDisabled={edit.isBusy} onCancel={onClose} />
    </section>
  );
}
