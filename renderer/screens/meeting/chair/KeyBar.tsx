import type { ReactNode } from 'react';
import type { ChairItemSummary } from '../../../../shared/views/chairing';
import { Button } from '../../../components/Button';
import { ColourBadge } from '../../../components/colour/ColourBadge';
import { KeyHint } from '../../../components/KeyHint';

interface KeyBarProps {
  readonly next: ChairItemSummary | null;
  /** Words in place of the next case: a break, or the end. */
  readonly nextWords: string | null;
  /** What is missing, said after Ctrl+Enter. */
  readonly missing: string | null;
  readonly isBusy: boolean;
  readonly onNext: () => void;
  readonly more: ReactNode;
}

const hints: readonly (readonly [string, string])[] = [
  ['D', 'Discussion'],
  ['C', 'Colour'],
  ['N', 'New action'],
  ['1–4', 'Settle'],
  ['R', 'Room'],
  ['P', 'Projector'],
  ['?', 'All keys'],
];

/** At the foot: the keys, what is missing, and the one dark button that says what comes next. */
export function KeyBar({ next, nextWords, missing, isBusy, onNext, more }: KeyBarProps) {
  return (
    <footer className="chair-keys">
      {missing === null ? (
        <span className="chair-key-hints">
          {hints.map(([key, says]) => (
            <span key={key}>
              <KeyHint>{key}</KeyHint> {says}
            </span>
          ))}
        </span>
      ) : (
        <p className="chair-missing" role="alert">
          {missing} <span className="soft">Ctrl+Enter again goes on; drafts stay.</span>
        </p>
      )}
      {more}
      <Button look="primary" onPress={onNext} isDisabled={isBusy} aria-keyshortcuts="Control+Enter">
        {nextWords === null && next ? (
          <>
            <span className="cut chair-next-name">
              Next: <bdi>{next.caseName}</bdi>
            </span>{' '}
            <ColourBadge colour={next.colour} size={16} />
          </>
        ) : (
          nextWords
        )}
        <KeyHint>Ctrl Enter</KeyHint>
      </Button>
    </footer>
  );
}
