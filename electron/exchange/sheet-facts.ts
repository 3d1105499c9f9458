import { Parser } from 'saxen';
import { type MergedCells, noFacts, type SheetFacts } from '../../shared/import/lay-out-sheet';

const farthestColumn = 16_384;
const mostMerged = 50_000;

/** Reads the XML of one sheet. Never throws: what does not hold together says nothing. */
export function readSheetFacts(xml: string, isHidden: boolean): SheetFacts {
  // A sheet of 20,000 rows is 60 MB of XML, so what has none of this is not walked through.
  if (!/\bhidden=|<(?:\w+:)?(?:mergeCell|f)\b/.test(xml)) return { ...noFacts, isHidden };
  const merged: MergedCells[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const uncalculated: { row: number; column: number }[] = [];
  let row = 0;
  let cell: { column: number; type: string; hasFormula: boolean; hasValue: boolean; text: string } | null = null;
  let isInValue = false;
  let nextColumn = 0;

  walk(xml, {
    open(name, attributes) {
      if (name === 'row') {
        const { r, hidden } = attributes();
        row = r === undefined ? row + 1 : Number(r);
        nextColumn = 0;
        if (isTrue(hidden)) hiddenRows.add(row);
      } else if (name === 'c') {
        const { r, t } = attributes();
        const column = r === undefined ? nextColumn : (placeOf(r)?.column ?? nextColumn);
        nextColumn = column + 1;
        cell = { column, type: t ?? 'n', hasFormula: false, hasValue: false, text: '' };
      } else if (name === 'f' && cell) cell.hasFormula = true;
      else if (name === 'v' && cell) {
        cell.hasValue = true;
        isInValue = true;
      } else if (name === 'col') {
        const { min, max, hidden } = attributes();
        if (!isTrue(hidden)) return;
        for (let at = Number(min); at <= Math.min(Number(max), farthestColumn); at += 1) hiddenColumns.add(at - 1);
      } else if (name === 'mergeCell') {
        const [from, to] = (attributes().ref ?? '').split(':').map(placeOf);
        if (from && to && merged.length < mostMerged) merged.push({ top: from.row, left: from.column, bottom: to.row, right: to.column });
      }
    },
    text(value) {
      if (isInValue && cell) cell.text += value;
    },
    close(name) {
      if (name === 'v') isInValue = false;
      if (name !== 'c' || !cell) return;
      // A formula that comes to an empty text has a value, and it is empty.
      const isEmptyText = cell.type === 'str' && cell.hasValue;
      if (cell.hasFormula && cell.text.trim() === '' && !isEmptyText) uncalculated.push({ row, column: cell.column });
      cell = null;
    },
  });
  return { isHidden, merged, hiddenRows, hiddenColumns, uncalculated };
}

/** The file of each sheet by the sheet's name, and whether the workbook hides it. */
export function sheetFiles(
  workbook: string,
  relations: string,
): ReadonlyMap<string, { readonly file: string; readonly isHidden: boolean }> {
  const targets = new Map<string, string>();
  walk(relations, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const { Id, Target } = attributes();
      if (Id !== undefined && Target !== undefined) targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const files = new Map<string, { file: string; isHidden: boolean }>();
  walk(workbook, {
    open(name, attributes) {
      if (name !== 'sheet') return;
      const found = attributes();
      const id = Object.entries(found).find(([key]) => /(^|:)id$/.test(key))?.[1];
      const file = targets.get(id ?? '');
      if (found.name !== undefined && file !== undefined) files.set(found.name, { file, isHidden: /hidden/i.test(found.state ?? '') });
    },
  });
  return files;
}

interface Walk {
  readonly open: (name: string, attributes: () => Readonly<Record<string, string | undefined>>) => void;
  readonly text?: (value: string) => void;
  readonly close?: (name: string) => void;
}

const withoutPrefix = (name: string) => name.slice(name.indexOf(':') + 1);

function walk(xml: string, { open, text, close }: Walk): void {
  const parser = new Parser();
  parser.on('openTag', (name, attributes, decode) =>
    open(withoutPrefix(name), () => Object.fromEntries(Object.entries(attributes() || {}).map(([key, value]) => [key, decode(value)]))),
  );
  if (text) parser.on('text', text);
  if (close) parser.on('closeTag', (name) => close(withoutPrefix(name)));
  parser.on('error', () => {});
  parser.parse(xml);
}

const isTrue = (value: string | undefined) => value === '1' || value === 'true';

function placeOf(reference: string): { readonly row: number; readonly column: number } | null {
  const found = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference.replaceAll('$', ''));
  if (!found) return null;
  const column = [...(found[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(found[2]), column };
}
