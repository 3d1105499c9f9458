import { useCallback, useState } from 'react';

const kept = new Map<string, string>();

/**
 * Typing that outlives its field: closed by a slip, or left for another screen, it is there again on coming back, until
 * it is saved or thrown away. Only in this window's memory.
 */
export function useKeptText(
  key: string,
  initial = '',
): { readonly text: string; readonly setText: (text: string) => void; readonly forget: () => void; readonly isKept: boolean } {
  const [state, setState] = useState({ key, text: kept.get(key) ?? initial });
  // The same field of another case: its own text.
  if (state.key !== key) setState({ key, text: kept.get(key) ?? initial });
  const setText = useCallback(
    (text: string) => {
      if (text === initial) kept.delete(key);
      else kept.set(key, text);
      setState({ key, text });
    },
    [key, initial],
  );
  const forget = useCallback(() => {
    kept.delete(key);
    setState({ key, text: initial });
  }, [key, initial]);
  return { text: state.key === key ? state.text : (kept.get(key) ?? initial), setText, forget, isKept: kept.has(key) };
}

/** Nothing typed about one scheme may be left for another. */
export function forgetKeptText(): void {
  kept.clear();
}
