import type { BarSeriesOption, EChartsOption, ScatterSeriesOption } from 'echarts';
import { formatFigure } from './figures';
import { legendLook, type Palette, tooltipLook } from './palette';
import type { Picture } from './picture';

/** Two shares of each row as dots with a line between, and in figures at its end: filled for one's own, hollow for the other. */
export function drawDots(picture: Picture, palette: Palette, [own, other]: readonly [own: string, other: string]): EChartsOption {
  const at = (id: string) => picture.series.findIndex((series) => series.id === id);
  const rows = [...picture.rows].reverse();
  const figure = (row: Picture['rows'][number], id: string) => row.values[at(id)] ?? null;
  const label = { color: palette.soft, fontFamily: palette.font, fontSize: 12 };
  const most = Math.max(10, ...rows.flatMap((row) => [figure(row, own) ?? 0, figure(row, other) ?? 0]));
  const names = (data: readonly string[]) => ({
    type: 'category' as const,
    data: [...data],
    axisTick: { show: false },
    axisLine: { show: false },
    axisLabel: { ...label, interval: 0 },
  });
  const ends = rows.map((row) => [figure(row, own), figure(row, other)] as const);
  const between: readonly BarSeriesOption[] = [
    {
      type: 'bar',
      stack: 'between',
      silent: true,
      itemStyle: { color: 'transparent' },
      data: ends.map(([a, b]) => (a === null || b === null ? '-' : Math.min(a, b))),
    },
    {
      type: 'bar',
      stack: 'between',
      silent: true,
      barWidth: 3,
      itemStyle: { color: palette.soft },
      data: ends.map(([a, b]) => (a === null || b === null ? '-' : Math.abs(a - b))),
    },
  ];
  const dots = (id: string, itemStyle: NonNullable<ScatterSeriesOption['itemStyle']>): ScatterSeriesOption => ({
    id,
    name: picture.series[at(id)]?.name ?? id,
    type: 'scatter',
    symbol: 'circle',
    symbolSize: 11,
    itemStyle: { opacity: 1, ...itemStyle },
    data: rows.map((row) => figure(row, id) ?? '-'),
  });
  return {
    animation: false,
    textStyle: { fontFamily: palette.font },
    grid: { left: 4, right: 4, top: 36, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: {
      ...legendLook(palette),
      data: [own, other].map((id) => picture.series[at(id)]?.name ?? id),
    },
    tooltip: {
      ...tooltipLook(palette),
      formatter: (hit) => {
        const one = Array.isArray(hit) ? hit[0] : hit;
        const row = rows[one?.dataIndex ?? -1];
        const of = picture.series[at(String(one?.seriesId ?? ''))];
        return row && of ? `${row.name}\n${of.name}: ${formatFigure(figure(row, of.id), of.unit)}` : '';
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: Math.min(100, Math.ceil(most / 20) * 20),
      splitLine: { lineStyle: { color: palette.line } },
      axisLabel: { ...label, formatter: (value: number) => `${value}%` },
    },
    yAxis: [
      names(rows.map(({ name }) => name)),
      {
        ...names(ends.map(([a, b]) => `{own|${formatFigure(a, 'percent')}}{other|${formatFigure(b, 'percent of the area')}}`)),
        position: 'right',
        axisLabel: {
          ...label,
          interval: 0,
          rich: {
            own: { width: 44, align: 'right', color: palette.ink, fontWeight: 600, fontFamily: palette.font, fontSize: 12 },
            other: { width: 52, align: 'right', color: palette.soft, fontFamily: palette.font, fontSize: 12 },
          },
        },
      },
    ],
    series: [
      ...between,
      dots(other, { color: palette.surface, borderColor: palette.ink, borderWidth: 2 }),
      dots(own, { color: palette.ink }),
    ],
  };
}
