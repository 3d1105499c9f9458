import type { KnownScheme } from '../../../shared/views/scheme';

export interface FirstRunProps {
  readonly onOpened: () => void;
}

export interface UnlockProps {
  readonly schemes: readonly KnownScheme[];
  readonly onOpened: () => void;
}
