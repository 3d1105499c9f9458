import { useState } from 'react';
import { type NeedPriority, needPriorities, needPriorityName, type Pathway, pathwayName, pathways } from '../../../shared/language/pathway';
import { FormButtons } from '../../components/fields/FormButtons';
import { Segmented } from '../../components/fields/Segmented';
import { Select } from '../../components/fields/Select';
import { TextField } from '../../components/fields/TextField';
import { useKeptText } from '../../data/kept-text';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface AddNeedProps {
  readonly caseId: string;
  /** Pathways that are needs already. */
  readonly has: readonly Pathway[];
  readonly onClose: () => void;
}

/** A new need, in its place in the list. Its agency is the one whose pathway it is, where there is one. */
export function AddNeed({ caseId, has, onClose }: AddNeedProps) {
  const { scheme } = useScheme();
  const add = useAction('cases', 'addNeed', 'inline');
  const note = useKeptText(`${caseId} need`);
  const [pathway, setPathway] = useState<Pathway | null>(null);
  const [priority, setPriority] = useState<NeedPriority>('medium');
  const [isAsked, setAsked] = useState(false);
  const save = async () => {
    setAsked(true);
    if (pathway === null) return;
    const agency = scheme.agencies.find((each) => !each.isWithdrawn && !each.isCore && each.pathways.includes(pathway));
    const done = await add.run({ caseId, pathway, priority, note: note.text, agencyId: agency?.id ?? null });
    if (!done.ok) return;
    note.forget();
    onClose();
  };
  return (
    <div className="in-place">
      <Select
        label="Need"
        value={pathway}
        onChange={(id) => setPathway(id as Pathway)}
        choices={pathways.filter((each) => !has.includes(each)).map((id) => ({ id, name: pathwayName[id] }))}
        problem={isAsked && pathway === null ? 'Choose a need' : null}
        autoFocus
      />
      <Segmented
        label="Priority"
        isBoxed
        value={priority}
        onChange={setPriority}
        choices={needPriorities.map((id) => ({ id, name: needPriorityName[id] }))}
      />
      <TextField
        label="Note"
        value={note.text}
        onChange={note.setText}
        onEnter={() => void save()}
        onEscape={onClose}
        problem={add.problem}
        hint="Enter adds the need"
      />
      <FormButtons save="Add need" onSave={() => void save()} isDisabled={add.isBusy} onCancel={onClose} />
    </div>
  );
}
