/**
 * The measures and inks of every printed document, in points. Chrome is ink; hue belongs to the case, whose shape and
 * letter say the same without it; the one accent is for the scheme's name and for what is late.
 */
export const ink = '#15191c';
export const soft = '#48525a';
export const rule = '#c3c9ce';
export const tint = '#f1f3f4';
export const accent = '#8e1a66';

export const size = { title: 24, figure: 26, h1: 15, h2: 11.5, caseName: 12.5, body: 9.5, small: 8.5, tiny: 7.5 } as const;

/** A4. */
export const page = { width: 595.28, height: 841.89, left: 48, right: 48, top: 66, bottom: 58 } as const;
export const textWidth = page.width - page.left - page.right;
/** The hanging column of labels in every case of the minutes. */
export const labelWidth = 82;
