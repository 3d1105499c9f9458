/**
 * Keys pressed while a screen goes from one person to the next. Taken at once they would act on whoever is still drawn, and
 * what is typed would be written on them; let go, the rest of a word would be shortcuts on the next.
 */
let held: KeyboardEvent[] | null = null;
let lapse: ReturnType<typeof setTimeout>;

/** Whatever keeps the next person from being drawn, the keyboard is not dead for longer than this. */
export const mostHeldMilliseconds = 5000;

const isCtrlEnter = ({ key, ctrlKey, metaKey }: KeyboardEvent) => key === 'Enter' && (ctrlKey || metaKey);

function hold(event: KeyboardEvent): void {
  const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
  // A second Ctrl+Enter is one too many, and not meant for the next: it would be passed over before anybody has read its name.
  if (!isLetter && !isCtrlEnter(event)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (isLetter && !event.repeat) held?.push(event);
}

/** From now on letters and figures are kept, in their order, and Ctrl+Enter does nothing. */
export function holdKeys(): void {
  if (held !== null) return;
  held = [];
  window.addEventListener('keydown', hold, { capture: true });
  lapse = setTimeout(dropHeldKeys, mostHeldMilliseconds);
}

export const areKeysHeld = (): boolean => held !== null;

/** It stays on the same person, or goes to nobody: what was pressed is for nothing. */
export function dropHeldKeys(): void {
  if (held === null) return;
  window.removeEventListener('keydown', hold, { capture: true });
  clearTimeout(lapse);
  held = null;
}

/** The next person is drawn: presses there what was pressed meanwhile. */
export async function giveHeldKeys(): Promise<void> {
  const pressed = held ?? [];
  dropHeldKeys();
  for (const { key, code, shiftKey } of pressed) {
    // What the key before it changed is drawn first: after C, R is a colour. No key of the keyboard comes in between.
    await null;
    const target = document.activeElement ?? document.body;
    const isTaken = !target.dispatchEvent(new KeyboardEvent('keydown', { key, code, shiftKey, bubbles: true, cancelable: true }));
    if (!isTaken && (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement)) write(target, key);
  }
}

/** As if typed: the part that the field belongs to hears of it. */
function write(field: HTMLTextAreaElement | HTMLInputElement, text: string): void {
  const from = field.selectionStart;
  const to = field.selectionEnd;
  if (from === null || to === null || field.readOnly || field.disabled) return;
  field.setRangeText(text, from, to, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
}
