import { useEffect, useState } from 'react';
import type { Events } from '../../shared/ipc/contract';

/** The latest news of long work while `isOn`; null before the first and once it is over. */
export function useProgress(isOn: boolean): Events['progress'] | null {
  const [progress, setProgress] = useState<Events['progress'] | null>(null);
  useEffect(() => {
    if (!isOn) return;
    const stop = window.roundtable.on('progress', setProgress);
    return () => {
      stop();
      setProgress(null);
    };
  }, [isOn]);
  return progress;
}
