import { beforeAll, describe, expect, test } from 'vitest';
import { openInMemory } from '../../../db/scheme-file';
import { buildDemonstration, usualSeed } from '../../../electron/services/demonstration/build';
import { needShares } from '../../../electron/services/demonstration/published-shares';
import { casesBehind, insightChoices, insightPicture } from '../../../electron/services/insight';
import { drawingSvg } from '../../../electron/services/insight-drawing';
import { figuresCsv } from '../../../electron/services/insight-figures';
import { listRegister } from '../../../electron/services/register';
import type { Session } from '../../../electron/services/session';
import { type PictureId, pictureIds } from '../../../shared/insight/picture';
import { openTestScheme } from '../../support/session';

const filter = { from: '2025-03-05', to: '2026-03-03', area: null, cohortPart: null } as const;

describe('Insight on the demonstration scheme', () => {
  let session: Session;
  beforeAll(async () => {
    session = await buildDemonstration(openInMemory(), { path: ':memory:', today: filter.to, seed: usualSeed, computer: 'HARROW-LT-0217' });
  }, 120_000);
  const figures = (picture: PictureId) =>
    new Map(insightPicture(session, { picture, ...filter }).rows.map(({ id, values }) => [id, values]));

  test('gives the published shares of statutory positions to the percentage point (HMI 4.10)', () => {
    const shares = [...figures('positions')].map(([id, [share]]) => [id, share]);
    expect(Object.fromEntries(shares)).toMatchObject({ serving: 28, remand: 9, licence: 22, 'community-order': 10, voluntary: 30 });
  });

  test('gives the published Risk of Serious Harm to the percentage point, and the five who were not assessed (HMI 4.12)', () => {
    const risk = figures('risk');
    expect([risk.get('low')?.[0], risk.get('medium')?.[0], risk.get('high')?.[0]]).toEqual([19, 53, 21]);
    expect(risk.get('not-assessed')?.[1]).toBe(5);
  });

  test('gives the published needs and their progress to the percentage point (HMI 5.12, 8.12)', () => {
    const found = figures('needs');
    for (const { pathway, percent, progress } of needShares)
      expect(found.get(pathway)?.slice(0, 5), pathway).toEqual([
        percent,
        progress.good,
        progress.some,
        progress.none,
        progress.deterioration,
      ]);
  });

  test('gives what became of those managed in the community to the percentage point (HMI 8.18)', () => {
    const found = figures('community');
    expect([found.get('reoffended'), found.get('completed'), found.get('ongoing')]).toEqual([
      [62, 40],
      [14, 9],
      [25, 16],
    ]);
  });

  test('compares offending before and after adoption for each year at liberty, with ranges and what to beware of (HMI 8.19 to 8.26)', () => {
    const picture = insightPicture(session, { picture: 'before-after', ...filter, offending: { kind: 'conviction', window: 182 } });
    const all = picture.rows.find(({ id }) => id === 'all')?.values ?? [];
    const [before, after, low, high] = all;
    expect(before).toBeGreaterThan(after ?? Number.POSITIVE_INFINITY);
    expect(low).toBeLessThan(before ?? 0);
    expect(high).toBeGreaterThan(before ?? 0);
    expect(picture.warnings.join(' ')).toContain('regression to the mean');
    const severities = picture.rows.slice(1).map(({ values }) => values[6] ?? 0);
    expect(severities.reduce((sum, each) => sum + each, 0)).toBe(all[6]);
  });

  test('agrees with the register on how many stand at each colour today', () => {
    const register = listRegister(session).filter(({ state }) => state === 'adopted');
    const today = insightPicture(session, { picture: 'colours', ...filter });
    const last = today.rows.at(-1);
    for (const [at, { id }] of today.series.entries())
      expect(last?.values[at], id).toBe(register.filter(({ colour }) => colour === id).length);
  });

  test('names behind each figure of cases as many cases as the figure says', () => {
    for (const picture of ['colours', 'reviews', 'time-on-scheme', 'workload', 'positions', 'risk'] as const) {
      const { rows, series } = insightPicture(session, { picture, ...filter });
      for (const row of rows)
        for (const [at, { id, unit }] of series.entries()) {
          if (unit !== 'cases') continue;
          expect(casesBehind(session, { picture, ...filter, row: row.id, series: id }), `${picture} ${row.name} ${id}`).toHaveLength(
            row.values[at] ?? 0,
          );
        }
    }
  });

  test('writes each picture as CSV with the very figures of the picture, and as SVG that fetches nothing', () => {
    for (const picture of pictureIds) {
      const drawn = insightPicture(session, { picture, ...filter });
      const lines = new TextDecoder().decode(figuresCsv(drawn)).trimEnd().split('\r\n');
      expect(lines).toHaveLength(5 + drawn.rows.length);
      const svg = drawingSvg(drawn);
      expect(svg).toMatch(/^<svg[^>]* role="img"><title>/);
      expect(svg.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:|<script|<image|<foreignObject/);
    }
  });

  test('offers the areas that there are, and the first day of which anything is known', () => {
    const { areas, firstDay } = insightChoices(session);
    expect(areas.length).toBeGreaterThan(1);
    expect(firstDay).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

test('An empty scheme has every picture, with nothing in it and a sentence that says so.', () => {
  const session = openTestScheme();
  expect(insightChoices(session)).toEqual({ areas: [], firstDay: null, matrixThreshold: 40 });
  for (const picture of pictureIds) {
    const { finding, rows, series } = insightPicture(session, { picture, ...filter });
    expect(finding).not.toMatch(/NaN|undefined|null|Infinity/);
    for (const { values } of rows) expect(values).toHaveLength(series.length);
  }
});
