/**
 * Runs what is asked for, but not what was asked for last and has not been answered yet: two presses of Enter on one form would
 * record two actions, or two people. Only the last counts, since on, off and on again are three wishes.
 */
export function oneAtATime<Answer>(): (input: unknown, send: () => Promise<Answer>) => Promise<Answer> {
  let last: { readonly input: string; readonly answer: Promise<Answer> } | null = null;
  return (input, send) => {
    const written = writtenOf(input);
    if (written !== null && last?.input === written) return last.answer;
    const mine = { input: written ?? '', answer: send() };
    last = written === null ? null : mine;
    const end = () => {
      if (last === mine) last = null;
    };
    mine.answer.then(end, end);
    return mine.answer;
  };
}

/** What tells one wish from another; null for files, which are too large to be written out and are asked for by buttons that wait. */
function writtenOf(input: unknown): string | null {
  const hasBytes = typeof input === 'object' && input !== null && Object.values(input).some((value) => ArrayBuffer.isView(value));
  return hasBytes ? null : (JSON.stringify(input) ?? 'nothing');
}
