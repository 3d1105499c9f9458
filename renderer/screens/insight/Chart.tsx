import { BarChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { drawPicture, heightsOf, rowAt } from '../../../shared/insight/drawing';
import type { Picture } from '../../../shared/insight/picture';
import { usePalette } from './use-palette';

// On a canvas: drawn as SVG into the page it would need style attributes, which the page's policy refuses.
use([BarChart, ScatterChart, GridComponent, TooltipComponent, LegendComponent, AriaComponent, CanvasRenderer]);

export interface ChartHandle {
  /** The picture as it is drawn, PNG at twice its size. */
  readonly png: () => Promise<Uint8Array<ArrayBuffer>>;
}

interface ChartProps {
  readonly picture: Picture;
  readonly onPick: (row: string, series: string) => void;
  readonly ref: Ref<ChartHandle>;
}

/** A picture, drawn. The table of its figures says the same to who cannot see it, and is what the keyboard works on. */
export function Chart({ picture, onPick, ref }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const palette = usePalette();
  useEffect(() => {
    if (!place.current) return;
    const drawn = init(place.current);
    chart.current = drawn;
    const sizes = new ResizeObserver(() => drawn.resize());
    sizes.observe(place.current);
    return () => {
      sizes.disconnect();
      drawn.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    const drawn = chart.current;
    if (!drawn) return;
    drawn.setOption(drawPicture(picture, palette), { notMerge: true });
    drawn.off('click');
    drawn.on('click', ({ seriesId, dataIndex }) => {
      const row = rowAt(picture, dataIndex);
      if (row !== null && seriesId) pick.current(row, seriesId);
    });
  }, [picture, palette]);
  useImperativeHandle(
    ref,
    () => ({
      async png() {
        const drawn = chart.current?.renderToCanvas({ pixelRatio: 2, backgroundColor: palette.surface });
        const blob = await new Promise<Blob | null>((done) => (drawn ? drawn.toBlob(done, 'image/png') : done(null)));
        if (!blob) throw new Error('A picture was asked for before it was drawn.');
        return new Uint8Array(await blob.arrayBuffer());
      },
    }),
    [palette.surface],
  );
  const { least, most } = heightsOf(picture);
  return (
    <div
      ref={place}
      className="chart"
      style={{ flexBasis: least, maxHeight: most }}
      role="img"
      aria-label={`${picture.title}. ${picture.finding}`}
    />
  );
}
