import { canDraw } from './fonts';

const newline = 0x0a;
const asSpace = new Set([0x09, 0x0b, 0x0c]);
const asNewline = new Set([0x0d, 0x85, 0x2028, 0x2029]);

/**
 * Joiners, marks of direction and the like, which come with what is pasted out of other programs. They have no ink, so nothing
 * is lost with them. What turns the letters after it round (U+202D, U+202E) is none of these: it is named.
 */
const withoutInk = /[\u00ad\u061c\u200c-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff]|[\ufe00-\ufe0f]/g;

const code = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;

/**
 * Text as the fonts can print it. A run of characters that they lack becomes its codes in brackets, `[U+1F44D]`, so that
 * nobody reads a record from which something has silently gone. Printing the result again changes nothing.
 */
export function printable(text: string): string {
  const normal = text.toWellFormed().replace(withoutInk, '').normalize('NFC').replaceAll('\r\n', '\n');
  if (canDrawAll(normal)) return normal;
  let result = '';
  let missing: string[] = [];
  const tell = () => {
    if (missing.length > 0) result += `[${missing.join(' ')}]`;
    missing = [];
  };
  for (const character of normal) {
    const codePoint = character.codePointAt(0) as number;
    const drawn = asNewline.has(codePoint) ? '\n' : asSpace.has(codePoint) ? ' ' : character;
    if (drawn === character && codePoint !== newline && !canDraw(codePoint)) {
      missing.push(code(codePoint));
      continue;
    }
    tell();
    result += drawn;
  }
  tell();
  return result;
}

function canDrawAll(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    // A surrogate is never drawable by itself, so text beyond the basic plane takes the slow way.
    if (unit !== newline && !canDraw(unit)) return false;
  }
  return true;
}

/** For the one line that page furniture has: what does not fit is cut, since a second line would push the marking off the page. */
export function fitted(text: string, most: number): string {
  const line = printable(text).replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

/** Widths of letters in parts of the size they are set in, at least what they are in the fonts. */
function widthOf(letter: string): number {
  if (/[iljI.,:;'’ ]/.test(letter)) return 0.27;
  if (/[tfr()-]/.test(letter)) return 0.36;
  if (/[mMW@—…]/.test(letter)) return 0.9;
  return /[\p{Lu}w&]/u.test(letter) ? 0.72 : 0.56;
}

/** The same where letters of any width must stand on one line: `ems` is its length, in parts of the size of the letters. */
export function fittedTo(text: string, ems: number): string {
  const line = fitted(text, Number.MAX_SAFE_INTEGER);
  const widthsTo = (letters: string) => [...letters].reduce((sum, letter) => sum + widthOf(letter), 0);
  if (widthsTo(line) <= ems) return line;
  const letters = [...line];
  while (letters.length > 0 && widthsTo(`${letters.join('')}…`) > ems) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
