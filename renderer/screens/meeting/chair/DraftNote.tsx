import { useNow } from '../use-now';
import { type DraftState, keptWords } from './draft-desk';

interface DraftNoteProps {
  readonly state: DraftState;
  /** Something is typed that is not recorded yet. */
  readonly isPending: boolean;
  /** Where nothing is pending: what is recorded, if anything. */
  readonly otherwise?: string;
}

/** Tells where typing stands: being saved, saved, not saved and why, or kept from before. */
export function DraftNote({ state, isPending, otherwise = '' }: DraftNoteProps) {
  const now = useNow(1000);
  if (state.kind === 'failing')
    return (
      <span className="late draft-note" role="alert">
        Not saved: {state.problem} The text is here and is tried again.
      </span>
    );
  const words = keptWords(state, now);
  return <span className="draft-note">{isPending ? words || 'draft kept' : otherwise || words}</span>;
}
