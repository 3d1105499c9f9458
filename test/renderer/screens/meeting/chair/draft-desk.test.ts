import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDraftDesk, keptWords, mostMilliseconds, retryMilliseconds } from '../../../../../renderer/screens/meeting/chair/draft-desk';

/** A clock that only moves when told, and a disk that notes what it was given and when. */
function desk({ failing = () => false }: { failing?: () => boolean } = {}) {
  let clock = 0;
  let timers: { at: number; run: () => void; isOff: boolean }[] = [];
  const kept: { at: number; field: string; text: string }[] = [];
  const it = createDraftDesk({
    keep: async (_item, field, text) => {
      if (failing()) throw new Error('The disk is full.');
      kept.push({ at: clock, field, text });
    },
    problemOf: (failure) => (failure as Error).message,
    now: () => clock,
    later: (run, milliseconds) => {
      const timer = { at: clock + milliseconds, run, isOff: false };
      timers.push(timer);
      return () => {
        timer.isOff = true;
      };
    },
  });
  const settle = async () => {
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  };
  const advance = async (milliseconds: number) => {
    const end = clock + milliseconds;
    for (;;) {
      timers = timers.filter((timer) => !timer.isOff);
      const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      clock = Math.max(clock, next.at);
      next.isOff = true;
      next.run();
      await settle();
    }
    clock = end;
    await settle();
  };
  return { it, kept, advance, settle };
}

