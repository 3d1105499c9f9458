import { counted } from '../../shared/language/counted';
import { listedUpTo } from '../../shared/language/listed';

/** Which formats of cells, by their number in the workbook, strike the text through, and which fill the cell with a colour. */
export interface CellFormats {
  readonly struck: ReadonlySet<string>;
  readonly filled: ReadonlySet<string>;
}

const noFormats: CellFormats = { struck: new Set(), filled: new Set() };
const most = 5;

/** Reads the formats of a workbook, `xl/styles.xml`. What does not hold together says nothing. */
export function cellFormats(styles: string): CellFormats {
  const inside = (name: string) => new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>([\\s\\S]*?)</(?:\\w+:)?${name}>`).exec(styles)?.[1] ?? '';
  const each = (text: string, name: string) =>
    text.match(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*/>|<(?:\\w+:)?${name}\\b[^>]*>[\\s\\S]*?</(?:\\w+:)?${name}>`, 'g')) ?? [];
  const struckFonts = numbersOf(each(inside('fonts'), 'font'), (font) => /<(?:\w+:)?strike\b(?![^>]*val="(?:0|false)")/.test(font));
  const colouredFills = numbersOf(each(inside('fills'), 'fill'), isColoured);
  if (struckFonts.size + colouredFills.size === 0) return noFormats;
  const cells = each(inside('cellXfs'), 'xf');
  const of = (attribute: string, numbers: ReadonlySet<string>) =>
    numbersOf(cells, (format) => numbers.has(new RegExp(`\\b${attribute}="(\\d+)"`).exec(format)?.[1] ?? ''));
  return { struck: of('fontId', struckFonts), filled: of('fillId', colouredFills) };
}

const numbersOf = (items: readonly string[], fits: (item: string) => boolean): ReadonlySet<string> =>
  new Set(items.flatMap((item, at) => (fits(item) ? String(at) : [])));

/** A solid fill that is neither white nor a shade of grey: banded rows are no message. */
function isColoured(fill: string): boolean {
  if (!/patternType="solid"/.test(fill)) return false;
  const [, rgb] = /<(?:\w+:)?fgColor\b[^>]*\brgb="(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})"/.exec(fill) ?? [];
  if (rgb === undefined) return false;
  const parts = [0, 2, 4].map((at) => Number.parseInt(rgb.slice(at, at + 2), 16));
  return Math.max(...parts) - Math.min(...parts) > 60;
}

/**
 * What a sheet says by how its cells look and not by what they hold: cells with a colour and no word, and text that is struck
 * through. Neither is read, so both are named. Whole sentences.
 * @param xml of the sheet as the workbook has it. @param headingRow from 1: what stands above is not looked at.
 */
export function remarksOnLooks(xml: string, { struck, filled }: CellFormats, headingRow: number): readonly string[] {
  if (struck.size + filled.size === 0) return [];
  const struckRows = new Set<number>();
  const colouredColumns = new Map<string, number>();
  for (const [, attributes = '', isEmpty] of xml.matchAll(/<(?:\w+:)?c\b([^<>]*?)(\/>|>\s*<\/(?:\w+:)?c>|>)/g)) {
    const format = /\bs="(\d+)"/.exec(attributes)?.[1] ?? '0';
    const isNamed = isEmpty === '>' ? struck.has(format) : filled.has(format);
    const [, column = '', row] = (isNamed && /\br="([A-Z]{1,3})(\d{1,7})"/.exec(attributes)) || [];
    if (row === undefined || Number(row) <= headingRow) continue;
    if (isEmpty === '>') struckRows.add(Number(row));
    else colouredColumns.set(column, (colouredColumns.get(column) ?? 0) + 1);
  }
  const remarks: string[] = [];
  if (struckRows.size > 0) {
    remarks.push(
      `Text is struck through in ${struckRows.size === 1 ? 'row' : 'rows'} ${listedUpTo([...struckRows].map(String), most)}. It is read like any other: delete it in the file if it is no longer true.`,
    );
  }
  for (const [column, cells] of [...colouredColumns].toSorted(([, one], [, other]) => other - one).slice(0, most))
    remarks.push(
      `In column ${column} ${counted(cells, 'cell is', 'cells are')} coloured and ${cells === 1 ? 'says' : 'say'} nothing. The colour of a cell is not read: write it as a word.`,
    );
  return remarks;
}
