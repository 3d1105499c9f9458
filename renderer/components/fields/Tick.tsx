import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import './fields.css';

interface TickProps {
  readonly isOn: boolean;
  /** Some of what it stands for is on. */
  readonly isPartly?: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly children?: ReactNode;
  /** Where there are no words beside it. */
  readonly label?: string;
  readonly isDisabled?: boolean;
}

export function Tick({ isOn, isPartly = false, onChange, children, label, isDisabled }: TickProps) {
  return (
    <Checkbox
      className="tick"
      isSelected={isOn}
      isIndeterminate={isPartly}
      onChange={onChange}
      {...(label ? { 'aria-label': label } : {})}
      {...(isDisabled ? { isDisabled } : {})}
    >
      <span className="tick-box">{isPartly ? <Minus aria-hidden /> : isOn ? <Check aria-hidden /> : null}</span>
      {children}
    </Checkbox>
  );
}
