import { describe, expect, it } from 'vitest';
import { knownLeast } from '../../../../../renderer/screens/meeting/agenda/cost-words';
import { withChanges } from '../../../../../renderer/screens/meeting/agenda/day-plan';
import { ruleLines } from '../../../../../renderer/screens/meeting/agenda/rules';
import { layOutTimeline, rowLook } from '../../../../../renderer/screens/meeting/agenda/timeline/timeline';
import { searchQuestion } from '../../../../../renderer/screens/meeting/agenda/use-search';
import { noDayRules } from '../../../../../shared/agenda/day-rules';
import { anAgenda } from '../build-agenda';

const names = { caseName: (id: string) => id.toUpperCase(), agencyName: (id: string) => id.toUpperCase() };
const visit = (from: string | null, until: string | null, isRemote = false) => ({ agencyId: 'hou', from, until, isRemote });
const view = anAgenda([['hou'], ['drg'], ['hou']]);

describe('the rules of a meeting', () => {
  it('stand as one sentence each, with what takes them back', () => {
    const lines = ruleLines(
      {
        ...view,
        items: view.items.map((item, index) => (index === 0 ? { ...item, fixedStart: '10:30' } : item)),
        breaks: [{ id: 'b', afterPosition: 0, minutes: 15, title: 'Tea', at: '11:00', startsAt: '11:02' }],
        rules: {
          order: 'red-first',
          sittings: { firstEndsAt: '12:30', secondStartsAt: '13:30' },
          mostMinutes: 150,
          visits: [visit('10:00', '11:00', true)],
          caseRules: [
            { id: 'r1', kind: 'together', itemIds: ['item-1', 'item-2'] },
            { id: 'r2', kind: 'not-while', itemId: 'item-3', agencyId: 'drg', reason: 'Related' },
          ],
        },
      },
      names,
    );
    expect(lines.map(({ words }) => words)).toEqual([
      'Red first.',
      'HOU comes only from 10:00 to 11:00, by call.',
      'ITEM-1 starts at 10:30.',
      'ITEM-1 and ITEM-2 together.',
      'ITEM-3 not while DRG is in the room (Related).',
      'Tea at 11:00, 15 min.',
      'Two sittings: the first ends by 12:30, the second starts at 13:30.',
      'No longer than 150 min.',
    ]);
    expect(lines.map(({ removal }) => removal.kind)).toEqual(['order', 'visit', 'fixed', 'cases', 'cases', 'break', 'sittings', 'most']);
  });

  it('are shown on the timeline: the window of an agency, and whose stay breaks it', () => {
    const ruled = withChanges({ ...view, rules: { ...noDayRules, visits: [visit(null, '10:10')] } }, [
      { kind: 'move', itemId: 'item-1', position: 1 },
    ]);
    const housing = layOutTimeline(ruled, 500, null).rows.find(({ agencyId }) => agencyId === 'hou');
    expect(housing).toMatchObject({ isBroken: true, window: { words: 'until 10:10' } });
    expect(ruled.violations).toMatchObject([{ rule: 'until', agencyIds: ['hou'] }]);
    expect(layOutTimeline(view, 500, null).rows.every(({ window, isBroken }) => window === null && !isBroken)).toBe(true);
  });

  it('leave rows two lines where all nearly fit the window, and give them one line where more must', () => {
    const looks = (tall: number, wide: number) => [10, 18, 30].map((rows) => rowLook(rows, tall, wide).look);
    expect(looks(1080, 1300)).toEqual(['usual', 'dense', 'line']);
    expect(looks(720, 700)).toEqual(['usual', 'dense', 'line']);
    // Where the whole part is narrow, one line would leave the picture no room.
    expect(looks(360, 500)).toEqual(['dense', 'dense', 'dense']);
    for (let rows = 1; rows <= 36; rows += 1) expect(rows * rowLook(rows, 1080, 1300).tall).toBeLessThanOrEqual(1080 - 212);
  });
});

describe('the least that partners could wait', () => {
  const cost = { now: 60, listOrder: 200, least: 50, isLeastProven: false };
  const news = { meetingId: 'm', cost: 44, violation: 0, lowerBound: 38.2, isProven: false, isDone: false };

  it('is called possible only where it is proven, else the best found with what is certain', () => {
    expect(knownLeast({ cost: { ...cost, isLeastProven: true }, leastViolation: 0 }, null)).toMatchObject({
      label: 'Least possible',
      note: null,
    });
    expect(knownLeast({ cost, leastViolation: 0 }, null)).toEqual({ minutes: 50, label: 'Best found', note: null, saves: 10 });
    expect(knownLeast({ cost, leastViolation: 0 }, news)).toEqual({
      minutes: 44,
      label: 'Best found',
      note: 'at least 39 min, searching on',
      saves: 16,
    });
    expect(knownLeast({ cost, leastViolation: 0 }, { ...news, isDone: true }).note).toBe('at least 39 min');
    expect(knownLeast({ cost, leastViolation: 0 }, { ...news, isProven: true, lowerBound: 44 })).toMatchObject({ label: 'Least possible' });
  });

  it('takes nothing from a search whose order is further from the rules', () => {
    expect(knownLeast({ cost, leastViolation: 0 }, { ...news, violation: 3 })).toMatchObject({ minutes: 50, note: null });
  });

  it('is asked for anew when minutes or rules change, and not when a case is moved or pinned', () => {
    const moved = withChanges(view, [
      { kind: 'move', itemId: 'item-3', position: 1 },
      { kind: 'pin', itemId: 'item-1', isPinned: true },
    ]);
    expect(searchQuestion(moved)).toBe(searchQuestion(view));
    expect(searchQuestion(withChanges(view, [{ kind: 'minutes', itemId: 'item-1', minutes: 20 }]))).not.toBe(searchQuestion(view));
    expect(searchQuestion({ ...view, rules: { ...noDayRules, mostMinutes: 60 } })).not.toBe(searchQuestion(view));
  });
});
