import type { ReactNode } from 'react';
import './marks.css';

interface CaseTitleProps {
  readonly name: string;
  /** What stands after the name, such as what the person is called. */
  readonly children?: ReactNode;
}

/** Longer than any name that is usual; beyond it the size gives way, since a name at the head of its page is never cut. */
const usual = 60;

/** Whose page it is. A name of hundreds of letters leaves room for the case. */
export function CaseTitle({ name, children }: CaseTitleProps) {
  return (
    <h2 className="case-title" data-long={name.length > usual || undefined}>
      <bdi>{name}</bdi>
      {children}
    </h2>
  );
}
