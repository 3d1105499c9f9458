import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from 'react-aria-components';
import './overlays.css';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** At the foot, the button that does it last. */
  readonly buttons?: ReactNode;
  readonly role?: 'dialog' | 'alertdialog';
}

/** For what is grave (final minutes, deselection, erasure) or lies over everything (the keys). All else is done in place. */
export function Dialog({ title, onClose, children, buttons, role = 'dialog' }: DialogProps) {
  return (
    <ModalOverlay className="overlay" isOpen isDismissable={role === 'dialog'} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal className="dialog-box">
        <AriaDialog className="dialog" role={role}>
          <header className="row">
            <Heading slot="title" className="grow">
              {title}
            </Heading>
            <Button className="icon-button" aria-label="Close" onPress={onClose}>
              <X aria-hidden />
            </Button>
          </header>
          <div className="dialog-body">{children}</div>
          {buttons ? <footer className="row">{buttons}</footer> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