describe('the drafts of a case', () => {
  it('keeps what was typed after a short quiet, once', async () => {
    const { it: drafts, kept, advance } = desk();
    drafts.write('item', 'discussion', 'H');
    await advance(100);
    drafts.write('item', 'discussion', 'Ho');
    expect(drafts.state('item', 'discussion').kind).toBe('typing');
    await advance(400);
    expect(kept).toEqual([{ at: 450, field: 'discussion', text: 'Ho' }]);
    expect(drafts.state('item', 'discussion').kind).toBe('kept');
  });

  it('keeps every keystroke within 900 ms, however the typing goes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 1200 }), { minLength: 1, maxLength: 60 }), async (gaps) => {
        const { it: drafts, kept, advance } = desk();
        let clock = 0;
        const typed: { at: number; text: string }[] = [];
        for (const [index, gap] of gaps.entries()) {
          await advance(gap);
          clock += gap;
          const text = 'x'.repeat(index + 1);
          drafts.write('item', 'discussion', text);
          typed.push({ at: clock, text });
        }
        await advance(2000);
        for (const stroke of typed) {
          const first = kept.find((each) => each.text.length >= stroke.text.length);
          expect(first).toBeDefined();
          expect((first?.at ?? Number.POSITIVE_INFINITY) - stroke.at).toBeLessThanOrEqual(900);
        }
        expect(kept.at(-1)?.text).toBe(typed.at(-1)?.text);
      }),
      { numRuns: 60 },
    );
    expect(mostMilliseconds).toBeLessThanOrEqual(900);
  });

  it('says why keeping failed, keeps the text, and tries again until it is kept', async () => {
    let isFull = true;
    const { it: drafts, kept, advance } = desk({ failing: () => isFull });
    drafts.write('item', 'discussion', 'He said he would come');
    await advance(500);
    expect(drafts.state('item', 'discussion')).toEqual({ kind: 'failing', problem: 'The disk is full.' });
    expect(drafts.text('item', 'discussion')).toBe('He said he would come');
    isFull = false;
    await advance(retryMilliseconds);
    expect(kept.map((each) => each.text)).toEqual(['He said he would come']);
    expect(drafts.state('item', 'discussion').kind).toBe('kept');
  });

  it('sends what waits at once when asked, so that closing the window loses nothing', async () => {
    const { it: drafts, kept } = desk();
    drafts.write('item', 'discussion', 'one');
    drafts.write('item', 'action', 'two');
    await drafts.flush();
    expect(kept.map((each) => each.text).sort()).toEqual(['one', 'two']);
  });

  it('empties a draft on the disk too once it is recorded, and no late timer brings it back', async () => {
    const { it: drafts, kept, advance } = desk();
    drafts.write('item', 'action', 'Housing: assess');
    drafts.clear('item', 'action');
    await advance(3000);
    expect(kept).toEqual([{ at: 0, field: 'action', text: '' }]);
    expect(drafts.state('item', 'action').kind).toBe('untouched');
    expect(drafts.text('item', 'action')).toBeNull();
  });

  it('sends nothing as typing that is being recorded, however long that takes, and the emptied draft once it is', async () => {
    const { it: drafts, kept, advance } = desk();
    let recorded = () => {};
    drafts.write('item', 'colour', 'A');
    const run = drafts.recording('item', ['colour', 'colour-reason'], async () => {
      await new Promise<void>((done) => {
        recorded = done;
      });
      drafts.clear('item', 'colour');
      return true;
    });
    await advance(5000);
    expect(kept).toEqual([]);
    recorded();
    expect(await run).toBe(true);
    await advance(3000);
    expect(kept).toEqual([{ at: 5000, field: 'colour', text: '' }]);
  });

  it('keeps what was to be recorded and could not be, and what was typed on meanwhile', async () => {
    const { it: drafts, kept, advance, settle } = desk();
    drafts.write('item', 'action', 'Housing: assess');
    expect(await drafts.recording('item', ['action'], async () => false)).toBe(false);
    await settle();
    expect(kept.map((each) => each.text)).toEqual(['Housing: assess']);
    await drafts.recording('item', ['action'], async () => {
      drafts.write('item', 'action', 'Housing: assessPolice: ');
      await advance(1000);
      drafts.takenDown('item', { action: 'Housing: assess', 'action-corrections': undefined });
      return true;
    });
    await advance(1000);
    expect(drafts.text('item', 'action')).toBe('Police: ');
    expect(kept.at(-1)?.text).toBe('Police: ');
  });

  it('records once what is asked for twice, and what was typed between after it', async () => {
    const { it: drafts } = desk();
    const recorded: (string | null | undefined)[] = [];
    const ends: (() => void)[] = [];
    const record = () =>
      drafts.recording('item', ['action'], async () => {
        const text = drafts.text('item', 'action');
        recorded.push(text);
        await new Promise<void>((done) => ends.push(done));
        drafts.takenDown('item', { action: text ?? undefined });
        return true;
      });
    drafts.write('item', 'action', 'one');
    const first = record();
    expect(record()).toBe(first);
    drafts.write('item', 'action', 'onetwo');
    const second = record();
    expect(drafts.recording('item', ['action'], async () => true, 'another')).not.toBe(second);
    ends[0]?.();
    await first;
    await expect.poll(() => ends.length).toBe(2);
    ends[1]?.();
    await second;
    expect(recorded).toEqual(['one', 'two']);
    expect(drafts.text('item', 'action')).toBeNull();
  });

  it('leaves recorded text in its field, and keeps what was typed on while it was being recorded', async () => {
    const { it: drafts, kept, advance } = desk();
    drafts.write('item', 'discussion', 'one');
    drafts.recorded('item', 'discussion', 'one');
    await advance(1000);
    expect([drafts.text('item', 'discussion'), kept.at(-1)?.text]).toEqual(['one', '']);
    drafts.write('item', 'discussion', 'one two');
    drafts.recorded('item', 'discussion', 'one');
    await advance(1000);
    expect([drafts.text('item', 'discussion'), kept.at(-1)?.text]).toEqual(['one two', 'one two']);
  });

  it('shows what recorded text came to together with another’s, and gives way to a later one unless somebody types', () => {
    const { it: drafts } = desk();
    drafts.write('item', 'discussion', 'one');
    expect(drafts.isDraft('item', 'discussion')).toBe(true);
    drafts.giveWay('item', 'discussion');
    expect(drafts.text('item', 'discussion')).toBe('one');
    expect(drafts.recorded('item', 'discussion', 'one', 'one and two')).toBe(true);
    expect([drafts.text('item', 'discussion'), drafts.isDraft('item', 'discussion')]).toEqual(['one and two', false]);
    drafts.giveWay('item', 'discussion');
    expect(drafts.text('item', 'discussion')).toBeNull();
    drafts.write('item', 'discussion', 'three');
    expect(drafts.recorded('item', 'discussion', 'two')).toBe(false);
    expect(drafts.isDraft('item', 'discussion')).toBe(true);
  });

  it('keeps the drafts of two cases and two fields apart', () => {
    const { it: drafts } = desk();
    drafts.write('one', 'discussion', 'a');
    drafts.write('two', 'discussion', 'b');
    expect([drafts.text('one', 'discussion'), drafts.text('two', 'discussion'), drafts.text('one', 'action')]).toEqual([
      'a',
      'b',
      undefined,
    ]);
  });
});

describe('what stands beside a field', () => {
  it('says how long ago it was saved', () => {
    expect(keptWords({ kind: 'kept', at: 1000 }, 1400)).toBe('saved just now');
    expect(keptWords({ kind: 'kept', at: 1000 }, 2100)).toBe('saved 1 s ago');
    expect(keptWords({ kind: 'kept', at: 0 }, 180_000)).toBe('saved 3 min ago');
    expect(keptWords({ kind: 'failing', problem: '' }, 0)).toBe('not saved');
  });
});
