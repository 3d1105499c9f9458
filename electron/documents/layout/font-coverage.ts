/** One flag for every code point of Unicode: 1 where the TrueType font has a glyph. Reads the `cmap` table, formats 4 and 12. */
export function coveredCodePoints(file: Uint8Array): Uint8Array {
  const data = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const covered = new Uint8Array(0x110000);
  const table = tableOffset(data, 'cmap');
  for (let index = 0; index < data.getUint16(table + 2); index += 1) {
    const subtable = table + data.getUint32(table + 4 + index * 8 + 4);
    const format = data.getUint16(subtable);
    if (format === 4) addSegments(data, subtable, covered);
    if (format === 12) addGroups(data, subtable, covered);
  }
  return covered;
}

function tableOffset(data: DataView, name: string): number {
  for (let index = 0; index < data.getUint16(4); index += 1) {
    const record = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => data.getUint8(record + byte)));
    if (tag === name) return data.getUint32(record + 8);
  }
  throw new Error(`The font file has no ${name} table.`);
}

function addSegments(data: DataView, subtable: number, covered: Uint8Array): void {
  const doubled = data.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + doubled + 2;
  const deltas = starts + doubled;
  const offsets = deltas + doubled;
  for (let at = 0; at < doubled; at += 2) {
    const start = data.getUint16(starts + at);
    const offset = data.getUint16(offsets + at);
    for (let codePoint = start; codePoint <= data.getUint16(ends + at); codePoint += 1) {
      const glyph =
        offset === 0 ? codePoint + data.getUint16(deltas + at) : data.getUint16(offsets + at + offset + (codePoint - start) * 2);
      if ((glyph & 0xffff) !== 0) covered[codePoint] = 1;
    }
  }
}

function addGroups(data: DataView, subtable: number, covered: Uint8Array): void {
  for (let index = 0; index < data.getUint32(subtable + 12); index += 1) {
    const group = subtable + 16 + index * 12;
    covered.fill(1, data.getUint32(group), data.getUint32(group + 4) + 1);
  }
}
