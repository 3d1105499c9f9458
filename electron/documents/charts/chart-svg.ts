import { BarChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TitleComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { drawPicture } from '../../../shared/insight/drawing';
import type { Palette } from '../../../shared/insight/palette';
import type { Picture } from '../../../shared/insight/picture';

use([BarChart, ScatterChart, GridComponent, LegendComponent, TitleComponent, AriaComponent, SVGRenderer]);

export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

/** A picture drawn without a window, as SVG in pixels. The same picture gives the same text each time. */
export function chartSvg(picture: Picture, palette: Palette, size: ChartSize): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...size });
  try {
    // Nothing hovers over paper.
    const { tooltip: _tooltip, ...still } = drawPicture(picture, palette);
    chart.setOption(still);
    return settled(chart.renderToSVGString());
  } finally {
    chart.dispose();
  }
}

/**
 * What only a window needs goes: classes and styles for hovering, the areas that a pointer may hit. The library counts its
 * patterns from the start of the program on; here they are counted from the start of the picture.
 */
function settled(svg: string): string {
  const numbers = new Map<string, number>();
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|pointer-events)="[^"]*"/g, '')
    .replace(/\bzr\d+-[a-z]+\d+/g, (id) => {
      const number = numbers.get(id) ?? numbers.size;
      numbers.set(id, number);
      return `chart-${number}`;
    });
}
