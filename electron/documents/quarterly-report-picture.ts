import type { Content } from 'pdfmake/interfaces';
import { formatFigure } from '../../shared/insight/figures';
import type { Picture } from '../../shared/insight/picture';
import { chartHeight, chartPalette, chartWidth } from './charts/chart-size';
import { chartSvg } from './charts/chart-svg';
import { heading, sectionId } from './layout/headings';
import { small, span, strong } from './layout/spans';
import { type Column, type Row, table } from './layout/tables';
import { inner, page, size, soft } from './layout/tokens';
import { pictureWords } from './quarterly-report-words';

export const pictureId = ({ title }: Picture) => sectionId(title);

/** Points of a page that hold text. */
const pageHeight = page.height - page.top - page.bottom;

/** How far drawings may be pressed together so that a page holds what belongs on it: their rows must stay apart. */
const leastScale = 0.78;

/**
 * Each picture whole on its page: two or three share one where they fit, their drawings a little lower if that is what it
 * takes, so that no page is left half empty. One that is longer than a page begins at its top.
 */
export function pictureSections(pictures: readonly Picture[]): Content[] {
  return pagesOf(pictures).flatMap((onPage) => {
    const scale = scaleOf(onPage);
    return onPage.map(
      (picture, at): Content => ({ stack: section(picture, scale, at === 0), ...(at === 0 ? { pageBreak: 'before' as const } : {}) }),
    );
  });
}

function pagesOf(pictures: readonly Picture[]): readonly (readonly Picture[])[] {
  const pages: Picture[][] = [];
  for (const picture of pictures) {
    const last = pages.at(-1);
    if (last !== undefined && heightOf([...last, picture], leastScale) <= pageHeight) last.push(picture);
    else pages.push([picture]);
  }
  return pages;
}

const heightOf = (pictures: readonly Picture[], scale: number) => pictures.reduce((sum, picture) => sum + sectionHeight(picture, scale), 0);

/** The most at which all of them fit; the least where they do not. */
function scaleOf(pictures: readonly Picture[]): number {
  const drawings = pictures.reduce((sum, picture) => sum + figureHeight(picture, 1), 0);
  const over = heightOf(pictures, 1) - pageHeight;
  return over <= 0 || drawings === 0 ? 1 : Math.max(leastScale, 1 - over / drawings);
}

/** One picture: what it shows, drawn, in figures, how they were counted and what to beware of. */
function section(picture: Picture, scale: number, isTopOfPage: boolean): Content[] {
  const { title, finding, rows } = picture;
  return [
    heading(title, { room: rows.length === 0 ? 60 : figureHeight(picture, scale) + 60, isTopOfPage }),
    { text: finding, fontSize: findingSize, color: soft, margin: [0, 0, 0, 6] },
    ...(rows.length === 0 ? [] : [drawn(picture, scale), figures(picture)]),
    howCounted(picture),
  ];
}

const findingSize = 10.5;
const drawnHeight = (picture: Picture, scale: number) => Math.floor(chartHeight(picture) * scale);
const figureHeight = (picture: Picture, scale: number) =>
  picture.rows.length === 0 ? 0 : (drawnHeight(picture, scale) * inner) / chartWidth;

/** How high a section is, by the number of its rows and letters; a little more rather than less. Points. */
function sectionHeight(picture: Picture, scale: number): number {
  const { finding, how, warnings, series, rows } = picture;
  const lines = (text: string, points: number, width = inner) => Math.ceil((text.length * points * 0.5) / width);
  const prose = 64 + lines(finding, findingSize) * 14 + lines(`How it was counted. ${how}`, size.small) * 11;
  const care = warnings.length === 0 ? 0 : 3 + lines(`Read with care. ${warnings.join(' ')}`, size.small) * 11;
  if (rows.length === 0) return prose + care;
  const widths = figureWidths(picture);
  const headLines = Math.max(...series.map(({ name }, at) => lines(name, size.tiny, widths[at])));
  return prose + care + figureHeight(picture, scale) + 20 + headLines * 10 + rows.length * 17.5;
}

/** Words of the drawing that a person typed, names of agencies and managers, are escaped by the library that draws. */
function drawn(picture: Picture, scale: number): Content {
  const svg = chartSvg(picture, { ...chartPalette, font: 'Sans' }, { width: chartWidth, height: drawnHeight(picture, scale) });
  return { svg, width: inner, font: 'Sans', margin: [0, 0, 0, 6], alt: pictureWords(picture) };
}

/** What a table of few columns is wide at most, so that the eye finds from a name to its figure. Points. */
const nameWidth = 170;
const padding = 10;

function figures(picture: Picture): Content {
  const { rowsAre, series, rows } = picture;
  const widths = figureWidths(picture);
  const columns: readonly Column[] = [
    { head: rowsAre, width: 'rest' },
    ...series.map(({ name }, at): Column => ({ head: name, width: widths[at] ?? 40, isRight: true })),
  ];
  return table(
    columns,
    rows.map(
      ({ name, values }): Row => ({ cells: [strong(name), ...series.map(({ unit }, at) => formatFigure(values[at] ?? null, unit))] }),
    ),
    { fontSize: size.small, within: Math.min(inner, nameWidth + widths.reduce((sum, width) => sum + width + padding, 0)) },
  );
}

/** Width of a letter of the column heads, per point of size; generous, so that no word is cut. */
const letterWidth = 0.58;

/** As wide as the longest word of each column; wider where there are few, so that their heads stay on one line. Points. */
function figureWidths({ series, rows }: Picture): readonly number[] {
  const least = series.length > 5 ? 26 : 52;
  return series.map(({ name, unit }, at) => {
    const words = [...name.split(' '), ...rows.map(({ values }) => formatFigure(values[at] ?? null, unit))];
    return Math.max(least, Math.ceil(Math.max(...words.map((word) => word.length)) * letterWidth * size.tiny));
  });
}

function howCounted({ how, warnings }: Picture): Content {
  const care: Content[] =
    warnings.length === 0
      ? []
      : [
          {
            text: [strong('Read with care. ', { fontSize: size.small }), span(warnings.join(' '), { fontSize: size.small })],
            margin: [0, 3, 0, 0],
          },
        ];
  return {
    unbreakable: true,
    margin: [0, 6, 0, 0],
    stack: [{ text: [small('How it was counted. ', { bold: true }), small(how)] }, ...care],
  };
}
