import { useEffect, useRef } from 'react';
import type { PartnersUpdate } from '../../../../shared/views/partners-day';
import { announce } from '../../../components/announcements';
import { FormButtons } from '../../../components/fields/FormButtons';
import { TextArea } from '../../../components/fields/TextField';
import { KeyHint } from '../../../components/KeyHint';
import { useKeptText } from '../../../data/kept-text';
import { useAction } from '../../../data/queries';
import { useScheme } from '../../../data/scheme';
import { useKeys } from '../../../keys/keys';

interface WriteUpdateProps {
  readonly itemId: string;
  readonly caseName: string;
  readonly onClose: () => void;
}

/** An update for the conference. It is kept with each key; the chair reads it once it is sent. */
export function WriteUpdate({ itemId, caseName, onClose }: WriteUpdateProps) {
  const { scheme } = useScheme();
  const text = useKeptText(`${itemId} update`);
  const contribute = useAction('chairing', 'contribute', 'inline');
  const { agencyId, personId } = scheme.me;
  const send = async () => {
    if (agencyId === null || text.text.trim() === '' || contribute.isBusy) return;
    const sent = await contribute.run({ itemId, agencyId, personId, text: text.text.trim() });
    if (!sent.ok) return;
    text.forget();
    announce('Update sent');
    onClose();
  };
  return (
    <UpdateComposer
      label={`Update on ${caseName}`}
      text={text.text}
      setText={text.setText}
      problem={contribute.problem}
      send="Send it"
      hint="Kept here as you type. Sent, it goes to the chair and to the agencies on this case, also later if the folder is out of reach now."
      canSend={text.text.trim() !== '' && !contribute.isBusy}
      onSend={() => void send()}
      onClose={onClose}
    />
  );
}

/** What was sent, to be put right until the case is heard. Emptied, it is taken back. */
export function ReviseUpdate({ update, onClose }: { readonly update: PartnersUpdate; readonly onClose: () => void }) {
  const text = useKeptText(`${update.id} revised`, update.text);
  const revise = useAction('chairing', 'reviseUpdate', 'inline');
  const isEmpty = text.text.trim() === '';
  const send = async () => {
    const sent = await revise.run({ id: update.id, text: text.text.trim() });
    if (!sent.ok) return;
    text.forget();
    announce(isEmpty ? 'Update taken back' : 'Update changed');
    onClose();
  };
  return (
    <UpdateComposer
      label="What you sent"
      text={text.text}
      setText={text.setText}
      problem={revise.problem}
      send={isEmpty ? 'Take it back' : 'Send the change'}
      hint="What it said before stays in the record. Empty it to take it back."
      canSend={!revise.isBusy}
      onSend={() => void send()}
      onClose={() => {
        text.forget();
        onClose();
      }}
    />
  );
}

interface ComposerProps {
  readonly label: string;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly problem: string | null;
  readonly send: string;
  readonly hint: string;
  readonly canSend: boolean;
  readonly onSend: () => void;
  readonly onClose: () => void;
}

/** A text that goes to the chair and to the agencies on the case. It is kept with each key, and sent by Ctrl+Enter. */
export function UpdateComposer({ label, text, setText, problem, send, hint, canSend, onSend, onClose }: ComposerProps) {
  const form = useRef<HTMLDivElement>(null);
  // The field takes the focus; what sends it is to be seen too. In braces: newer windows give a promise for a scroll, which is no clean-up.
  useEffect(() => {
    form.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  useKeys('Writing an update', [{ keys: 'Ctrl+Enter', says: send, run: onSend, isOff: !canSend }]);
  return (
    <div ref={form} className="in-place partner-form">
      <TextArea
        label={label}
        rows={4}
        value={text}
        onChange={setText}
        onEscape={onClose}
        hint={hint}
        problem={problem ? `${problem} What you typed is still here.` : null}
        autoFocus
      />
      <FormButtons
        save={
          <>
            {send} <KeyHint>Ctrl Enter</KeyHint>
          </>
        }
        onSave={onSend}
        isDisabled={!canSend}
        cancel="Not now"
        onCancel={onClose}
      />
    </div>
  );
}
