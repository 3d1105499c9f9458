import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TFontDictionary, TFontFamilyTypes } from 'pdfmake/interfaces';
import { coveredCodePoints } from './font-coverage';

/** Beside the bundle there is a `node_modules` with the font files: in the checkout and in the packaged app alike. */
const folder = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'));
export const fontFile = (weight: string) => join(folder, weight, `SourceSans3_${weight}.ttf`);

const family = (normal: string, bold: string): TFontFamilyTypes => ({
  normal: fontFile(normal),
  bold: fontFile(bold),
  // Nothing is set in italics; should anything ever be, it must not fail.
  italics: fontFile(normal),
  bolditalics: fontFile(bold),
});

/** Source Sans 3: its digits are tabular, and it holds the shapes of the colours. `Heavy` is for titles and figures. */
export const fonts: TFontDictionary = { Sans: family('400Regular', '600SemiBold'), Heavy: family('700Bold', '700Bold') };

let covered: Uint8Array | undefined;

/** Whether the fonts can draw a character. The weights cover the same ones (a test holds them to it). */
export function canDraw(codePoint: number): boolean {
  covered ??= coveredCodePoints(readFileSync(fontFile('400Regular')));
  return covered[codePoint] === 1;
}
