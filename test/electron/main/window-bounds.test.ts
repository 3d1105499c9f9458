import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberedPlace, rememberPlace } from '../../../electron/main/window-bounds';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'roundtable-bounds-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const windowAt = (bounds: object, isMaximized = false) =>
  ({ getNormalBounds: () => bounds, isMaximized: () => isMaximized }) as unknown as BrowserWindow;

describe('the place of the window', () => {
  it('is the middle of the screen the first time', () => {
    expect(rememberedPlace(folder, [screen])).toEqual({ bounds: { x: 240, y: 70, width: 1440, height: 900 }, isMaximized: false });
  });

  it('fits a small screen', () => {
    const small = { x: 0, y: 0, width: 1280, height: 720 };
    expect(rememberedPlace(folder, [small]).bounds).toEqual(small);
  });

  it('is where it was last', () => {
    const bounds = { x: 100, y: 50, width: 1200, height: 800 };
    rememberPlace(folder, windowAt(bounds, true));
    expect(rememberedPlace(folder, [screen])).toEqual({ bounds, isMaximized: true });
  });

  it('is the middle again where its screen has been unplugged', () => {
    rememberPlace(folder, windowAt({ x: 3000, y: 50, width: 1200, height: 800 }));
    expect(rememberedPlace(folder, [screen]).bounds.x).toBe(240);
  });

  it('is the middle where the file is damaged or holds nonsense', () => {
    for (const text of ['', '{', 'null', '{"bounds":{"x":"a"}}', '{"bounds":{"x":0,"y":0,"width":10,"height":10}}']) {
      writeFileSync(join(folder, 'window.json'), text);
      expect(rememberedPlace(folder, [screen]).bounds.x).toBe(240);
    }
  });

  it('is not kept, and stops nothing, where the folder cannot be written to', () => {
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    rememberPlace(join(folder, 'none'), windowAt(screen));
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it('holds nothing but numbers and one yes or no', () => {
    rememberPlace(folder, windowAt({ x: 1, y: 2, width: 1200, height: 800 }));
    expect(JSON.parse(readFileSync(join(folder, 'window.json'), 'utf8'))).toEqual({
      bounds: { x: 1, y: 2, width: 1200, height: 800 },
      isMaximized: false,
    });
  });
});
