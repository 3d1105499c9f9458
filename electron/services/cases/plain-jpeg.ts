import { leastPhotographSide, mostPhotographBytes, mostPhotographSide } from '../../../shared/language/photograph';

export interface PlainJpeg {
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const quantisation = 0xdb;
const huffman = 0xc4;
const restartInterval = 0xdd;
const jfif = 0xe0;
/** JFIF's own fields and no small copy of the picture behind them. */
const plainJfif = 16;
/** Adobe's segment says how the colours are coded: without it a picture may look wrong. Its own fields, and nothing behind them. */
const adobe = 0xee;
const plainAdobe = 14;
const kept = new Set([quantisation, huffman, restartInterval]);

/**
 * The same picture with nothing in it but the picture: where it was taken, on which telephone and the small copy of what was
 * cut away stand in segments that are left out. Null where it is no JPEG that a printer can be trusted with, or too large.
 */
export function plainJpeg(bytes: Uint8Array): PlainJpeg | null {
  if (bytes.length > 4 * mostPhotographBytes || bytes[0] !== 0xff || bytes[1] !== startOfImage) return null;
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let frame: { readonly width: number; readonly height: number } | null = null;
  for (let at = 2; at + 4 <= bytes.length; ) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    const length = wordAt(bytes, at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (isFrame(marker)) {
      // One picture of 8 bits a colour, grey or in three colours: four are for presses, and readers differ about them.
      if (frame !== null || !isPlainFrame(marker) || bytes[at + 4] !== 8 || ![1, 3].includes(bytes[at + 9] ?? 0)) return null;
      frame = { height: wordAt(bytes, at + 5), width: wordAt(bytes, at + 7) };
      parts.push(bytes.subarray(at, end));
    } else if (marker === startOfScan) {
      // The picture itself runs to the end marker; what a telephone hangs on behind that is not the picture.
      const close = endOf(bytes, end);
      if (frame === null || close === null) return null;
      parts.push(bytes.subarray(at, close));
      return within(Buffer.concat(parts), frame);
    } else if (kept.has(marker) || (marker === jfif && length === plainJfif) || (marker === adobe && length === plainAdobe)) {
      parts.push(bytes.subarray(at, end));
    }
    at = end;
  }
  return null;
}

/** Markers C0 to CF begin a frame, but for three that mean something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![huffman, 0xc8, 0xcc].includes(marker);
/** Baseline, which is what a window writes: one scan, and nothing between its beginning and its end but the picture. */
const isPlainFrame = (marker: number) => marker === 0xc0;

/** Where the end marker ends; null where there is none, or where something else than the picture lies before it. */
function endOf(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff || isOfPicture(next)) continue;
    return next === endOfImage ? at + 2 : null;
  }
  return null;
}

/** Behind FF: zero where the picture has that byte itself, a mark to begin again at, or one more FF to fill up. */
const isOfPicture = (byte: number) => byte === 0 || byte === 0xff || (byte >= 0xd0 && byte <= 0xd7);
const wordAt = (bytes: Uint8Array, at: number) => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

function within(bytes: Uint8Array, { width, height }: { readonly width: number; readonly height: number }): PlainJpeg | null {
  const isFit = Math.min(width, height) >= leastPhotographSide && Math.max(width, height) <= mostPhotographSide;
  return isFit && bytes.length <= mostPhotographBytes ? { bytes, width, height } : null;
}
