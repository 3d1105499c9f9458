/** What one agency does not agree with, in its words; `agency` is empty where nobody is named. */
export interface Dissent {
  readonly agency: string;
  readonly text: string;
}

/**
 * Dissent is one text, so that two who write at once lose nothing of each other's, with a line for each agency that begins
 * with its name: `Housing Options: Too early`. A line that begins otherwise goes on with the one before it.
 */
export function dissentsIn(text: string, agencies: readonly string[] = []): readonly Dissent[] {
  const longestFirst = agencies.filter((name) => name !== '').toSorted((one, other) => other.length - one.length);
  const dissents: { agency: string; text: string }[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const agency = longestFirst.find((name) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`));
    const last = dissents.at(-1);
    if (agency !== undefined) dissents.push({ agency, text: line.slice(agency.length + 1).trim() });
    else if (last === undefined) dissents.push({ agency: '', text: line });
    else last.text = `${last.text}\n${line}`;
  }
  return dissents;
}

/** The text with a line for one more agency, at whose end its reason is written; the same where it has one. */
export function withDissenter(text: string, agency: string, agencies: readonly string[]): string {
  if (dissentsIn(text, agencies).some((each) => each.agency === agency)) return text;
  const before = text.trimEnd();
  return `${before}${before === '' ? '' : '\n'}${agency}: `;
}
