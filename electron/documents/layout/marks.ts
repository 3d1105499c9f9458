import type { Content, ContentSvg } from 'pdfmake/interfaces';
import type { ActionOutcome } from '../../../shared/language/action';
import { actionOutcomeName } from '../../../shared/language/action';
import type { Progress } from '../../../shared/language/pathway';
import { drawing } from './svg';
import { ink, soft } from './tokens';

/** Direction carries the meaning of progress, and the word confirms it. */
const progressMarks: Readonly<Record<Progress, readonly [path: string, word: string]>> = {
  good: ['M2 11 L7 6 L12 11 M2 6 L7 1 L12 6', 'Good'],
  some: ['M2 9 L7 4 L12 9', 'Some'],
  none: ['M2 6.5 H12', 'None'],
  deterioration: ['M2 4 L7 9 L12 4', 'Worse'],
};

export function progressMark(progress: Progress | null): Content {
  if (progress === null) return { text: 'Not reviewed', color: soft };
  const [path, word] = progressMarks[progress];
  const mark = drawing(14, 12, `<path d="${path}" fill="none" stroke="${ink}" stroke-width="1.8"/>`);
  return {
    columns: [
      { ...mark, margin: [0, 0.5, 0, 0] },
      { text: word, width: 46, bold: progress === 'deterioration' },
    ],
    columnGap: 4,
  };
}

const outcomeMarks: Readonly<Record<ActionOutcome, string>> = {
  done: '✓',
  'circumstances-changed': '○',
  'agency-did-not-act': '✗',
  withdrawn: '–',
};

/** One of the four outcomes, kept apart by mark and by word; an action without one is still open. */
export function outcomeMark(outcome: ActionOutcome | null, width: number): Content {
  const mark = outcome === null ? '→' : outcomeMarks[outcome];
  const words = outcome === null ? 'Still open: carried forward' : actionOutcomeName[outcome];
  return {
    columns: [
      { text: mark, width: 10, bold: true },
      { text: words, bold: outcome !== 'done', width: width - 12 },
    ],
    columnGap: 2,
  };
}

/** A box to tick by hand. */
export function tickBox(side: number): ContentSvg {
  const inside = side - 1.2;
  return drawing(side, side, `<rect x="0.6" y="0.6" width="${inside}" height="${inside}" fill="#fff" stroke="${ink}" stroke-width="1.1"/>`);
}
