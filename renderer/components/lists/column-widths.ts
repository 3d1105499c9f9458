interface WidthOf {
  readonly id: string;
  /** Pixels, or the least number of them for a column that takes what is left. */
  readonly width: number | { readonly atLeast: number };
  readonly keepsWidth?: boolean;
}

/** Figures, years and badges: too narrow already to give any way. */
const narrow = 64;
/** In a wide window the other columns grow too, up to this share of their width, once the one that takes what is left has twice its own. */
const widest = 1.5;
/** In a narrow window the other columns give way together, down to this share of their width; then the table scrolls. */
const tightest = 0.8;

/**
 * The width of each column as CSS: its own while there is room, its share of what there is where there is less, and somewhat
 * more where there is much more, so that what belongs together does not stand far apart.
 * A column that takes what is left has none. `least`: the pixels below which the table scrolls.
 */
export function layOutColumns(columns: readonly WidthOf[]): {
  readonly least: number;
  readonly widths: ReadonlyMap<string, string | undefined>;
} {
  const pixels = columns.map(({ id, width, keepsWidth = false }) => ({
    id,
    isRest: typeof width !== 'number',
    wide: typeof width === 'number' ? width : width.atLeast,
    isFixed: typeof width === 'number' && (keepsWidth || width <= narrow),
  }));
  const sum = (some: typeof pixels) => some.reduce((total, { wide }) => total + wide, 0);
  const fixed = sum(pixels.filter(({ isFixed }) => isFixed));
  const giving = sum(pixels.filter(({ isFixed }) => !isFixed));
  const rest = sum(pixels.filter(({ isRest }) => isRest));
  const spare = `(100cqw - ${fixed + giving + rest}px)`;
  const widths = pixels.map(({ id, isRest, isFixed, wide }) => {
    if (isRest) return [id, undefined] as const;
    if (isFixed) return [id, `${wide}px`] as const;
    const own = `min(${wide}px, (100cqw - ${fixed}px) * ${(wide / giving).toFixed(4)})`;
    const grown = `${wide}px + ${spare} * ${(wide / (giving - rest)).toFixed(4)}`;
    return [id, `min(${wide * widest}px, max(${own}, ${grown}))`] as const;
  });
  return { least: Math.round(fixed + giving * tightest), widths: new Map(widths) };
}
