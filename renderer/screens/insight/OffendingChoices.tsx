import { countedName, type OffendingChoice, windows } from '../../../shared/insight/before-after';
import { countedKinds } from '../../../shared/outcomes/before-after';
import { Segmented } from '../../components/fields/Segmented';
import { Select } from '../../components/fields/Select';

interface OffendingChoicesProps {
  readonly choice: OffendingChoice;
  readonly onChange: (choice: OffendingChoice) => void;
}

/** What is counted before and after adoption, and over how long. */
export function OffendingChoices({ choice, onChange }: OffendingChoicesProps) {
  return (
    <div className="picture-choices">
      <Select
        label="Counted"
        isLabelHidden
        choices={countedKinds.map((id) => ({ id, name: countedName[id] }))}
        value={choice.kind}
        onChange={(id) => onChange({ ...choice, kind: countedKinds.find((kind) => kind === id) ?? choice.kind })}
      />
      <Segmented
        label="Time before and after"
        choices={windows.map(({ days, name }) => ({ id: String(days), name }))}
        value={String(choice.window)}
        onChange={(id) => onChange({ ...choice, window: Number(id) })}
      />
    </div>
  );
}
