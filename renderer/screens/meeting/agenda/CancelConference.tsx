import { useState } from 'react';
import { TextField } from '../../../components/fields/TextField';
import { GraveDialog } from '../../../components/overlays/GraveDialog';
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
    <GraveDialog
      title="Cancel this conference?"
      no="It takes place"
      yes="Cancel the conference"
      isReady={isReady}
      isTyped
      onNo={onClose}
      onYes={() => void run()}
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
    </GraveDialog>
  );
}
