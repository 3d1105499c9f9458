import { beforeAll, describe, expect, test } from 'vitest';
import { importUndoneReason } from '../../../../db/queries/imports';
import { actions, actionUpdates, outcomeEvents } from '../../../../db/schema';
import { openInMemory } from '../../../../db/scheme-file';
import { listRegister } from '../../../../electron/services/cases/register';
import { closePanel, decideAtPanel } from '../../../../electron/services/cohort/panels';
import { withdrawReferral } from '../../../../electron/services/cohort/selection';
import { buildDemonstration, usualSeed } from '../../../../electron/services/demonstration/build';
import { needShares } from '../../../../electron/services/demonstration/published-shares';
import { casesBehind, insightChoices, insightPicture } from '../../../../electron/services/insight/insight';
import { drawingSvg } from '../../../../electron/services/insight/insight-drawing';
import { figuresCsv } from '../../../../electron/services/insight/insight-figures';
import type { Session } from '../../../../electron/services/session';
import { type PictureId, pictureIds } from '../../../../shared/insight/picture';
import { addDays } from '../../../../shared/language/dates';
import { addCase } from '../../../support/builders';
import { panelOn, refer } from '../../../support/cohort';
import { openTestScheme, type TestSession } from '../../../support/session';

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

describe('A place on the scheme as Insight counts it', () => {
  const day = 86_400_000;
  const onThat = (session: TestSession, to: string) =>
    insightPicture(session, { picture: 'positions', ...filter, to }).rows.reduce((sum, { values }) => sum + (values[1] ?? 0), 0);

  test('is kept for the days on which somebody had one, while they are put forward again, and once they came back (CAM 3.2.10)', () => {
    const session = openTestScheme();
    const join = (caseId: string, referralId: string) => {
      const { itemId, meetingId } = panelOn(session, caseId, referralId, { police: 'agrees', probation: 'agrees' });
      const nextReviewOn = addDays(session.today(), 28);
      const place = { cohortPart: 'free', intensity: null, nextReviewOn, reason: 'Agreed' } as const;
      decideAtPanel(session, { panelItemId: itemId, outcome: 'adopt', ...place, grounds: [], dissent: '' });
      closePanel(session, { meetingId });
    };
    const { caseId, referralId } = refer(session);
    session.advance(7 * day);
    join(caseId, referralId);
    session.advance(70 * day);
    const { itemId } = panelOn(session, caseId, null, { police: 'agrees', probation: 'agrees' });
    const left = { cohortPart: null, intensity: null, nextReviewOn: null, reason: 'Two quiet months', dissent: '' } as const;
    decideAtPanel(session, { panelItemId: itemId, outcome: 'leave', ...left, grounds: [] });
    session.advance(70 * day);
    const then = ['2026-03-09', '2026-03-10', '2026-05-18', '2026-05-19', '2026-07-27'] as const;
    const counted = () => then.map((to) => onThat(session, to));
    expect(counted()).toEqual([0, 1, 1, 0, 0]);
    const again = refer(session, { person: { caseId } });
    expect(counted()).toEqual([0, 1, 1, 0, 0]);
    join(caseId, again.referralId);
    expect(counted()).toEqual([0, 1, 1, 0, 0]);
    expect(onThat(session, session.today())).toBe(1);
    // A selection panel is no conference, and cost nobody a wait.
    expect(insightPicture(session, { picture: 'meeting-cost', ...filter, to: session.today() }).rows).toEqual([]);
    session.connection.close();
  });

  test('is none of somebody who was put forward and taken back, nor of one whom an import had brought by mistake', () => {
    const session = openTestScheme();
    const { referralId } = refer(session);
    session.advance(7 * day);
    withdrawReferral(session, { id: referralId, reason: 'Another area' });
    addCase(session, { state: 'left', adoptedOn: '2026-03-01', leftOn: '2026-03-10', leftReason: importUndoneReason });
    expect(['2026-03-02', '2026-03-09', '2026-03-10'].map((to) => onThat(session, to))).toEqual([0, 0, 0]);
    session.connection.close();
  });

  test('is not needed to be compared: the offences of whoever is only put forward count towards a definition (EVID)', () => {
    const session = openTestScheme();
    const { caseId } = refer(session);
    session.record('arrests recorded', (operation) => {
      for (let at = 0; at < 8; at += 1)
        operation.put(outcomeEvents, operation.newId(), { caseId, kind: 'arrest', happenedOn: addDays('2025-12-01', at), offences: 1 });
    });
    const { rows } = insightPicture(session, { picture: 'definitions', ...filter });
    expect(rows.find(({ id }) => id === 'each-arrests')?.values).toEqual([1, 0]);
    session.connection.close();
  });
});

test('An action that was carried forward after a period had been carried none the more often in it.', () => {
  const session = openTestScheme();
  session.record('action set', (operation) => {
    operation.put(actions, 'action', { agencyId: 'agency-housing', text: 'Ring first.', setOn: '2026-01-06', dueOn: '2026-01-20' });
    // Half past midnight on 1 April in London is still March in UTC.
    for (const madeAt of ['2026-01-27T12:00:00.000Z', '2026-03-31T22:30:00.000Z', '2026-03-31T23:30:00.000Z'])
      operation.put(actionUpdates, operation.newId(), { actionId: 'action', kind: 'carried', madeAt });
  });
  const carried = (to: string) => insightPicture(session, { picture: 'actions', ...filter, to }).rows[0]?.values.at(-1);
  expect([carried('2026-01-26'), carried('2026-01-27'), carried('2026-03-31'), carried('2026-04-01')]).toEqual([0, 1, 2, 3]);
  session.connection.close();
});
