import type { ReactNode } from 'react';
import { Button } from '../Button';
import { Dialog } from './Dialog';

interface GraveDialogProps {
  readonly title: string;
  /** On the button that leaves all as it is. */
  readonly no: string;
  /** On the button that does it. */
  readonly yes: string;
  readonly isReady?: boolean;
  /** Where something is to be typed first, that has the focus; elsewhere Enter changes nothing. */
  readonly isTyped?: boolean;
  readonly onNo: () => void;
  readonly onYes: () => void;
  readonly children: ReactNode;
}

/** Asks once before what cannot be taken back, or only with trouble. */
export function GraveDialog({ title, no, yes, isReady = true, isTyped = false, onNo, onYes, children }: GraveDialogProps) {
  return (
    <Dialog
      title={title}
      role="alertdialog"
      onClose={onNo}
      buttons={
        <>
          <Button onPress={onNo} autoFocus={!isTyped}>
            {no}
          </Button>
          <Button look="primary" isDisabled={!isReady} onPress={onYes}>
            {yes}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
