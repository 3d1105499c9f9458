import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow, Rectangle } from 'electron';

export interface WindowPlace {
  readonly bounds: Rectangle;
  readonly isMaximized: boolean;
}

export const smallest = { width: 1024, height: 640 };
const usual = { width: 1440, height: 900 };

const fileIn = (userData: string) => join(userData, 'window.json');

/** Where the window was last, or where it goes the first time: as large as usual, or as the screen allows. */
export function rememberedPlace(userData: string, workAreas: readonly Rectangle[]): WindowPlace {
  const place = readPlace(userData);
  if (place && workAreas.some((area) => showsTitleBar(place.bounds, area))) return place;
  const [area] = workAreas;
  if (!area) return { bounds: { x: 0, y: 0, ...usual }, isMaximized: false };
  const width = Math.min(usual.width, area.width);
  const height = Math.min(usual.height, area.height);
  const bounds = { x: area.x + Math.round((area.width - width) / 2), y: area.y + Math.round((area.height - height) / 2), width, height };
  return { bounds, isMaximized: false };
}

/** Not worth an error where it cannot be written: the window then opens in its usual place. */
export function rememberPlace(userData: string, window: BrowserWindow): void {
  const place: WindowPlace = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
  try {
    writeFileSync(fileIn(userData), JSON.stringify(place));
  } catch {
    console.error('The place of the window could not be kept.');
  }
}

/** A screen may have been unplugged: enough of the top edge must be there to take hold of. */
function showsTitleBar(bounds: Rectangle, area: Rectangle): boolean {
  const across = Math.min(bounds.x + bounds.width, area.x + area.width) - Math.max(bounds.x, area.x);
  return across >= 200 && bounds.y >= area.y - 8 && bounds.y <= area.y + area.height - 100;
}

function readPlace(userData: string): WindowPlace | null {
  try {
    const { bounds, isMaximized } = JSON.parse(readFileSync(fileIn(userData), 'utf8')) as WindowPlace;
    const sides = [bounds.x, bounds.y, bounds.width, bounds.height];
    if (!sides.every(Number.isInteger) || bounds.width < smallest.width || bounds.height < smallest.height) return null;
    return { bounds: { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height }, isMaximized: isMaximized === true };
  } catch {
    return null;
  }
}
