import { leastPhotographSide, mostPhotographBytes, mostPhotographSide } from '../../shared/language/photograph';

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
/** Adobe's segment says how the colours are coded: without it a picture may look wrong. */
const kept = new Set([0xee, quantisation, huffman, restartInterval]);

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
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return null;
    if (isFrame(marker)) {
      // One picture of 8 bits a colour, grey or in three colours: four are for presses, and readers differ about them.
      if (frame !== null || !isPlainFrame(marker) || bytes[at + 4] !== 8 || ![1, 3].includes(bytes[at + 9] ?? 0)) return null;
      frame = {
        height: ((bytes[at + 5] ?? 0) << 8) | (bytes[at + 6] ?? 0),
        width: ((bytes[at + 7] ?? 0) << 8) | (bytes[at + 8] ?? 0),
      };
      parts.push(bytes.subarray(at, end));
    } else if (marker === startOfScan) {
      // The picture itself runs to the end marker; what a telephone hangs on behind that is not the picture.
      const close = endOf(bytes, end);
      if (frame === null || close === null) return null;
      parts.push(bytes.subarray(at, close));
      return within(Buffer.concat(parts), frame);
    } else if (kept.has(marker) || (marker === jfif && length === plainJfif)) {
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

/** Where the end marker ends. */
function endOf(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at += 1) if (bytes[at] === 0xff && bytes[at + 1] === endOfImage) return at + 2;
  return null;
}

function within(bytes: Uint8Array, { width, height }: { readonly width: number; readonly height: number }): PlainJpeg | null {
  const isFit = Math.min(width, height) >= leastPhotographSide && Math.max(width, height) <= mostPhotographSide;
  return isFit && bytes.length <= mostPhotographBytes ? { bytes, width, height } : null;
}
