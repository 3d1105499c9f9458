import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import './marks.css';

interface ChipProps {
  /** What it is of, before the value: `Area`. */
  readonly of?: string;
  readonly children: ReactNode;
  /** Makes a cross at the right; `removeLabel` says what it does: "Remove the filter Area". */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

export function Chip({ of, children, onRemove, removeLabel = 'Remove' }: ChipProps) {
  return (
    <span className="chip">
      {of ? <span className="chip-of">{of}</span> : null}
      {children}
      {onRemove ? (
        <Button className="chip-remove" aria-label={removeLabel} onPress={onRemove}>
          <X aria-hidden />
        </Button>
      ) : null}
    </span>
  );
}
