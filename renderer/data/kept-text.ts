import { useCallback, useEffect, useMemo, useState } from 'react';
import { callVerb } from './queries';

const kept = new Map<string, string>();
/** Fields whose text is not in the encrypted file yet. */
const waiting = new Set<string>();
let timer: ReturnType<typeof setTimeout> | null = null;

/** As for the drafts of a conference: a pulled plug costs less than a second of typing. */
const quietMilliseconds = 600;

function note(key: string, text: string | null): void {
  if (text === null) kept.delete(key);
  else kept.set(key, text);
  waiting.add(key);
  timer ??= setTimeout(() => void flushKeptText(), quietMilliseconds);
}

/** Sends what waits to the encrypted file, as before the scheme is locked by hand. A failure is tried again with the next key. */
export async function flushKeptText(): Promise<void> {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  if (waiting.size === 0) return;
  const sent = [...waiting];
  waiting.clear();
  try {
    await callVerb('scheme', 'keepTyping', Object.fromEntries(sent.map((key) => [key, kept.get(key) ?? ''])));
  } catch {
    for (const key of sent) waiting.add(key);
  }
}

/**
 * Typing that outlives its field: closed by a slip, left for another screen, locked away or crashed, it is there again on
 * coming back, until it is saved or thrown away. It is in this window's memory and in the encrypted file, nowhere else.
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
      note(key, text === initial ? null : text);
      setState({ key, text });
    },
    [key, initial],
  );
  const forget = useCallback(() => {
    if (kept.has(key)) {
      note(key, null);
      // At once: what was recorded should not come back as typing after a crash.
      void flushKeptText();
    }
    setState({ key, text: initial });
  }, [key, initial]);
  return { text: state.key === key ? state.text : (kept.get(key) ?? initial), setText, forget, isKept: kept.has(key) };
}

/** The same for a form of several fields, kept together. What is kept of an older form than this one is left out. */
export function useKeptForm<T extends Readonly<Record<string, unknown>>>(
  key: string,
  initial: T,
): { readonly fields: T; readonly change: (part: Partial<T>) => void; readonly forget: () => void } {
  const { text, setText, forget } = useKeptText(key, '');
  const fields = useMemo(() => readKept(text, initial), [text, initial]);
  const change = useCallback(
    (part: Partial<T>) => {
      // Two fields may change before the next drawing: what is kept is always the latest.
      setText(JSON.stringify({ ...readKept(kept.get(key) ?? '', initial), ...part }));
    },
    [key, initial, setText],
  );
  return { fields, change, forget };
}

/** What was kept of a form, over its empty or stored fields. */
export function readKept<T extends Readonly<Record<string, unknown>>>(text: string, initial: T): T {
  if (text === '') return initial;
  try {
    const read = JSON.parse(text) as Partial<T>;
    return Object.fromEntries(Object.keys(initial).map((name) => [name, name in read ? read[name] : initial[name]])) as T;
  } catch {
    return initial;
  }
}

/** Takes up what was typed before the scheme was locked or the app ended. True once that is done: no field is drawn before. */
export function useKeptTyping(): boolean {
  const [isHere, setHere] = useState(false);
  useEffect(() => {
    callVerb('scheme', 'keptTyping')
      .then((typed) => {
        for (const [key, text] of Object.entries(typed)) if (!kept.has(key)) kept.set(key, text);
      })
      // Without it everything else still works.
      .catch(() => {})
      .finally(() => setHere(true));
  }, []);
  return isHere;
}

/** Nothing typed about one scheme may be left for another. */
export function forgetKeptText(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  waiting.clear();
  kept.clear();
}
