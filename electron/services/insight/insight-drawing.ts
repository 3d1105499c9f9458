import { formatFigure } from '../../../shared/insight/figures';
import { paper } from '../../../shared/insight/palette';
import type { Picture } from '../../../shared/insight/picture';
import { chartSvg } from '../../documents/charts/chart-svg';

/** Taller where there are more rows to name. Pixels. */
const width = 900;
const heightOf = ({ rows }: Picture) => Math.max(360, 90 + rows.length * 30);

/** The picture as an SVG file drawn for paper; a reader of the file hears what it says, with each figure of it. */
export function drawingSvg(picture: Picture): string {
  const { title, finding, how, warnings, series, rows } = picture;
  const told = rows.map(
    ({ name, values }) =>
      `${name}: ${values.map((value, at) => `${series[at]?.name} ${formatFigure(value, series[at]?.unit ?? 'cases')}`).join(', ')}`,
  );
  const description = [finding, how, ...warnings, ...told].join(' \n');
  return chartSvg(picture, paper, { width, height: heightOf(picture) }).replace(
    /^(<svg[^>]*)>/,
    (_all, start: string) => `${start} role="img"><title>${escaped(title)}</title><desc>${escaped(description)}</desc>`,
  );
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
