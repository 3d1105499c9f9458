import { Plus } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ChairItemView } from '../../../../../shared/views/chairing';
import { KeyHint } from '../../../../components/KeyHint';
import { type LineReading, readCorrections, useActionLine } from '../action-draft';
import { DraftNote } from '../DraftNote';
import { useDraft } from '../desk';
import { leaveField } from '../fields';
import { ActionChips } from './ActionChips';

interface ActionLineProps {
  readonly item: Pick<ChairItemView, 'id' | 'drafts'>;
  /** A general action is about no case. */
  readonly line?: 'action' | 'general-action';
  readonly onRecord: () => void;
  readonly placeholder?: string;
}

/** One line in plain words; what it was read as stands below, to be put right before Enter adds it. */
export function ActionLine({ item, line: of = 'action', onRecord, placeholder = '“Housing: assess at YMCA by Fri”' }: ActionLineProps) {
  const line = useDraft(item, of);
  const corrections = useDraft(item, of === 'action' ? 'action-corrections' : 'general-corrections');
  const readLine = useActionLine();
  const [left, setLeft] = useState(0);
  const reading = readLine((field) => (field === 'action' ? line.text : corrections.text));
  const isEmpty = reading.line.trim() === '';
  const box = useRef<HTMLDivElement>(null);
  // What the line was read as comes up below it, and belongs in sight with it.
  useEffect(() => {
    if (!isEmpty && box.current?.contains(document.activeElement)) box.current.scrollIntoView({ block: 'nearest' });
  }, [isEmpty]);
  return (
    <div className="chair-typed" data-field={of} ref={box}>
      <div className="chair-typed-line">
        <Plus aria-hidden />
        <span className="grow chair-typed-field">
          <Recognised reading={reading} left={left} />
          <input
            aria-label="New action"
            placeholder={placeholder}
            value={reading.line}
            autoComplete="off"
            spellCheck
            maxLength={2000}
            onChange={(event) => {
              line.write(event.target.value);
              if (event.target.value === '') corrections.clear();
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Escape') leaveField();
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
              event.preventDefault();
              onRecord();
            }}
            onScroll={(event) => setLeft(event.currentTarget.scrollLeft)}
          />
        </span>
        {isEmpty ? null : (
          <span className="small mute nowrap">
            <DraftNote state={line.state} isPending />{' '}
            {reading.problem ? null : (
              <>
                <KeyHint>Enter</KeyHint> adds
              </>
            )}
          </span>
        )}
      </div>
      {isEmpty ? null : (
        <ActionChips
          reading={reading}
          onCorrect={(correction) => corrections.write(JSON.stringify({ ...readCorrections(corrections.text), ...correction }))}
        />
      )}
      {!isEmpty && reading.problem ? <p className="small late chair-problem">{reading.problem}</p> : null}
    </div>
  );
}

/** The line once more, under what is typed, with a line under each stretch that was understood. */
function Recognised({ reading, left }: { readonly reading: LineReading; readonly left: number }) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (box.current) box.current.scrollLeft = left;
  }, [left]);
  const { line, spans } = reading;
  return (
    <span className="chair-recognised" ref={box} aria-hidden>
      {spans.map((span, index) => (
        <span key={span.from}>
          {line.slice(spans[index - 1]?.to ?? 0, span.from)}
          <u>{line.slice(span.from, span.to)}</u>
        </span>
      ))}
    </span>
  );
}
