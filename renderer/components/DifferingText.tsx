import type { Stretch } from '../../shared/merge/differing-words';
import './differing-text.css';

interface DifferingTextProps {
  readonly stretches: readonly Stretch[];
  /** What marks a word: that it stands only here, that it was taken out, or that it was put in. */
  readonly as?: 'mark' | 'del' | 'ins';
}

/** One of several versions of a text, with the words that the others have not. */
export function DifferingText({ stretches, as: Mark = 'mark' }: DifferingTextProps) {
  return stretches.map(({ text, differs }, index) =>
    differs ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no other name than their place
      <Mark key={index} className="differs">
        {text}
      </Mark>
    ) : (
      text
    ),
  );
}
