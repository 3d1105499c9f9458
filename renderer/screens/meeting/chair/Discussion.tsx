import { useEffect, useId } from 'react';
import type { ChairItemView } from '../../../../shared/views/chairing';
import { KeyHint } from '../../../components/KeyHint';
import { DraftNote } from './DraftNote';
import { useDesk, useDraft } from './desk';
import { leaveField } from './fields';

interface DiscussionProps {
  readonly item: ChairItemView;
  readonly isLocked: boolean;
  /** Records what stands in the field; called when the caret leaves it. */
  readonly onLeave: () => void;
}

/** What is said, typed as people speak. A plain text area, so that 100 kB stay as quick as one line. */
export function Discussion({ item, isLocked, onLeave }: DiscussionProps) {
  const draft = useDraft(item, 'discussion');
  const text = draft.text ?? item.discussion;
  const isPending = text.trimEnd() !== item.discussion.trimEnd();
  const label = useId();
  const desk = useDesk();
  // biome-ignore lint/correctness/useExhaustiveDependencies: when another text is recorded, here or on another workstation
  useEffect(() => desk.giveWay(item.id, 'discussion'), [desk, item.id, item.discussion]);
  const write = (typed: string) => {
    // Kept before the typing itself, so that of two chairs neither writes over what the other recorded meanwhile.
    if (!(desk.isDraft(item.id, 'discussion') ?? item.drafts.discussion !== undefined)) desk.write(item.id, 'discussion-seen', text);
    draft.write(typed);
  };
  return (
    <section className="chair-discussion" data-field="discussion">
      <h3 className="part-head" id={label}>
        Discussion <KeyHint>D</KeyHint>
        <span className="at-right">
          <DraftNote state={draft.state} isPending={isPending} otherwise={item.discussion === '' ? '' : 'recorded'} />
        </span>
      </h3>
      <textarea
        className="field-input chair-notes"
        autoComplete="off"
        aria-labelledby={label}
        value={text}
        readOnly={isLocked}
        placeholder={isLocked ? 'Nothing was written down.' : 'Typed as people speak; kept as you type.'}
        spellCheck={text.length < 20_000}
        onChange={(event) => write(event.target.value)}
        onBlur={onLeave}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leaveField();
        }}
      />
    </section>
  );
}
