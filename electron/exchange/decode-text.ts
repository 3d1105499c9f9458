export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'Windows-1252';
}

const looked = 8_192;

/**
 * The text of a file whose encoding nobody wrote down: by its byte order mark; else as UTF-16 where every other byte is
 * zero; else as UTF-8 where that is valid throughout; else as Windows-1252, which Excel still saves. Null: not text.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const decoded = decode(bytes);
  return decoded && isText(decoded.text) ? decoded : null;
}

function decode(bytes: Uint8Array): DecodedText | null {
  const utf16 = (label: 'utf-16le' | 'utf-16be'): DecodedText => ({ text: new TextDecoder(label).decode(bytes), encoding: 'UTF-16' });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16('utf-16be');
  const zeros = countZeros(bytes);
  if (zeros.odd > zeros.pairs * 0.4 && zeros.even < zeros.pairs * 0.05) return utf16('utf-16le');
  if (zeros.even > zeros.pairs * 0.4 && zeros.odd < zeros.pairs * 0.05) return utf16('utf-16be');
  try {
    // Fatal, so that one wrong byte anywhere gives the fallback and never a replacement character in a name.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
}

function countZeros(bytes: Uint8Array): { readonly even: number; readonly odd: number; readonly pairs: number } {
  const end = Math.min(bytes.length, looked) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  return { even, odd, pairs: end / 2 };
}

/** A stray control character may slip into a text; many are a picture, a program or an archive. */
function isText(text: string): boolean {
  // A file that was not written to its end is filled up with NUL; the text before is whole.
  const start = text.slice(0, 65_536).replace(/\0+$/, '');
  if (start === '' && text !== '') return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is counted
  const controls = start.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f\ufffd]/g)?.length ?? 0;
  return controls <= start.length * 0.02 + 1;
}
