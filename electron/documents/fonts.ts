import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { TFontDictionary } from 'pdfmake/interfaces';

const require = createRequire(import.meta.url);
const folder = dirname(require.resolve('@expo-google-fonts/source-sans-3/package.json'));
const file = (face: string) => join(folder, face, `SourceSans3_${face}.ttf`);

/** `Sans` is for reading; `Heavy` is for titles, figures and markings. The digits of both stand in columns by default. */
export const fonts: TFontDictionary = {
  Sans: {
    normal: file('400Regular'),
    bold: file('600SemiBold'),
    italics: file('400Regular_Italic'),
    bolditalics: file('600SemiBold_Italic'),
  },
  Heavy: {
    normal: file('700Bold'),
    bold: file('700Bold'),
    italics: file('700Bold_Italic'),
    bolditalics: file('700Bold_Italic'),
  },
};

interface Fontkit {
  openSync(path: string): { readonly characterSet: readonly number[] };
}

/** The reader of font files that pdfmake's own writer uses, so that both agree on what a font holds. */
function fontkit(): Fontkit {
  const writer = createRequire(require.resolve('pdfmake')).resolve('pdfkit');
  return createRequire(writer)('fontkit') as Fontkit;
}

let shared: ReadonlySet<number> | null = null;

/** Every character that all the upright faces can draw. Read once. */
export function drawableCharacters(): ReadonlySet<number> {
  if (shared === null) {
    const open = fontkit();
    const [first, ...others] = ['400Regular', '600SemiBold', '700Bold', '400Regular_Italic'].map(
      (face) => new Set(open.openSync(file(face)).characterSet),
    );
    shared = new Set([...(first ?? [])].filter((code) => others.every((face) => face.has(code))));
  }
  return shared;
}
