import { paper } from '../../../shared/insight/palette';
import type { Picture, PictureId } from '../../../shared/insight/picture';

/** Pixels of a drawing in a report; on A4 its letters are then as large as those of the text. */
export const chartWidth = 640;
export const chartPalette = paper;

const upright: ReadonlySet<PictureId> = new Set(['colours', 'meeting-cost']);
/** Drawn as one series, so without a legend. */
const alone: ReadonlySet<PictureId> = new Set(['time-in-colour', 'positions', 'risk', 'reviews', 'community', 'definitions']);

/** Taller where there are more rows to name, and never taller than most of a page. Pixels. */
export function chartHeight({ id, rows }: Picture): number {
  if (upright.has(id)) return 220;
  const perRow = id === 'before-after' ? 36 : 22;
  const around = alone.has(id) ? 46 : id === 'actions' ? 90 : 74;
  return Math.min(720, around + rows.length * perRow);
}
