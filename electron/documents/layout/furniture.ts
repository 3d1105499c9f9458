import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { rule } from './boxes';
import { fitted } from './printable';
import { ink, inner, page, size, soft } from './tokens';

export interface Furniture {
  readonly brand: string;
  readonly title: string;
  readonly marking: string;
  /** "CT-2026-031 v1 · Full record: core agencies only". */
  readonly forWhom: string;
  readonly isDemonstration: boolean;
}

export const demonstrationLine = 'Demonstration: every person here is invented.';

/** Letters that fit on the one line each part has. A second line would be taller than the margin, and pdfmake drops what is. */
const mostMarking = 90;
const mostMarkingInFoot = 28;

const marking = (text: string): Content => ({
  text: fitted(text, mostMarking),
  font: 'Heavy',
  fontSize: 9,
  characterSpacing: 0.6,
  alignment: 'center',
});

export function isMarkingCut(text: string): boolean {
  return fitted(text, mostMarking) !== fitted(text, Number.MAX_SAFE_INTEGER);
}

export function header(furniture: Furniture): TDocumentDefinitions['header'] {
  const left = fitted(`${furniture.brand} · ${furniture.title}`, 70);
  const right = fitted(furniture.forWhom, 70);
  return (current) => ({
    // What it is marked and for whom it is, and that it is invented, is heard once and not on every page.
    tag: current === 1 ? 'first' : 'furniture',
    margin: [page.left, 22, page.right, 0],
    stack: [
      marking(furniture.marking),
      {
        margin: [0, 6, 0, 0],
        fontSize: size.tiny,
        color: soft,
        columns: [
          { text: current > 1 ? left : '', width: inner / 2, noWrap: true },
          { text: right, width: inner / 2, alignment: 'right', noWrap: true },
        ],
      },
    ],
  });
}

export function footer(furniture: Furniture, onCount: (pages: number) => void): TDocumentDefinitions['footer'] {
  const isMarkingShort = fitted(furniture.marking, mostMarking).length <= mostMarkingInFoot;
  const side = (inner - 150) / 2;
  return (current, count) => {
    onCount(count);
    const foot: Content = {
      margin: [0, 5, 0, 0],
      fontSize: size.tiny,
      color: soft,
      columns: [
        {
          text: furniture.isDemonstration ? demonstrationLine : '',
          width: side,
          noWrap: true,
          tag: current === 1 ? 'first' : 'furniture',
        },
        { stack: isMarkingShort ? [marking(furniture.marking)] : [], color: ink, width: 150, tag: 'furniture' },
        {
          text: `Page ${current} of ${count}`,
          alignment: 'right',
          bold: true,
          color: ink,
          fontSize: size.small,
          width: side,
          tag: 'furniture',
        },
      ],
    };
    const below: Content[] = isMarkingShort
      ? []
      : [{ stack: [marking(furniture.marking)], color: ink, margin: [0, 3, 0, 0], tag: 'furniture' }];
    return { margin: [page.left, 8, page.right, 0], stack: [rule(inner, 0.5), foot, ...below] };
  };
}
