import type { Paragraph } from 'docx';
import { isLongCorrection } from '../minutes-lists';
import type { MinutesView, PrintedCorrection } from '../views';
import { type ChangedWords, changedWords } from '../words';
import { softRun, strongRun, type WordRun, type WordTable, type WordText, wordHeading, wordParagraph, wordProse } from './word-parts';

/** What later versions changed: short ones side by side, and what changed at length one text below the other, as on the page. */
export function correctionsInWord({ corrections: changes }: MinutesView): (Paragraph | WordTable)[] {
  if (changes.length === 0) return [];
  const all = changes.map((change) => ({ ...change, words: changedWords(change.said, change.says) }));
  const short = all.filter(({ words }) => !isLongCorrection(words));
  const table: WordTable = {
    caption: 'Corrections: where the minutes were changed, what they said, what they say now, and why',
    heads: ['Version', 'Where', 'It said', 'It says now', 'Why'],
    widths: [3, 5, 7, 7, 5],
    rows: short.map(({ version, what, words, reason }) => [String(version), [strongRun(what)], ...words.map(changedRuns), reason]),
  };
  return [
    wordHeading(1, 'Corrections'),
    ...(short.length === 0 ? [] : [table]),
    ...all.filter(({ words }) => isLongCorrection(words)).flatMap(atLength),
  ];
}

function atLength({ version, what, reason, words: [said, says] }: PrintedCorrection & { readonly words: ReturnType<typeof changedWords> }) {
  return [
    wordHeading(2, `Version ${version}: ${what}`),
    ...wordProse(reason, [softRun('Why  ')]),
    wordHeading(3, 'It said'),
    ...paragraphsOf(changedRuns(said)),
    wordHeading(3, 'It says now'),
    ...paragraphsOf(changedRuns(says)),
  ];
}

/** The words that are not the same are the bold ones. */
function changedRuns({ before, changed, after }: ChangedWords): readonly WordRun[] {
  const parts = [{ text: before }, strongRun(changed), { text: after }].filter(({ text }) => text !== '');
  return parts.length === 0 ? [softRun('nothing')] : parts;
}

/** Runs as prose: a paragraph for each line, none for an empty one. */
function paragraphsOf(runs: readonly WordRun[]): Paragraph[] {
  const lines: WordRun[][] = [[]];
  for (const run of runs) {
    for (const [index, text] of run.text.split(/\r\n?|\n/).entries()) {
      if (index > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    }
  }
  return lines.filter((line) => line.some(({ text }) => text.trim() !== '')).map((line: WordText) => wordParagraph(line));
}
