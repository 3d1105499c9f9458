import { useCallback, useSyncExternalStore } from 'react';

/** A laptop's window: as the style sheets of the conference have it. */
export const lowWindow = '(max-height: 820px)';

/** Whether a media query holds now, for what style sheets alone cannot do: a shorter list, not a hidden one. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', onChange);
      return () => list.removeEventListener('change', onChange);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => window.matchMedia(query).matches);
}
