/**
 * What a refused or broken call says to the person. The main process rejects with a full sentence; Electron puts its
 * own words before it, which tell nobody anything.
 */
export function failureWords(failure: unknown): string {
  const message = failure instanceof Error ? failure.message : typeof failure === 'string' ? failure : '';
  const sentence = message
    .replace(/^Error invoking remote method '[^']*':\s*/, '')
    .replace(/^(?:[A-Z]\w*)?Error:\s*/, '')
    .trim();
  return sentence === '' ? 'It could not be done, and the computer did not say why.' : sentence;
}
