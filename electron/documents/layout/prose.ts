import { printable } from './printable';

/**
 * pdfmake drops an unbreakable row that is taller than a page: no error, the words are simply not there. So prose is cut
 * into pieces that always fit, whatever their letters: 900 of the widest letter fill 17 lines beside the labels.
 */
export const mostInPiece = 900;

/** Cuts text into pieces of at most `most` characters: at line ends always, then at the ends of sentences, else between words. */
export function pieces(text: string, most = mostInPiece): string[] {
  return printable(text)
    .split('\n')
    .flatMap((paragraph) => cut(paragraph.trim(), most));
}

/** The same for a cell of a table. @param line as `cellLine` gives it. */
export const cellPieces = (line: string, most: number): string[] => (line.length <= most ? [line] : cut(line, most));

/** Text as a cell has it, where a line end is only a space. Looked for from the first space of a run only: from each of thousands, the time would grow by the square. */
export const cellLine = (text: string) => printable(text).replace(/(?<! ) *\n[ \n]*/g, ' ');

function cut(text: string, most: number): string[] {
  const result: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = placeToCut(rest, most);
    result.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  if (rest !== '') result.push(rest);
  return result;
}

function placeToCut(text: string, most: number): number {
  const head = text.slice(0, most);
  // A sentence that ends in the first third would leave a stub of a paragraph.
  const sentence = Math.max(...['. ', '? ', '! ', '; '].map((end) => head.lastIndexOf(end)));
  if (sentence > most / 3) return sentence + 2;
  const space = head.lastIndexOf(' ');
  if (space > most / 3) return space + 1;
  // Never between the halves of a pair of surrogates.
  return /[\ud800-\udbff]/.test(head.charAt(most - 1)) ? most - 1 : most;
}
