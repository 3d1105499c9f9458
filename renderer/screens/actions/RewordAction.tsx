import { Pencil } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { mayForAgency } from '../../../shared/rules/permissions';
import type { ActionRow } from '../../../shared/views/actions';
import { announce } from '../../components/announcements';
import { Button } from '../../components/Button';
import { TextArea } from '../../components/fields/TextField';
import { useAction } from '../../data/queries';
import { useScheme } from '../../data/scheme';

interface RewordActionProps {
  readonly action: ActionRow;
  /** Its words as they stand, which give way to the field. */
  readonly children?: ReactNode;
}

/** Puts the words of an open action right where they stand: Enter records them, Esc leaves them. What they were stays in its story. */
export function RewordAction({ action, children = null }: RewordActionProps) {
  const { scheme } = useScheme();
  const [text, setText] = useState<string | null>(null);
  const reword = useAction('actions', 'reword', 'inline');
  const isMine = mayForAgency(scheme.me, action.agencyId, 'change-any-action', 'change-own-agency-actions');
  if (action.outcome !== null || !isMine) return children;
  const save = async () => {
    if (text === null || text.trim() === '') return;
    const { ok } = await reword.run({ id: action.id, text });
    if (!ok) return;
    announce('Reworded');
    setText(null);
  };
  if (text === null)
    return (
      <>
        {children}
        <p>
          <Button look="quiet" size="small" onPress={() => setText(action.text)}>
            <Pencil aria-hidden /> Reword
          </Button>
        </p>
      </>
    );
  return (
    <div className="in-place">
      <TextArea
        label="What is to be done"
        value={text}
        onChange={setText}
        rows={3}
        autoFocus
        onEnter={() => void save()}
        onEscape={() => setText(null)}
        problem={text.trim() === '' ? 'An action says what is to be done.' : reword.problem}
      />
      <div className="row">
        <Button size="small" onPress={() => void save()} isDisabled={reword.isBusy || text.trim() === ''}>
          Record the new words
        </Button>
        <Button size="small" look="quiet" onPress={() => setText(null)}>
          Leave it
        </Button>
      </div>
    </div>
  );
}
