import type { ContentSvg } from 'pdfmake/interfaces';
import { ink } from './tokens';

/** What a drawing says to whoever does not see it; none where the words beside it say it. */
export type Spoken = { readonly alt: string } | { readonly tag: 'unread' };

/** A drawing at its natural size. Nothing typed by a person ever goes into one: markup has no place to be hostile in. */
export function drawing(width: number, height: number, body: string, spoken: Spoken): ContentSvg {
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${body}</svg>`,
    width,
    font: 'Sans',
    ...spoken,
  };
}

interface Lettering {
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly isHeavy?: boolean;
}

export function lettering(
  x: number,
  y: number,
  points: number,
  text: string,
  { fill = ink, anchor = 'start', isHeavy = true }: Lettering = {},
) {
  const font = isHeavy ? 'font-family="Heavy" font-weight="bold"' : 'font-family="Sans"';
  return `<text x="${x}" y="${y}" ${font} font-size="${points}" fill="${fill}" text-anchor="${anchor}">${text}</text>`;
}
