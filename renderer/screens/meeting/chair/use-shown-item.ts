import { useState } from 'react';

export interface Shown {
  /** Where the conference was when this was decided; null before, between and after cases. */
  readonly at: string | null;
  /** A case that stays on the screen though the conference is elsewhere. */
  readonly held: string | null;
}

/**
 * What the screen shows once the conference is at another case. Whoever types goes on typing on the same case: taken from
 * under the hands, the rest of a sentence would be written on another person.
 */
export function shownAt({ at, held }: Shown, currentId: string | null, isTyping: boolean): Shown {
  if (held !== null) return { at: currentId, held: held === currentId ? null : held };
  return { at: currentId, held: isTyping && at !== currentId ? at : null };
}

export interface ShownItem {
  readonly id: string | null;
  /** The conference has gone on from another workstation, and somebody types here still. */
  readonly isHeld: boolean;
  /** Follows the conference again. */
  readonly release: () => void;
}

/** The case on the screen of a running conference. Whoever moves it on in this window leaves the field first. */
export function useShownItem(currentId: string | null, isTyping: () => boolean): ShownItem {
  const [shown, setShown] = useState<Shown>({ at: currentId, held: null });
  // Decided while it is drawn, since a frame later the field would be another person's already.
  const now = shown.at === currentId ? shown : shownAt(shown, currentId, isTyping());
  if (now !== shown) setShown(now);
  return {
    id: now.held ?? currentId,
    isHeld: now.held !== null,
    release: () => setShown(({ at }) => ({ at, held: null })),
  };
}
