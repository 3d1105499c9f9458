import type { ReactNode } from 'react';
import { Button } from '../../components/Button';
import { KeyHint } from '../../components/KeyHint';
import { useKeys } from '../../keys/keys';

interface StepFootProps {
  readonly onBack: () => void;
  readonly backName?: string;
  /** What is so at this moment: that nothing has been recorded yet. */
  readonly children: ReactNode;
  readonly next: string;
  readonly onNext: () => void;
  readonly isNextOff: boolean;
}

/** The foot of a step: back, how things stand, and what comes next. */
export function StepFoot({ onBack, backName = 'Back', children, next, onNext, isNextOff }: StepFootProps) {
  useKeys('Import', [{ keys: 'Ctrl+Enter', says: next, run: onNext, isOff: isNextOff }]);
  return (
    <footer className="step-foot">
      <Button onPress={onBack}>{backName}</Button>
      <p className="grow soft small">{children}</p>
      <Button look="primary" onPress={onNext} isDisabled={isNextOff}>
        {next} <KeyHint>Ctrl Enter</KeyHint>
      </Button>
    </footer>
  );
}
