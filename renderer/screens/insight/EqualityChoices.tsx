import { useState } from 'react';
import { type EqualityPopulation, equalityPopulationName, equalityPopulations } from '../../../shared/insight/equality';
import { Button } from '../../components/Button';
import { Select } from '../../components/fields/Select';
import { useScheme } from '../../data/scheme';
import { PopulationDialog } from './PopulationDialog';

interface EqualityChoicesProps {
  readonly choice: EqualityPopulation;
  readonly onChange: (choice: EqualityPopulation) => void;
}

/** Who is compared with the area; and, for a coordinator, the figures of the area. */
export function EqualityChoices({ choice, onChange }: EqualityChoicesProps) {
  const { may } = useScheme();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="picture-choices">
      <Select
        label="Who is compared"
        isLabelHidden
        choices={equalityPopulations.map((id) => ({ id, name: equalityPopulationName[id] }))}
        value={choice}
        onChange={(id) => onChange(equalityPopulations.find((one) => one === id) ?? choice)}
      />
      {may('edit-scheme') ? (
        <Button look="quiet" size="small" onPress={() => setOpen(true)}>
          Population of the area…
        </Button>
      ) : null}
      {isOpen ? <PopulationDialog onClose={() => setOpen(false)} /> : null}
    </div>
  );
}
