/** Longest text of one line in a case, as the contract between window and main process has it. */
export const longestLine = 500;
/** Longest note, likewise. */
export const longestNote = 200_000;

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;
/** Marks that nobody sees, among them those that turn the reading direction and so can hide what a name says. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\ufffb]/g;

/** Most cells: printable ASCII, single spaces, nothing to clean. Files have hundreds of thousands of them. */
const alreadyClean = /^[!-~]+(?: [!-~]+)*$/;
const alreadyPlain = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

/** Text of several lines, without anything that is not text. */
export function cleanProse(text: string): string {
  if (text === '' || alreadyClean.test(text)) return text;
  return text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replaceAll('\r', '\n')
    .replace(controls, '')
    .replace(unseen, '')
    .normalize('NFC')
    .replace(/[ \t\u00a0]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** The same on one line. */
export function cleanLine(text: string): string {
  const prose = cleanProse(text);
  return prose !== '' && !alreadyClean.test(prose) ? prose.replace(/\s+/g, ' ').trim() : prose;
}

/** For comparing: without case, accents, punctuation or doubled spaces. `D.O.B.` and `dob` are one. */
export function plainWords(text: string): string {
  if (text === '' || alreadyPlain.test(text)) return text.toLowerCase();
  const line = cleanLine(text);
  if (alreadyClean.test(line)) {
    return line
      .toLowerCase()
      .replace(/[.'`]/g, '')
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  }
  return line
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[.'’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const blankWords = new Set([
  'n a',
  'na',
  'n k',
  'nk',
  'nil',
  'none',
  'none known',
  'none recorded',
  'nothing known',
  'not known',
  'not applicable',
  'unknown',
  'unk',
  'tbc',
  'tba',
  'to be confirmed',
  'not recorded',
  'not stated',
  'null',
]);

/** Nothing is written there: empty, dashes, question marks, or a word that says so, as `n/a` and `TBC` do. */
export function saysNothing(text: string): boolean {
  const words = plainWords(text);
  return words === '' || blankWords.has(words);
}

/** What stands in a cell whose formula the file holds no result of. */
export const uncalculatedFormula = '#NOT CALCULATED!';

/** A cell whose formula failed in the spreadsheet itself: `#REF!`, `#N/A`. */
export function isFailedFormula(text: string): boolean {
  return /^#(NOT CALCULATED!|REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA|UNKNOWN!)$/i.test(
    text.trim(),
  );
}

/** Why a cell with a failed formula is left out. */
export function failureOfFormula(text: string): string {
  return text.trim() === uncalculatedFormula
    ? 'The formula in this cell has no result in the file: open it in Excel and save it; the cell is left out'
    : 'The formula in this cell fails in the spreadsheet itself; the cell is left out';
}

/** `9.7E+10`: what a spreadsheet makes of a long number when it saves it as text. The figures are gone. */
export function isShortened(text: string): boolean {
  return /^\s*-?\d(\.\d+)?E[+-]\d{2,3}\s*$/i.test(text);
}

/** Why a cell with a shortened number is left out. */
export function shortenedNumber(text: string): string {
  return `The spreadsheet wrote this number short (${text.trim()}) and its figures are lost: format the column as text there, write it anew, and choose the file again; the cell is left out`;
}

/** `A` for 0, `Z` for 25, `AA` for 26. */
export function columnLetters(index: number): string {
  let letters = '';
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** As a spreadsheet names it. `row` counts from 1, `column` from 0. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row}`;
}

/** Enough of a value to find it again. */
export function shorten(text: string, longest = 120): string {
  const line = cleanLine(text);
  const characters = [...line.slice(0, longest * 2)];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : line;
}
