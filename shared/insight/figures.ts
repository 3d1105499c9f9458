import { formatMinutes } from './meeting-cost';
import type { Unit } from './picture';

/** A figure as it is written: `12`, `58%`, `10 h 05`. */
export function formatFigure(value: number | null, unit: Unit): string {
  if (value === null) return '–';
  if (unit === 'percent') return `${value}%`;
  if (unit === 'percent of the area') return `${value.toFixed(1)}%`;
  if (unit === 'rate') return value.toFixed(2);
  return unit === 'minutes' ? formatMinutes(value) : value.toLocaleString('en-GB');
}
