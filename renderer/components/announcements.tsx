import { useSyncExternalStore } from 'react';

let spoken = { text: '', turn: 0 };
const listeners = new Set<() => void>();

/** Tells a screen reader what changed where nothing that has focus says so. */
export function announce(text: string): void {
  spoken = { text, turn: spoken.turn + 1 };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The live region. Drawn once. The space that comes and goes makes the same words be read twice. */
export function Announcements() {
  const { text, turn } = useSyncExternalStore(subscribe, () => spoken);
  return (
    <div className="visually-hidden" aria-live="polite" role="status">
      {text}
      {turn % 2 === 0 ? '' : '\u00a0'}
    </div>
  );
}
