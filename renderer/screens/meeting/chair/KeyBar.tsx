import type { ReactNode } from 'react';
import type { ChairItemSummary } from '../../../../shared/views/chairing';
import { Button } from '../../../components/Button';
import { ColourBadge } from '../../../components/colour/ColourBadge';
import { KeyHint } from '../../../components/KeyHint';

interface KeyBarProps {
  readonly next: ChairItemSummary | null;
  /** Words in place of the next case: a break, or the end. */
  readonly nextWords: string | null;
  /** Who stays on the screen while the conference is at another case already, `next`; null where it is at this one. */
  readonly heldOn: string | null;
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
export function KeyBar({ next, nextWords, heldOn, missing, isBusy, onNext, more }: KeyBarProps) {
  return (
    <footer className="chair-keys">
      <Foot heldOn={heldOn} missing={missing} />
      {more}
      <Button look="primary" onPress={onNext} isDisabled={isBusy} aria-keyshortcuts="Control+Enter">
        {nextWords === null && next ? (
          <>
            <span className="cut chair-next-name">
              {heldOn === null ? 'Next' : 'Go to'}: <bdi>{next.caseName}</bdi>
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

function Foot({ heldOn, missing }: Pick<KeyBarProps, 'heldOn' | 'missing'>) {
  if (missing !== null)
    return (
      <p className="chair-missing" role="alert">
        {missing} <span className="soft">Ctrl+Enter again goes on; drafts stay.</span>
      </p>
    );
  if (heldOn !== null)
    return (
      <p className="chair-held" role="alert">
        The conference has gone on. <span className="soft">What you type here stays with</span> <bdi>{heldOn}</bdi>.
      </p>
    );
  return (
    <span className="chair-key-hints">
      {hints.map(([key, says]) => (
        <span key={key}>
          <KeyHint>{key}</KeyHint> {says}
        </span>
      ))}
    </span>
  );
}
