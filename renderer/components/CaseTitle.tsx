import { type ReactNode, useId, useState } from 'react';
import { Button } from './Button';
import './marks.css';
import { useIsCut } from './use-is-cut';

interface CaseTitleProps {
  readonly name: string;
  /** What stands after the name, such as what the person is called. */
  readonly children?: ReactNode;
}

/** Longer than any name that is usual; beyond it the size gives way. */
const usual = 60;

/** Whose page it is. A name of hundreds of letters takes two lines, so that the case stays in sight, and is whole on request. */
export function CaseTitle({ name, children }: CaseTitleProps) {
  const heading = useId();
  // Of this name: another person's begins short again.
  const [whole, setWhole] = useState<string | null>(null);
  const isWhole = whole === name;
  const [words, isCut] = useIsCut<HTMLHeadingElement>();
  return (
    <>
      <h2
        ref={words}
        id={heading}
        className="case-title"
        data-long={name.length > usual || undefined}
        data-whole={isWhole || undefined}
        title={name}
      >
        <span>
          <bdi>{name}</bdi>
          {children}
        </span>
      </h2>
      {isCut || isWhole ? (
        <Button look="quiet" size="small" aria-expanded={isWhole} aria-controls={heading} onPress={() => setWhole(isWhole ? null : name)}>
          {isWhole ? 'Shorten' : 'Whole name'}
        </Button>
      ) : null}
    </>
  );
}
