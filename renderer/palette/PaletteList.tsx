import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { KeyHints } from '../components/KeyHint';
import { matchParts } from '../data/search';

export interface PaletteRow {
  readonly id: string;
  readonly icon: ReactNode;
  readonly title: string;
  readonly detail: string;
  readonly run: () => void;
}

interface PaletteListProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly rows: readonly PaletteRow[];
  readonly words: readonly string[];
  readonly isSearching: boolean;
  readonly problem: string | null;
}

/** A field and the list under it: the arrow keys move in the list while the caret stays in the field. */
export function PaletteList({ typed, onType, rows, words, isSearching, problem }: PaletteListProps) {
  const list = useId();
  const [at, setAt] = useState(0);
  const active = Math.min(at, rows.length - 1);
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active >= 0) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  // Whoever types and presses Enter at once means what will be found, not what the list shows of the letters before.
  const [isEnterDue, setEnterDue] = useState(false);
  useEffect(() => {
    if (!isEnterDue || isSearching) return;
    setEnterDue(false);
    if (problem === null) rows[active]?.run();
  }, [isEnterDue, isSearching, problem, rows, active]);
  const onKeyDown = (event: KeyboardEvent) => {
    const move = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 8, PageUp: active - 8 }[event.key];
    if (move !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(move, rows.length - 1)));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      setEnterDue(true);
    }
  };
  return (
    <>
      <input
        className="palette-input"
        role="combobox"
        aria-label="Find a case, action, person, document, screen or command"
        aria-expanded
        aria-controls={list}
        aria-activedescendant={active >= 0 ? `${list}-${active}` : undefined}
        placeholder="A name, an alias, a PNC or CRN, an action, a screen…"
        // biome-ignore lint/a11y/noAutofocus: the person asked for this field by its key
        autoFocus
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        value={typed}
        onChange={(event) => {
          onType(event.target.value);
          setAt(0);
          setEnterDue(false);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" role="listbox" id={list} aria-label="Found">
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: it is reached by aria-activedescendant
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and its keys act on the list
          <div
            key={row.id}
            ref={index === active ? line : undefined}
            id={`${list}-${index}`}
            role="option"
            aria-selected={index === active}
            onClick={row.run}
            onMouseMove={() => setAt(index)}
          >
            {row.icon}
            <span className="cut palette-title">
              <Marked text={row.title} words={words} />
            </span>
            <span className="cut palette-detail">
              <Marked text={row.detail} words={words} />
            </span>
          </div>
        ))}
      </div>
      {problem ? <p className="palette-remark late">{problem}</p> : null}
      {rows.length === 0 && !isSearching && !problem ? (
        <p className="palette-remark" role="status">
          Nothing is called “{typed.trim()}”. Try a surname, a part of an identifier, or a word of an action.
        </p>
      ) : null}
      <footer className="palette-foot">
        <KeyHints
          hints={[
            ['↑', '↓', 'move'],
            ['Enter', 'open'],
            ['Esc', 'close'],
          ]}
        />
      </footer>
    </>
  );
}

function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  let at = 0;
  return matchParts(text, words).map((part) => {
    const key = at;
    at += part.text.length;
    return part.isMatch ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
  });
}
