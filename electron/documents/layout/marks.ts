import type { CanvasElement, Content, ContentCanvas } from 'pdfmake/interfaces';
import type { ActionOutcome } from '../../../shared/language/action';
import { actionOutcomeName } from '../../../shared/language/action';
import type { Progress } from '../../../shared/language/pathway';
import type { Spoken } from './svg';
import { ink, soft, white } from './tokens';

type Stroke = readonly (readonly [x: number, y: number])[];

/** Direction carries the meaning of progress, and the word confirms it. */
const progressMarks: Readonly<Record<Progress, readonly [strokes: readonly Stroke[], word: string]>> = {
  good: [[chevron(11, -5), chevron(6, -5)], 'Good'],
  some: [[chevron(9, -5)], 'Some'],
  none: [
    [
      [
        [2, 6.5],
        [12, 6.5],
      ],
    ],
    'None',
  ],
  deterioration: [[chevron(4, 5)], 'Worse'],
};

function chevron(y: number, rise: number): Stroke {
  return [
    [2, y],
    [7, y + rise],
    [12, y],
  ];
}

export function progressMark(progress: Progress | null): Content {
  if (progress === null) return { text: 'Not reviewed', color: soft };
  const [strokes, word] = progressMarks[progress];
  const canvas = strokes.map(
    (stroke): CanvasElement => ({
      type: 'polyline',
      points: stroke.map(([x, y]) => ({ x, y })),
      lineColor: ink,
      lineWidth: 1.8,
    }),
  );
  return {
    columns: [
      { canvas, width: 14, margin: [0, 0.5, 0, 0] },
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

export function outcomeWords(outcome: ActionOutcome | null): readonly [mark: string, words: string] {
  return outcome === null ? ['→', 'Still open: carried forward'] : [outcomeMarks[outcome], actionOutcomeName[outcome]];
}

/** One of the four outcomes, kept apart by mark and by word; an action without one is still open. */
export function outcomeMark(outcome: ActionOutcome | null, width: number): Content {
  const [mark, words] = outcomeWords(outcome);
  return {
    columns: [
      { text: mark, width: 10, bold: true, tag: 'unread' },
      { text: words, bold: outcome !== 'done', width: width - 12 },
    ],
    columnGap: 2,
  };
}

/** A box to tick by hand. */
export function tickBox(side: number, spoken: Spoken): ContentCanvas {
  const inside = side - 1.2;
  return { canvas: [{ type: 'rect', x: 0.6, y: 0.6, w: inside, h: inside, color: white, lineColor: ink, lineWidth: 1.1 }], ...spoken };
}
