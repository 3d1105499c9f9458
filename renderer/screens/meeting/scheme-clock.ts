import { useEffect, useState } from 'react';
import { callVerb } from '../../data/queries';

/**
 * Milliseconds to add to this window's clock so that it runs as the clock does by which times are recorded; 0 until it
 * is known. In use they are the same. Where the app was started with a clock of its own, as for pictures and tests, a
 * timer that mixed the two would be hours out. Keeping an empty draft changes nothing and says what time it is there.
 */
export function useClockOffset(itemId: string | null): number {
  const [offset, setOffset] = useState(0);
  useEffect(() => {
    if (itemId === null) return;
    let isHere = true;
    callVerb('chairing', 'keepDraft', { itemId, field: 'clock', text: '' }).then(
      ({ savedAt }) => {
        const apart = Date.parse(savedAt) - Date.now();
        // Less than two seconds is the time that the answer took.
        if (isHere) setOffset(Math.abs(apart) < 2000 ? 0 : apart);
      },
      // Without an answer the clocks are taken to agree.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [itemId]);
  return offset;
}
