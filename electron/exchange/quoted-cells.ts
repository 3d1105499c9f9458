/**
 * Takes out the spaces between a delimiter and the quotation mark that opens a cell, as in `"CARTERWICK", "Dean, J"`: read as they
 * stand, the mark would be text and the comma behind it would part the cell. Only where the mark closes at the end of a cell.
 * @param text with line ends as `\n`.
 */
export function withoutSpacesBeforeQuotes(text: string, delimiter: string): string {
  if (!text.includes(`${delimiter} "`) && !text.includes(`${delimiter}  "`)) return text;
  let made = '';
  let kept = 0;
  let at = 0;
  while (at < text.length) {
    const opens = afterSpaces(text, at);
    const closes = text.charAt(opens) === '"' ? closingMark(text, opens) : -1;
    const ends = closes < 0 ? -1 : afterSpaces(text, closes + 1);
    if (ends >= 0 && isEnd(text, ends, delimiter)) {
      made += text.slice(kept, at) + text.slice(opens, closes + 1);
      kept = ends;
      at = ends + 1;
      continue;
    }
    // Any other cell, to where it ends.
    while (at < text.length && !isEnd(text, at, delimiter)) at += 1;
    at += 1;
  }
  return made + text.slice(kept);
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (text.charAt(at) === ' ') at += 1;
  return at;
}

/** Where the mark that closes the cell stands; two of them stand for one inside it. Less than 0 where none does. */
function closingMark(text: string, opens: number): number {
  for (let at = text.indexOf('"', opens + 1); at >= 0; at = text.indexOf('"', at + 2)) if (text.charAt(at + 1) !== '"') return at;
  return -1;
}

const isEnd = (text: string, at: number, delimiter: string) =>
  at >= text.length || text.charAt(at) === delimiter || text.charAt(at) === '\n';
