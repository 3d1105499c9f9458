import { useEffect } from 'react';
import { callVerb } from './queries';

const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;
/** Told this often at most, and once more when it was quiet meanwhile, so that the last sign of the person always counts. */
const betweenNotes = 10_000;

/** Tells the main process that somebody is here, so that the scheme does not lock itself under their hands. */
export function useInputNotes(isChairing: boolean): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let isSeen = false;
    const tell = () => {
      isSeen = false;
      // A failure means that the scheme is being locked: there is nothing to keep awake.
      void callVerb('app', 'noteInput', { isChairing }).catch(() => {});
      timer = setTimeout(() => {
        timer = null;
        if (isSeen) tell();
      }, betweenNotes);
    };
    const note = () => {
      isSeen = true;
      if (timer === null) tell();
    };
    tell();
    for (const sign of signs) window.addEventListener(sign, note, { capture: true, passive: true });
    return () => {
      if (timer !== null) clearTimeout(timer);
      for (const sign of signs) window.removeEventListener(sign, note, { capture: true });
    };
  }, [isChairing]);
}
