import type { ReactNode } from 'react';

interface InPlaceFormProps {
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form in the place of a line: Enter in a field sends it, Esc leaves it. */
export function InPlaceForm({ onSubmit, onClose, children }: InPlaceFormProps) {
  return (
    <form
      className="scheme-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
      onKeyDown={(event) => {
        // An open list takes Esc for itself first.
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      {children}
    </form>
  );
}
