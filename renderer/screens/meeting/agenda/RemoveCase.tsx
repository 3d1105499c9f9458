import { useState } from 'react';
import { Button } from '../../../components/Button';
import { TextField } from '../../../components/fields/TextField';
import { Dialog } from '../../../components/overlays/Dialog';

interface RemoveCaseProps {
  readonly name: string;
  readonly onRemove: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Taking a case off asks why, since somebody will ask. */
export function RemoveCase({ name, onRemove, onCancel }: RemoveCaseProps) {
  const [reason, setReason] = useState('');
  const remove = () => {
    if (reason.trim() !== '') onRemove(reason);
  };
  return (
    <Dialog
      title={`Take ${name} off this agenda`}
      onClose={onCancel}
      buttons={
        <>
          <Button onPress={onCancel}>Leave it on</Button>
          <Button look="primary" onPress={remove} isDisabled={reason.trim() === ''}>
            Take off
          </Button>
        </>
      }
    >
      <TextField
        label="Why"
        value={reason}
        onChange={setReason}
        autoFocus
        onEnter={remove}
        hint="It is kept with the case. The case itself stays as it is."
      />
    </Dialog>
  );
}
