import { describe, expect, it } from 'vitest';
import { layOutTimeline } from '../../../../../renderer/screens/meeting/agenda/timeline';
import { anAgenda } from '../build-agenda';

const agenda = anAgenda(Array.from({ length: 24 }, () => ['hou']));

describe('the labels over the timeline', () => {
  it('never run into one another, also where the first one stands at the very edge', () => {
    for (let width = 260; width <= 1400; width += 10) {
      const spans = layOutTimeline(agenda, width, null)
        .ticks.filter(({ text }) => text !== '')
        // Bold figures are some 35 pixels wide; at the edge they begin at their line, elsewhere they stand over it.
        .map(({ x }) => (x < 18 ? { from: x, to: x + 36 } : { from: x - 18, to: x + 18 }));
      for (const [index, { from }] of spans.entries()) expect(from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0);
    }
  });

  it('keep their lines where a label has no room', () => {
    const { ticks } = layOutTimeline(agenda, 460, null);
    const gaps = ticks.slice(1).map(({ x }, index) => x - (ticks[index]?.x ?? 0));
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.01);
    expect(ticks.some(({ text }) => text === '')).toBe(true);
  });
});
