import { useState } from 'react';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { TextField } from '../../../components/TextField';
import { useAction } from '../../../data/queries';

/** Calls a conference off, and asks why, since somebody will ask. */
export function CancelConference({ meetingId, onClose }: { readonly meetingId: string; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const cancel = useAction('meetings', 'cancel', 'inline');
  const isReady = reason.trim() !== '' && !cancel.isBusy;
  const run = async () => {
    if (isReady && (await cancel.run({ meetingId, reason })).ok) onClose();
  };
  return (
    <Dialog
      title="Cancel this conference?"
      role="alertdialog"
      onClose={onClose}
      buttons={
        <>
          <Button onPress={onClose}>It takes place</Button>
          <Button look="primary" isDisabled={!isReady} onPress={() => void run()}>
            Cancel the conference
          </Button>
        </>
      }
    >
      <p>
        It cannot be taken back. Its cases stay on the register; plan another conference for them. Whoever was invited is then to be told.
      </p>
      <TextField
        label="Why"
        value={reason}
        onChange={setReason}
        autoFocus
        onEnter={() => void run()}
        problem={cancel.problem}
        hint="It is kept with the conference, and is in no message."
      />
    </Dialog>
  );
}
