import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { fingerprintTables, rebuild } from '../../../../db/log/rebuild';
import { verifyLog } from '../../../../db/log/verify';
import { holdersOf, listDocuments } from '../../../../db/queries/documents';
import { openInMemory } from '../../../../db/scheme-file';
import { buildDemonstration, usualSeed } from '../../../../electron/services/demonstration/build';
import { needShares, positionCounts, roshCounts } from '../../../../electron/services/demonstration/published-shares';
import type { RenderDocument } from '../../../../electron/services/documents/issue-documents';
import type { Session } from '../../../../electron/services/session';
import { addDays } from '../../../../shared/language/dates';
import { releaseFlag } from '../../../../shared/rules/release-day';

const today = '2026-03-03';
/** Lays nothing out: each document is its own words. */
const render: RenderDocument = async (request) => ({ bytes: new TextEncoder().encode(JSON.stringify(request)), pages: 3 });
let session: Session;

beforeAll(async () => {
  session = await buildDemonstration(openInMemory(), { path: ':memory:', today, seed: usualSeed, computer: 'HARROW-LT-0217', render });
}, 120_000);

const counts = (query: string): Record<string, number> =>
  Object.fromEntries(session.read.all<{ key: string; count: number }>(sql.raw(query)).map(({ key, count }) => [key, count]));
const one = (query: string): number => session.read.get<{ count: number }>(sql.raw(`select count(*) as count ${query}`)).count;

describe('the demonstration scheme', () => {
  test('has 108 cases whose statutory positions and risk match the inspected sample (HMI 4.10, 4.12)', () => {
    expect(one(`from cases where state = 'adopted'`)).toBe(108);
    expect(counts("select statutory_position as key, count(*) as count from cases where state = 'adopted' group by 1")).toEqual(
      positionCounts,
    );
    expect(counts("select rosh as key, count(*) as count from cases where state = 'adopted' group by 1")).toEqual(roshCounts);
  });

  test('has the needs of the published table to the per cent (HMI 5.12)', () => {
    const found = counts('select pathway as key, count(distinct case_id) as count from needs group by 1');
    for (const { pathway, percent } of needShares) expect(Math.round(((found[pathway] ?? 0) * 100) / 108), pathway).toBe(percent);
  });

  test('has the progress of the published table to the per cent, of those whose progress was recorded (HMI 8.12)', () => {
    for (const { pathway, progress } of needShares) {
      const found = counts(
        `select progress as key, count(*) as count from (select r.progress, row_number() over (partition by r.need_id order by r.reviewed_on desc, r.id desc) as place
         from need_reviews r join needs n on n.id = r.need_id where n.pathway = '${pathway}') where place = 1 group by 1`,
      );
      const total = Object.values(found).reduce((sum, count) => sum + count, 0);
      for (const [level, percent] of Object.entries(progress)) {
        expect(Math.round(((found[level] ?? 0) * 100) / total), `${pathway} ${level}`).toBe(percent);
      }
    }
  });

  test('has held weekly conferences for eleven months and is about to hold the next', () => {
    expect(counts("select state as key, count(*) as count from meetings where kind = 'conference' group by 1")).toEqual({
      final: 47,
      planned: 1,
    });
    expect(session.read.get<{ day: string }>(sql`select max(held_on) as day from meetings`).day).toBe(today);
    expect(one(`from agenda_items i join meetings m on m.id = i.meeting_id where m.state = 'planned'`)).toBe(22);
  });

  test('has actions in every state: open, overdue, carried, and each of the four outcomes', () => {
    const outcomes = counts(`select coalesce(outcome, 'open') as key, count(*) as count from actions group by 1`);
    for (const state of ['open', 'done', 'circumstances-changed', 'agency-did-not-act', 'withdrawn'])
      expect(outcomes[state], state).toBeGreaterThan(4);
    const overdue = one(`from actions where outcome is null and due_on < '${today}'`);
    expect(overdue).toBeGreaterThan(3);
    expect(overdue).toBeLessThan(25);
    expect(one(`from action_updates where kind = 'carried'`)).toBeGreaterThan(20);
    expect(one('from (select 1 from actions group by reference having count(*) > 1)')).toBe(0);
  });

  test('tells of colours that change with reasons, and ends each case at the colour it has today', () => {
    expect(one('from colour_changes')).toBeGreaterThan(250);
    expect(one(`from colour_changes where trim(reason) = ''`)).toBe(0);
    expect(
      counts(
        `select colour as key, count(*) as count from (select colour, row_number() over (partition by case_id order by decided_on desc, decided_at desc) as place from colour_changes) where place = 1 group by 1`,
      ),
    ).toEqual({ R: 12, A: 31, G: 25, B: 40 });
  });

  test('has releases that a prison would make: on working days alone, Fridays among them, and one before a bank holiday (CAM 3.3.59)', () => {
    const days = (query: string) => session.read.all<{ day: string }>(sql.raw(query)).map(({ day }) => releaseFlag(day)?.kind ?? 'good');
    const expected = days('select release_on as day from cases where release_on is not null');
    const happened = days(`select ended_on as day from releases where state = 'released'`);
    for (const flags of [expected, happened]) {
      expect(flags).not.toContain('closed-day');
      const share = flags.filter((flag) => flag === 'friday').length / flags.length;
      expect(share).toBeGreaterThan(0.2);
      expect(share).toBeLessThan(0.6);
    }
    expect(expected).toContain('before-holiday');
    const soon = days(`select release_on as day from cases where release_on between '${today}' and '${addDays(today, 30)}'`);
    expect(soon).toEqual(expect.arrayContaining(['friday', 'good']));
  });

  test('has the papers of the last conferences: minutes of three, packs of the last, one version corrected and called back', () => {
    const rows = listDocuments(session.read);
    const minutes = rows.filter(({ kind }) => kind === 'minutes');
    expect(minutes.map(({ meetingHeldOn, version, isFinal }) => [meetingHeldOn, version, isFinal])).toEqual([
      ['2026-02-24', 1, true],
      ['2026-02-17', 2, true],
      ['2026-02-17', 1, true],
      ['2026-02-10', 1, true],
    ]);
    const packs = rows.filter(({ kind }) => kind === 'tasking-pack');
    expect(packs.length).toBeGreaterThan(8);
    expect(new Set(packs.map(({ meetingHeldOn }) => meetingHeldOn))).toEqual(new Set(['2026-02-24']));
    const corrected = minutes[1] as NonNullable<(typeof minutes)[1]>;
    const holders = holdersOf(session.read, corrected);
    expect(holders.map(({ version, recalledAt, returnedOn }) => [version, recalledAt !== null, returnedOn !== null]).toSorted()).toEqual([
      [1, true, false],
      [1, true, true],
      [2, false, false],
      [2, false, false],
    ]);
    for (const { id } of packs) expect(one(`from document_deliveries where document_id = '${id}'`)).toBe(1);
  });

  test('was written by the recorder alone: the log is whole, and the tables are what it says', () => {
    expect(verifyLog(session.connection).problems).toEqual([]);
    const before = fingerprintTables(session.connection);
    rebuild(session.connection);
    expect(fingerprintTables(session.connection)).toBe(before);
  });
});
