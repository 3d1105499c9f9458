import { BarChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { drawPicture } from '../../shared/insight/drawing';
import { formatFigure } from '../../shared/insight/figures';
import { paper } from '../../shared/insight/palette';
import type { Picture } from '../../shared/insight/picture';

use([BarChart, ScatterChart, GridComponent, LegendComponent, TitleComponent, AriaComponent, SVGRenderer]);

/** Taller where there are more rows to name. Pixels. */
const width = 900;
const heightOf = ({ rows }: Picture) => Math.max(360, 90 + rows.length * 30);

/** The picture as an SVG file drawn for paper, with its title and finding as its name and description. */
export function drawingSvg(picture: Picture): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height: heightOf(picture) });
  try {
    // Nothing hovers over paper.
    const { tooltip: _tooltip, ...still } = drawPicture(picture, paper);
    chart.setOption(still);
    return titled(chart.renderToSVGString(), picture);
  } finally {
    chart.dispose();
  }
}

/** A reader of the file hears what the picture says, with each figure of it. */
function titled(svg: string, { title, finding, how, series, rows }: Picture): string {
  const told = rows.map(
    ({ name, values }) =>
      `${name}: ${values.map((value, at) => `${series[at]?.name} ${formatFigure(value, series[at]?.unit ?? 'cases')}`).join(', ')}`,
  );
  const description = [finding, how, ...told].join(' \n');
  return svg.replace(
    /^(<svg[^>]*)>/,
    (_all, start: string) => `${start} role="img"><title>${escaped(title)}</title><desc>${escaped(description)}</desc>`,
  );
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
