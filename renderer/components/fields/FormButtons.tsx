import type { ReactNode } from 'react';
import { Button } from '../Button';

interface FormButtonsProps {
  /** What saving is called here: "Record", "Save the plan". */
  readonly save: ReactNode;
  readonly onSave: () => void;
  readonly isDisabled?: boolean;
  /** What leaving is called where nothing is lost by it: "Done", "Close". */
  readonly cancel?: string;
  readonly onCancel: () => void;
}

/** The foot of a small form that stands in place: do it, or leave it. */
export function FormButtons({ save, onSave, isDisabled = false, cancel = 'Cancel', onCancel }: FormButtonsProps) {
  return (
    <div className="row">
      <Button look="primary" size="small" onPress={onSave} isDisabled={isDisabled}>
        {save}
      </Button>
      <Button look="quiet" size="small" onPress={onCancel}>
        {cancel}
      </Button>
    </div>
  );
}
