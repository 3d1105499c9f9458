import type { BarSeriesOption, EChartsOption, ScatterSeriesOption } from 'echarts';
import { drawDots } from './drawing-dots';
import { formatFigure } from './figures';
import { legendLook, type Palette, tooltipLook } from './palette';
import type { Picture, PictureId } from './picture';

type ItemStyle = NonNullable<BarSeriesOption['itemStyle']>;
type Look = (palette: Palette) => ItemStyle;

/** Patterns tell the case colours apart on grey paper: plain, diagonal, dots and upright. */
const caseColours = {
  R: ({ fills }: Palette) => ({ color: fills.red }),
  A: ({ fills, onFills }: Palette) => ({
    color: fills.amber,
    decal: { symbol: 'rect', color: faint(onFills.amber), dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  }),
  G: ({ fills, onFills }: Palette) => ({
    color: fills.green,
    decal: { symbol: 'circle', color: faint(onFills.green), symbolSize: 0.5, dashArrayX: [[4, 4]], dashArrayY: [6, 0] },
  }),
  B: ({ fills, onFills }: Palette) => ({
    color: fills.blue,
    decal: { symbol: 'rect', color: faint(onFills.blue), dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: Math.PI / 2 },
  }),
} satisfies Readonly<Record<string, Look>>;
const faint = (hex: string) => (hex.startsWith('#') && hex.length === 7 ? `${hex}66` : hex);

/** Ink for what is good or usual, through grey and hollow to the signal for what is not. */
const dark: Look = ({ ink }) => ({ color: ink });
const grey: Look = ({ soft }) => ({ color: soft, opacity: 0.75 });
const hollow: Look = ({ surface, soft }) => ({ color: surface, borderColor: soft, borderWidth: 1 });
const hatched: Look = ({ surface, soft }) => ({
  color: surface,
  borderColor: soft,
  borderWidth: 1,
  decal: { symbol: 'rect', color: faint(soft), dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4 },
});
const late: Look = ({ signal }) => ({ color: signal });
const lateHatched: Look = ({ signal, surface }) => ({
  color: surface,
  borderColor: signal,
  borderWidth: 1,
  decal: { symbol: 'rect', color: faint(signal), dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: Math.PI / 4 },
});

interface Drawing {
  readonly isUpright: boolean;
  readonly isStacked: boolean;
  /** The series that are drawn, in this order, each with its look. The others are only in the figures. */
  readonly looks: Readonly<Record<string, Look>>;
  /** A look for a row where it is the rows that differ. */
  readonly rowLooks?: Readonly<Record<string, Look>>;
  /** Series drawn as short lines over the bars. */
  readonly marks?: readonly string[];
  /** A series whose figure stands beside the row's name. */
  readonly beside?: string;
  /** Drawn as two dots a row, one's own first. The rest does not hold then. */
  readonly dots?: readonly [own: string, other: string];
}

const withNone = { ...caseColours, none: hollow };
const drawings: Readonly<Record<PictureId, Drawing>> = {
  colours: {
    isUpright: true,
    isStacked: true,
    looks: { B: caseColours.B, G: caseColours.G, A: caseColours.A, R: caseColours.R, none: hollow },
  },
  'colour-changes': { isUpright: false, isStacked: true, looks: caseColours },
  'time-in-colour': { isUpright: false, isStacked: false, looks: { share: dark }, rowLooks: caseColours },
  needs: { isUpright: false, isStacked: true, looks: { good: dark, some: grey, none: hollow, deterioration: late }, beside: 'share' },
  positions: { isUpright: false, isStacked: false, looks: { share: dark } },
  risk: { isUpright: false, isStacked: false, looks: { share: dark } },
  actions: {
    isUpright: false,
    isStacked: true,
    looks: {
      'done-in-time': dark,
      'done-late': grey,
      'circumstances-changed': hatched,
      withdrawn: hollow,
      open: hollow,
      'agency-did-not-act': lateHatched,
      overdue: late,
    },
  },
  reviews: {
    isUpright: false,
    isStacked: false,
    looks: { cases: dark },
    rowLooks: { 'over-12': late, 'over-4': late, late: late, soon: grey, later: dark, none: hatched },
  },
  releases: { isUpright: false, isStacked: true, looks: { good: dark, awkward: lateHatched } },
  'time-on-scheme': { isUpright: false, isStacked: true, looks: withNone },
  workload: { isUpright: false, isStacked: true, looks: withNone },
  'before-after': { isUpright: false, isStacked: false, looks: { before: grey, after: dark } },
  community: { isUpright: false, isStacked: false, looks: { share: dark }, rowLooks: { reoffended: late } },
  'meeting-cost': { isUpright: true, isStacked: false, looks: { real: dark }, marks: ['list'] },
  definitions: {
    isUpright: false,
    isStacked: false,
    looks: { people: dark },
    rowLooks: { 'each-top': grey, 'each-burst': grey, 'each-arrests': grey, 'each-ogrs': grey, 'each-matrix': grey, none: hatched },
  },
  equality: { isUpright: false, isStacked: false, looks: {}, dots: ['share', 'area'] },
};

/**
 * The picture as an ECharts option: one way of drawing for the window, for files and for reports. Series and rows are
 * named by their ids, so that a click says which figure was meant.
 */
export function drawPicture(picture: Picture, palette: Palette): EChartsOption {
  const { isUpright, isStacked, looks, rowLooks, marks = [], beside, dots } = drawings[picture.id];
  if (dots) return drawDots(picture, palette, dots);
  const at = (id: string) => picture.series.findIndex((series) => series.id === id);
  const rows = isUpright ? picture.rows : [...picture.rows].reverse();
  const unit = picture.series[at(Object.keys(looks)[0] ?? '')]?.unit ?? 'cases';
  const besideAt = beside === undefined ? -1 : at(beside);
  const shown = Object.keys(looks).filter((id) => at(id) >= 0 && (!isStacked || rows.some(({ values }) => (values[at(id)] ?? 0) > 0)));
  const nameOf = (id: string) => picture.series[at(id)]?.name ?? id;
  const names = {
    type: 'category' as const,
    data: rows.map(({ name, values }) => (besideAt < 0 ? name : `${name}  ${formatFigure(values[besideAt] ?? null, 'percent')}`)),
    axisTick: { show: false },
    axisLine: { lineStyle: { color: palette.line } },
    axisLabel: {
      color: palette.soft,
      fontFamily: palette.font,
      fontSize: 12,
      hideOverlap: true,
      ...(isUpright ? {} : { width: 230, overflow: 'break' as const }),
    },
  };
  const figures = {
    type: 'value' as const,
    ...(unit === 'percent' && isStacked ? { max: 100 } : {}),
    ...(unit === 'percent' || unit === 'rate' ? {} : unit === 'minutes' ? { interval: hourly(picture) } : { minInterval: 1 }),
    splitLine: { lineStyle: { color: palette.line } },
    axisLabel: { color: palette.soft, fontFamily: palette.font, fontSize: 12, formatter: (value: number) => formatFigure(value, unit) },
  };
  const bars = shown.map(
    (id): BarSeriesOption => ({
      id,
      name: nameOf(id),
      type: 'bar',
      barMaxWidth: 28,
      barMinHeight: 0,
      ...(isStacked ? { stack: 'all' } : {}),
      itemStyle: looks[id]?.(palette) ?? {},
      emphasis: { focus: 'none' },
      label: {
        show: !isStacked && !isUpright,
        position: 'right',
        color: palette.ink,
        fontFamily: palette.font,
        fontWeight: 600,
        formatter: ({ value }) => formatFigure(typeof value === 'number' ? value : null, unit),
      },
      data: rows.map(({ id: row, values }) => ({
        value: values[at(id)] ?? '-',
        ...(rowLooks?.[row] ? { itemStyle: rowLooks[row](palette) } : {}),
      })),
    }),
  );
  const lines = marks
    .filter((id) => rows.some(({ values }) => values[at(id)] !== null))
    .map(
      (id, index): ScatterSeriesOption => ({
        id,
        name: nameOf(id),
        type: 'scatter',
        symbol: 'rect',
        symbolSize: [Math.max(6, Math.min(26, Math.round(480 / rows.length))), 3],
        itemStyle: { color: index === 0 ? palette.soft : palette.signal },
        data: rows.map(({ values }) => values[at(id)] ?? '-'),
      }),
    );
  return {
    animation: false,
    textStyle: { fontFamily: palette.font },
    grid: {
      left: 4,
      right: isUpright ? 8 : 44,
      top: topOf(shown.length + lines.length),
      bottom: 4,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: {
      show: shown.length + lines.length > 1,
      ...legendLook(palette),
      itemWidth: 16,
    },
    tooltip: {
      ...tooltipLook(palette),
      formatter: (hit) => {
        const one = Array.isArray(hit) ? hit[0] : hit;
        const of = picture.series[at(String(one?.seriesId ?? ''))];
        const value = typeof one?.value === 'number' ? one.value : null;
        return `${one?.name}\n${of?.name ?? ''}: ${formatFigure(value, of?.unit ?? unit)}`;
      },
    },
    xAxis: isUpright ? names : figures,
    yAxis: isUpright ? figures : names,
    series: [...bars, ...lines],
  };
}

/** Room for the legend: none for one series, a second line for many. Pixels. */
const topOf = (series: number) => (series < 2 ? 8 : series > 5 ? 60 : 36);

/** Whole hours between the lines of an axis of minutes, so that there are about five of them. */
function hourly({ rows }: Picture): number {
  const most = Math.max(0, ...rows.flatMap(({ values }) => values.map((value) => value ?? 0)));
  return Math.max(1, Math.ceil(most / 60 / 5)) * 60;
}

/** How high a drawing must be for its rows to be read, and beyond which height its bars only drift apart. Pixels. */
export function heightsOf(picture: Picture): { readonly least: number; readonly most: number } {
  const { isUpright } = drawings[picture.id];
  if (isUpright) return { least: 300, most: 420 };
  const least = Math.max(picture.rows.length < 5 ? 220 : 300, 80 + picture.rows.length * 22);
  return { least, most: Math.max(least, 100 + picture.rows.length * 56) };
}

/** The id of the row that a click on the picture hit, by its place in the drawing. */
export function rowAt(picture: Picture, dataIndex: number): string | null {
  const { isUpright } = drawings[picture.id];
  return picture.rows[isUpright ? dataIndex : picture.rows.length - 1 - dataIndex]?.id ?? null;
}
