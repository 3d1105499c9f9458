import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutRibbon } from '../../../../renderer/components/colour/ribbon-layout';
import { colours } from '../../../../shared/language/colour';
import { addDays } from '../../../../shared/language/dates';

const today = '2026-03-03';

describe('the colour ribbon', () => {
  it('gives each colour a band as wide as it lasted', () => {
    const { bands, todayX } = layOutRibbon({
      changes: [
        { colour: 'R', on: '2025-03-03' },
        { colour: 'G', on: '2025-09-01' },
      ],
      today,
      width: 1000,
    });
    expect(bands.map(({ colour }) => colour)).toEqual(['R', 'G']);
    expect(bands[1]?.from).toBeCloseTo(498.6, 0);
    expect(todayX).toBe(1000);
  });

  it('gives a colour that was first decided today the day, so that the ribbon of a new case is not empty', () => {
    const changes = [{ colour: 'A' as const, on: today }];
    expect(layOutRibbon({ changes, today, width: 1000 })).toMatchObject({ bands: [{ from: 0, width: 998, shows: 'word' }], todayX: 1000 });
    const { bands, todayX, release } = layOutRibbon({ changes, today, width: 1000, releaseOn: '2026-03-13' });
    expect(bands[0]?.width).toBeCloseTo(todayX - 2, 5);
    expect(release?.x).toBeGreaterThan(todayX);
  });

  it('shows the word where there is room, then the badge, then the letter alone', () => {
    const { bands } = layOutRibbon({
      changes: [
        { colour: 'R', on: addDays(today, -500) },
        { colour: 'A', on: addDays(today, -100) },
        { colour: 'G', on: addDays(today, -50) },
        { colour: 'B', on: addDays(today, -20) },
      ],
      today,
      width: 400,
    });
    expect(bands.map(({ shows }) => shows)).toEqual(['word', 'badge', 'letter', 'letter']);
  });

  it('draws a release that is near, and not one that is years away', () => {
    const changes = [{ colour: 'B' as const, on: '2025-11-18' }];
    expect(layOutRibbon({ changes, today, width: 1000, releaseOn: '2026-03-27' }).release?.day).toBe('2026-03-27');
    expect(layOutRibbon({ changes, today, width: 1000, releaseOn: '2029-03-27' }).release).toBeNull();
    expect(layOutRibbon({ changes, today, width: 1000, releaseOn: '2026-02-27' }).release).toBeNull();
  });

  it('tells the story in a sentence for whoever cannot see it', () => {
    expect(layOutRibbon({ changes: [{ colour: 'B', on: '2025-11-18' }], today, width: 10 }).words).toBe(
      'Colour over time: Blue from Tue 18 Nov 2025, to today.',
    );
    expect(layOutRibbon({ changes: [], today, width: 10 }).words).toBe('No colour has been decided yet.');
  });

  it('never lets two event labels run into each other, nor out of the picture', () => {
    const event = fc.record({
      id: fc.uuid(),
      title: fc.string({ minLength: 1, maxLength: 60 }),
      on: fc.integer({ min: 0, max: 400 }).map((days) => addDays(today, -days)),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), fc.integer({ min: 200, max: 2000 }), (events, width) => {
        const placed = layOutRibbon({ changes: [{ colour: 'R', on: addDays(today, -400) }], today, width, events }).events;
        const spans = placed
          .map(({ title, x, anchor }) => {
            const length = title.length * 6.4;
            const from = anchor === 'middle' ? x - length / 2 : anchor === 'start' ? x : x - length;
            return { from, to: from + length };
          })
          .sort((a, b) => a.from - b.from);
        for (const [index, span] of spans.entries()) {
          expect(span.from).toBeGreaterThanOrEqual(-1);
          expect(span.to).toBeLessThanOrEqual(width);
          const next = spans[index + 1];
          if (next) expect(next.from).toBeGreaterThanOrEqual(span.to);
        }
      }),
    );
  });

  it('never lets a month run into the word Today', () => {
    const days = fc.integer({ min: 1, max: 3650 });
    fc.assert(
      fc.property(days, fc.option(fc.integer({ min: 0, max: 60 })), fc.integer({ min: 200, max: 2000 }), (since, ahead, width) => {
        const releaseOn = ahead === null ? null : addDays(today, ahead);
        const { months, todayText } = layOutRibbon({ changes: [{ colour: 'R', on: addDays(today, -since) }], today, width, releaseOn });
        const todayFrom = todayText.x - (todayText.anchor === 'end' ? 32 : 16);
        for (const { x, text } of months) expect(x + (text.length * 6.4) / 2).toBeLessThan(todayFrom);
      }),
    );
  });

  it('keeps every band inside the picture whatever the history', () => {
    const change = fc.record({ colour: fc.constantFrom(...colours), days: fc.integer({ min: 0, max: 3650 }) });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 40 }), fc.integer({ min: 100, max: 2000 }), (list, width) => {
        const changes = list.sort((a, b) => b.days - a.days).map(({ colour, days }) => ({ colour, on: addDays(today, -days) }));
        for (const band of layOutRibbon({ changes, today, width }).bands) {
          expect(band.from).toBeGreaterThanOrEqual(0);
          expect(band.from + band.width).toBeLessThanOrEqual(width + 2.01);
        }
      }),
    );
  });
});
