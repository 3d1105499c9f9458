import { useState } from 'react';
import { type NeedPriority, needPriorities, needPriorityName, type Progress, progressLevels } from '../../../shared/language/pathway';
import type { NeedView } from '../../../shared/views/case';
import { Button } from '../../components/Button';
import { Segmented } from '../../components/fields/Segmented';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { useKeptText } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

const shortProgress: Readonly<Record<Progress, string>> = { deterioration: 'Worse', none: 'None', some: 'Some', good: 'Good' };
const nobody = 'none';

interface ReviewNeedProps {
  readonly need: NeedView;
  readonly onClose: () => void;
}

/** Under a need: its progress today, its priority, its agency, and a way to take it off. */
export function ReviewNeed({ need, onClose }: ReviewNeedProps) {
  const { scheme } = useScheme();
  const review = useAction('cases', 'reviewNeed', 'inline');
  const edit = useAction('cases', 'editNeed', 'inline');
  const withdraw = useAction('cases', 'withdrawNeed', 'inline');
  const note = useKeptText(`${need.id} review`, need.note);
  const reason = useKeptText(`${need.id} withdraw`);
  const [progress, setProgress] = useState<Progress | null>(need.progress);
  const [isTakingOff, setTakingOff] = useState(false);
  const save = async () => {
    const isReviewed = progress !== null;
    const done = isReviewed ? await review.run({ needId: need.id, progress, note: note.text, meetingId: null }) : { ok: true };
    const noted = done.ok && note.text !== need.note ? await edit.run({ id: need.id, note: note.text }) : done;
    if (!noted.ok) return;
    note.forget();
    onClose();
  };
  const takeOff = async () => {
    if (reason.text.trim() !== '' && (await withdraw.run({ id: need.id, reason: reason.text })).ok) reason.forget();
  };
  const problem = review.problem ?? edit.problem ?? withdraw.problem;
  return (
    <div className="in-place">
      <Segmented
        label="Progress today"
        isBoxed
        value={progress}
        onChange={setProgress}
        choices={progressLevels.toReversed().map((id) => ({ id, name: shortProgress[id] }))}
      />
      <TextField
        label="Note"
        value={note.text}
        onChange={note.setText}
        onEnter={() => void save()}
        onEscape={onClose}
        autoFocus
        hint="Enter records the review"
      />
      <div className="in-place-pair">
        <Select
          label="Priority"
          value={need.priority}
          choices={needPriorities.map((id) => ({ id, name: needPriorityName[id] }))}
          onChange={(id) => void edit.run({ id: need.id, priority: id as NeedPriority })}
        />
        <Select
          label="Agency that works on it"
          value={need.agencyId ?? nobody}
          choices={[
            { id: nobody, name: 'None named' },
            ...scheme.agencies.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id, name }) => ({ id, name })),
          ]}
          onChange={(id) => void edit.run({ id: need.id, agencyId: id === nobody ? null : id })}
        />
      </div>
      {problem ? (
        <p className="field-problem" role="alert">
          {problem} What you typed is still here.
        </p>
      ) : null}
      {isTakingOff ? (
        <TextField
          label="Why take this need off?"
          value={reason.text}
          onChange={reason.setText}
          autoFocus
          onEnter={() => void takeOff()}
          onEscape={() => setTakingOff(false)}
          hint="Enter takes it off, and keeps it in the history"
        />
      ) : null}
      <div className="row">
        <Button size="small" look="primary" onPress={() => void save()} isDisabled={review.isBusy || edit.isBusy}>
          Record review
        </Button>
        <Button size="small" look="quiet" onPress={() => setTakingOff(true)}>
          Take off
        </Button>
      </div>
    </div>
  );
}
