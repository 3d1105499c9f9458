interface JpegWish {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Further segments before the picture, by marker: 0xe1 is what a camera writes. */
  readonly segments?: readonly { readonly marker: number; readonly text: string }[];
  /** What hangs on behind the end of the picture. */
  readonly tail?: string;
}

/** A whole grey JPEG, made by hand: one table with one code, so every block of 8 by 8 is two zero bits. */
export function jpegOf({ width, height, segments = [], tail = '' }: JpegWish): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const oneCode = [1, ...Array.from({ length: 15 }, () => 0), 0];
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xe0, [...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]),
    ...segments.flatMap(({ marker, text }) => segment(marker, [...Buffer.from(text)])),
    ...segment(0xdb, [0, ...Array.from({ length: 64 }, () => 1)]),
    ...segment(0xc0, [8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]),
    ...segment(0xc4, [0x00, ...oneCode]),
    ...segment(0xc4, [0x10, ...oneCode]),
    ...segment(0xda, [1, 1, 0, 0, 63, 0]),
    ...Array.from({ length: Math.ceil((2 * blocks) / 8) }, () => 0),
    ...[0xff, 0xd9],
    ...Buffer.from(tail),
  ]);
}

const segment = (marker: number, body: readonly number[]) => [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body];
