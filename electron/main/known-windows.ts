import type { BrowserWindow, WebContents } from 'electron';

export type WindowKind = 'main' | 'projector';

const kinds = new WeakMap<WebContents, WindowKind>();

/** Only windows noted here are answered. */
export function noteWindow(window: BrowserWindow, kind: WindowKind): void {
  kinds.set(window.webContents, kind);
}

export const kindOfWindow = (contents: WebContents): WindowKind | null => kinds.get(contents) ?? null;
