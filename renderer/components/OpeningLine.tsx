import type { ReactNode } from 'react';

interface OpeningLineProps {
  readonly className: string;
  readonly isOpen: boolean;
  /** Null for those who can do nothing with it: then it only stands there. */
  readonly onToggle: (() => void) | null;
  readonly children: ReactNode;
}

/** A line of a list that opens its form in its place. */
export function OpeningLine({ className, isOpen, onToggle, children }: OpeningLineProps) {
  if (onToggle === null) return <div className={`${className} still`}>{children}</div>;
  return (
    <button type="button" className={className} aria-expanded={isOpen} onClick={onToggle}>
      {children}
    </button>
  );
}
