import type { Content } from 'pdfmake/interfaces';
import { formatDay, formatDayWithYear } from '../../shared/language/dates';
import { pathwayName } from '../../shared/language/pathway';
import { frameBox, pairedBoxes } from './layout/boxes';
import { progressMark } from './layout/marks';
import { pieces } from './layout/prose';
import { alarm, lineBreak, reversed, small, strong } from './layout/spans';
import { type Row, table } from './layout/tables';
import { soft } from './layout/tokens';
import type { DocumentNeed, KeyDate } from './views';

/** Parts of a page about one person that the tasking pack and the case summary share. */
export function titled(title: string, body: Content): Content[] {
  return [
    { text: title, style: 'label', headlineLevel: 3, margin: [0, 0, 0, 3] },
    { stack: [body], margin: [0, 0, 0, 11] },
  ];
}

/** Risk comes before all else, each warning in full in its own frame. */
export function riskBox(warnings: readonly string[]): Content[] {
  const said = warnings.flatMap((warning) =>
    pieces(warning).map(
      (piece, index): Content => ({ text: [...(index === 0 ? [reversed('RISK'), { text: '  ' }] : []), strong(piece)], fontSize: 11 }),
    ),
  );
  const few = said.length <= 14 && warnings.join('').length < 900;
  if (said.length === 0) return [];
  const margin: [number, number, number, number] = [0, 0, 0, 11];
  if (!few) return said.map((content, index) => frameBox(content, index === said.length - 1 ? margin : [0, 0, 0, 4]));
  return [frameBox({ stack: said.map((content, index) => ({ stack: [content], margin: [0, index === 0 ? 0 : 4, 0, 0] })) }, margin)];
}

export function points(items: readonly string[], mark: string, within: number): Content {
  return {
    tag: 'L',
    stack: items.map(
      (item, index): Content => ({
        tag: 'LI',
        stack: pieces(item).map(
          (text, part): Content => ({
            columns: [
              { text: part === 0 ? mark : '', width: 11, bold: true, tag: 'Lbl' },
              { text, width: within - 13, tag: 'LBody' },
            ],
            columnGap: 2,
            margin: [0, index > 0 && part === 0 ? 3 : 0, 0, 0],
          }),
        ),
      }),
    ),
  };
}

const priorityName = { high: 'High', medium: 'Medium', low: 'Low' } as const;

export function needsTable(needs: readonly DocumentNeed[], within: number): Content {
  if (needs.length === 0) return { text: 'No need is recorded.', color: soft };
  const columns = [
    { head: 'Need', width: 'rest' },
    { head: 'Priority', width: 44 },
    { head: 'Progress', width: 66 },
  ] as const;
  return table(
    columns,
    needs.map(({ pathway, priority, progress }) => ({
      cells: [pathwayName[pathway], priorityName[priority], { draw: progressMark(progress) }],
    })),
    { within },
  );
}

export function keyDates(dates: readonly KeyDate[], within: number): Content {
  if (dates.length === 0) return { text: 'None recorded.', color: soft };
  const columns = [
    { head: '', width: 82 },
    { head: '', width: 'rest' },
  ] as const;
  const rows = dates.flatMap(({ on, what, flag }): Row[] => {
    const day = strong(formatDayWithYear(on));
    if (flag === null) return [{ cells: [day, what] }];
    const isFriday = flag === 'friday-release';
    const words = isFriday ? 'FRIDAY RELEASE' : 'HOLIDAY RELEASE';
    const shut = isFriday ? 'Offices shut until Monday' : `Offices shut after ${formatDay(on)}`;
    return [{ cells: [day, [strong(what), lineBreak, alarm(words), lineBreak, small(shut)]] }];
  });
  return table(columns, rows, { within });
}

const asPoints = (advice: string) =>
  advice.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim().replace(/^[-•*✓✗]\s+/, '')]));

/** Do and Do not side by side, ending level; each pair of points is a row, so that however many there are they all print. */
export function doAndDoNot(doAdvice: string, doNotAdvice: string): Content[] {
  const does = asPoints(doAdvice);
  const doNots = asPoints(doNotAdvice);
  if (does.length + doNots.length === 0) return [];
  const left = half('Do', does, '✓');
  const right = half('Do not', doNots, '✗');
  const rows = Array.from(
    { length: Math.max(left.length, right.length) },
    (_, row) => [left[row] ?? nothing(), right[row] ?? nothing()] as const,
  );
  return [pairedBoxes(rows, [0, 2, 0, 10])];
}

const nothing = (): Content => ({ text: '' });
const halfWidth = 210;
const mostInHalf = 1200;

/** One block where it surely fits on a page; else one a piece, since a row that is too tall would be lost. */
function half(title: string, items: readonly string[], mark: string): Content[] {
  const head: Content = { text: title, font: 'Heavy', fontSize: 11, headlineLevel: 3, margin: [0, 0, 0, 3] };
  if (items.length === 0) return [{ stack: [head, { text: 'Nothing particular.', color: soft }] }];
  // Half a page is narrow, so the pieces are shorter here than elsewhere.
  const blocks = items.flatMap((item) => pieces(item, 400).map((piece, part) => points([piece], part === 0 ? mark : '', halfWidth)));
  const isShort = items.length <= 12 && items.join('').length < mostInHalf;
  const spaced = blocks.map((block, index): Content => ({ stack: [block], margin: [0, index === 0 ? 0 : 3, 0, 0] }));
  return isShort ? [{ stack: [head, ...spaced] }] : [head, ...blocks];
}
