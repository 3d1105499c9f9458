import { drawableCharacters } from './fonts';

/** What people paste along without seeing it: soft hyphens, zero-width spaces, byte order marks. Nothing is lost with them. */
const unseen = /[\u00ad\u200b\ufeff]/g;
const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const asciiOnly = /^[\n -~]*$/;

/** Marks that change the order or joining of other letters: a font may hold them, yet a reader must see that they are there. */
const isDirection = (code: number) =>
  (code >= 0x200c && code <= 0x200f) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2060 && code <= 0x206f);
const isControl = (code: number) => (code < 0x20 && code !== 0x0a) || (code >= 0x7f && code < 0xa0);

/**
 * The text as it can be drawn. A character that the font lacks, a control character and a mark of direction are shown
 * as `[U+1F600]`, since a PDF would leave a box or nothing at all. Line breaks of every kind become `\n`.
 */
export function printableText(text: string): string {
  if (asciiOnly.test(text)) return text;
  const drawable = drawableCharacters();
  let result = '';
  for (const character of text.normalize('NFC').replace(lineBreaks, '\n').replace(unseen, '').replace(/\t/g, ' ')) {
    const code = character.codePointAt(0) ?? 0;
    const isShown = code === 0x0a || (drawable.has(code) && !isControl(code) && !isDirection(code));
    result += isShown ? character : `[U+${code.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return result;
}

/** A whole view with every text in it made drawable, so that no document has to think of it. */
export function printable<View>(view: View): View {
  if (typeof view === 'string') return printableText(view) as View;
  if (Array.isArray(view)) return view.map(printable) as View;
  if (typeof view === 'object' && view !== null) {
    return Object.fromEntries(Object.entries(view).map(([key, value]) => [key, printable(value)])) as View;
  }
  return view;
}
