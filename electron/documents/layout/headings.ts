import type { Content } from 'pdfmake/interfaces';
import { fitted } from './printable';

interface HeadingOptions {
  /** Points that must fit below it on the same page, so that it never stands alone at the foot. */
  readonly room?: number;
  /** What it stands above. Of a table the heads and the first row must fit below it too. */
  readonly above?: Content | undefined;
  readonly isTopOfPage?: boolean;
  /** Below which headings it stands: 2 below the title of the document, 3 below a section. */
  readonly level?: 2 | 3;
}

/** A section of the document: in the outline, and a target for `sectionId`. */
export function heading(text: string, options: HeadingOptions = {}): Content {
  const { room = 90, above, isTopOfPage = false } = options;
  return keptWith(
    roomFor(room, above),
    { text, style: 'heading', headlineLevel: 2, id: sectionId(text), outline: true, outlineExpanded: true },
    isTopOfPage ? 0 : 13,
    4,
  );
}

export function subheading(text: string, options: HeadingOptions = {}): Content {
  const { room = 60, above, isTopOfPage = false, level = 3 } = options;
  return keptWith(roomFor(room, above), { text: fitted(text, 120), style: 'subheading', headlineLevel: level }, isTopOfPage ? 0 : 9, 3);
}

/** No more than stands on a page beside the heading, however tall the row is. */
const mostRoom = 600;
function roomFor(room: number, above: Content | undefined): number {
  const ofTable = typeof above === 'object' && 'room' in above && typeof above.room === 'number' ? above.room + 8 : 0;
  return Math.min(mostRoom, Math.max(room, ofTable));
}

export const sectionId = (title: string) => `section-${title}`;
export const caseId = (position: number) => `case-${position}`;

/**
 * The room below is reserved inside an unbreakable block and given back after it. pdfmake's own hook for this lays the
 * whole document out again after each heading that it moves, which for the minutes of 120 cases doubles the time.
 */
function keptWith(room: number, text: object, above: number, below: number): Content {
  return {
    stack: [
      { unbreakable: true, stack: [{ ...text, margin: [0, above, 0, below + room] } as Content] },
      { stack: [], margin: [0, -room, 0, 0] },
    ],
  };
}
