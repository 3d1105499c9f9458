import { describe, expect, it } from 'vitest';
import { layOutTimeline } from '../../../../../../renderer/screens/meeting/agenda/timeline/timeline';
import { caseAt, caseSpans, numbersOver } from '../../../../../../renderer/screens/meeting/agenda/timeline/timeline-cases';
import { anAgenda } from '../../build-agenda';

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

describe('the numbers of the cases over the timeline', () => {
  const many = anAgenda(Array.from({ length: 60 }, () => ['hou']));

  it('name every case where there is room, and else as many as keep clear of one another', () => {
    expect(numbersOver(caseSpans(agenda, 1200), null).map(({ number }) => number)).toEqual(agenda.items.map(({ position }) => position));
    for (let width = 260; width <= 1400; width += 10) {
      const shown = numbersOver(caseSpans(many, width), null);
      expect(shown.length).toBeGreaterThan(2);
      for (const [index, { x }] of shown.entries())
        expect(x - (shown[index - 1]?.x ?? Number.NEGATIVE_INFINITY)).toBeGreaterThanOrEqual(22);
    }
  });

  it('leave the place to the case that is marked', () => {
    const spans = caseSpans(many, 400);
    const [first] = numbersOver(spans, null);
    expect(numbersOver(spans, (first?.x ?? 0) + 5).map(({ number }) => number)).not.toContain(first?.number);
  });

  it('find the case at each place of the picture, also one of two minutes, and none in a break', () => {
    const spans = caseSpans(many, 400);
    for (const span of spans) expect(caseAt(spans, span.x + span.width / 2)).toBe(span);
    expect(caseAt(spans, -1)).toBeNull();
    expect(layOutTimeline(many, 400, spans[3]?.itemId ?? '').marked).toEqual(spans[3]);
  });
});
