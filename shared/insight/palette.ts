import type { LegendComponentOption, TooltipComponentOption } from 'echarts';

/** Resolved colours, from the tokens of the window or those of paper. */
export interface Palette {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly surface: string;
  readonly signal: string;
  readonly fills: Readonly<Record<'red' | 'amber' | 'green' | 'blue', string>>;
  readonly onFills: Readonly<Record<'red' | 'amber' | 'green' | 'blue', string>>;
  readonly font: string;
}

/** Ink on white, for files and reports. */
export const paper: Palette = {
  ink: '#15191c',
  soft: '#48525a',
  line: '#dfe3e6',
  surface: '#ffffff',
  signal: '#8e1a66',
  fills: { red: '#b3261e', amber: '#f2a71b', green: '#0b7556', blue: '#1f5bb5' },
  onFills: { red: '#ffffff', amber: '#241700', green: '#ffffff', blue: '#ffffff' },
  font: 'Source Sans 3, sans-serif',
};

/** One row at the top left, which names and switches nothing off. */
export const legendLook = ({ soft, font }: Palette) =>
  ({
    top: 0,
    left: 0,
    itemWidth: 12,
    itemHeight: 12,
    selectedMode: false,
    textStyle: { color: soft, fontFamily: font },
  }) satisfies LegendComponentOption;

/** Rich text is drawn on the canvas; markup would need styles that the page's policy refuses. */
export const tooltipLook = ({ surface, line, ink, font }: Palette) =>
  ({
    renderMode: 'richText',
    trigger: 'item',
    backgroundColor: surface,
    borderColor: line,
    textStyle: { color: ink, fontFamily: font },
  }) satisfies TooltipComponentOption;
