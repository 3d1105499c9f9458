/** A key press, as far as it tells typing from commands. */
export interface TypedPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  /** Milliseconds, as events carry them. */
  readonly timeStamp: number;
}

/** A field that may be taken off the screen while somebody types in it. */
type Field = Pick<Element, 'isConnected'>;

/** Longer than anybody halts between two letters of a sentence that they have in mind, shorter than it takes to look up. */
const pauseMilliseconds = 1500;
const neutral = new Set(['Shift', 'CapsLock', 'AltGraph', 'Dead', 'Process']);
const erasing = new Set(['Backspace', 'Delete']);

export interface StrayTyping {
  /**
   * Whether a press is the rest of what somebody types into a field that has gone from under the hands, as when a colleague's
   * work arrives that settles the same action. `field` is what the press goes into, null where letters are not text.
   */
  readonly isStray: (press: TypedPress, field: Field | null) => boolean;
  /** Somebody has pointed at something, or gone elsewhere: what comes next is meant for that. */
  readonly end: () => void;
}

/** Follows what is typed, so that no letter of it becomes a shortcut, nor its Enter an answer, on whoever stands there then. */
export function followTyping(): StrayTyping {
  let last: { readonly field: Field; readonly at: number } | null = null;
  return {
    isStray({ key, ctrlKey, metaKey, altKey, timeStamp }, field) {
      if (neutral.has(key)) return false;
      const isText = (key.length === 1 || erasing.has(key)) && !ctrlKey && !metaKey && !altKey;
      if (field !== null) {
        last = isText ? { field, at: timeStamp } : null;
        return false;
      }
      const isCutOff = last !== null && !last.field.isConnected && timeStamp - last.at <= pauseMilliseconds;
      const isStray = isCutOff && (isText || key === 'Enter');
      last = isStray && isText && last !== null ? { field: last.field, at: timeStamp } : null;
      return isStray;
    },
    end() {
      last = null;
    },
  };
}
