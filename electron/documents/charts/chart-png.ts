import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontFile } from '../layout/fonts';

const require = createRequire(import.meta.url);
let ready: Promise<void> | undefined;
let fonts: readonly Uint8Array[] | undefined;

/**
 * An SVG as PNG, so many times its size, drawn without a window and with the fonts of the documents alone: the same on
 * every computer.
 */
export async function pngOf(svg: string, zoom: number): Promise<Uint8Array> {
  ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await ready;
  fonts ??= ['400Regular', '600SemiBold'].map((weight) => readFileSync(fontFile(weight)));
  const drawn = new Resvg(svg, {
    background: '#ffffff',
    fitTo: { mode: 'zoom', value: zoom },
    font: { fontBuffers: [...fonts], defaultFontFamily: 'Source Sans 3' },
  });
  try {
    const image = drawn.render();
    // The bytes lie in the memory of the library until it is freed.
    const png = image.asPng().slice();
    image.free();
    return png;
  } finally {
    drawn.free();
  }
}
