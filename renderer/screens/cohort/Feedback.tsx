import { useState } from 'react';
import { FormButtons } from '../../components/fields/FormButtons';
import { TextArea } from '../../components/fields/TextField';
import { Fetched } from '../../components/Loading';
import { showDone } from '../../components/overlays/toasts';
import { useAction, useVerb } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface FeedbackProps {
  readonly referralId: string;
  readonly onClose: () => void;
}

/** What the one who referred may be told, to read over and send on paper or by e-mail; what was told is kept. */
export function Feedback({ referralId, onClose }: FeedbackProps) {
  const proposed = useVerb('cohort', 'proposeFeedback', { id: referralId });
  return (
    <section className="in-place" aria-label="Feedback to the referrer">
      <Fetched query={proposed} what="what may be told">
        {(text) => <Form referralId={referralId} proposed={text} onClose={onClose} />}
      </Fetched>
    </section>
  );
}

function Form({ referralId, proposed, onClose }: FeedbackProps & { readonly proposed: string }) {
  const { today } = useScheme();
  const record = useAction('cohort', 'recordFeedback', 'inline');
  const [text, setText] = useState(proposed);
  const save = async () => {
    const done = await record.run({ id: referralId, text, sentOn: today });
    if (!done.ok) return;
    showDone('Feedback recorded');
    onClose();
  };
  return (
    <>
      <TextArea
        label="What they may be told"
        value={text}
        onChange={setText}
        rows={5}
        autoFocus
        onEscape={onClose}
        problem={record.problem}
      />
      <p className="small soft">
        Colour, intelligence, offending and other agencies’ work are left out. Copy it, send it, then record it here.
      </p>
      <FormButtons
        save="Record as told today"
        onSave={() => void save()}
        isDisabled={record.isBusy || text.trim() === ''}
        onCancel={onClose}
      />
    </>
  );
}
