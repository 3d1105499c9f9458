/** A key press, as far as a shortcut cares. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const arrows: Readonly<Record<string, string>> = {
  Up: 'ArrowUp',
  Down: 'ArrowDown',
  Left: 'ArrowLeft',
  Right: 'ArrowRight',
  Space: ' ',
  Esc: 'Escape',
};

/**
 * Whether a press is the shortcut `keys`, written as people say it: `F`, `?`, `Enter`, `Ctrl+K`, `Alt+Up`. Letters
 * match in either case. On a Mac the command key counts as Ctrl. Shift matters only where it is named, since `?` is
 * typed with it on some keyboards and without it on others.
 */
export function isPressOf(keys: string, press: Press): boolean {
  const parts = keys.split('+');
  const name = parts.at(-1) === '' ? '+' : (parts.at(-1) ?? '');
  const wanted = (part: string) => parts.slice(0, -1).includes(part);
  if (wanted('Ctrl') !== (press.ctrlKey || press.metaKey) || wanted('Alt') !== press.altKey) return false;
  if (wanted('Shift') && !press.shiftKey) return false;
  // With Shift, a letter means something else to the person: Shift+N is not N.
  if (!wanted('Shift') && press.shiftKey && /^[a-z]$/i.test(name)) return false;
  return (arrows[name] ?? name).toLowerCase() === press.key.toLowerCase();
}

/** Whether a shortcut is one key without Ctrl or Alt, and so must leave alone whoever is typing. */
export function isPlainKey(keys: string): boolean {
  return !/^(?:Ctrl|Alt)\+/.test(keys);
}
