import { beforeAll, describe, expect, test } from 'vitest';
import { openInMemory } from '../../../../db/scheme-file';
import { buildDemonstration, usualSeed } from '../../../../electron/services/demonstration/build';
import { exportScheme } from '../../../../electron/services/export/export-scheme';
import { insightPicture } from '../../../../electron/services/insight/insight';
import type { Session } from '../../../../electron/services/session';
import { type PictureId, pictureIds } from '../../../../shared/insight/picture';
import type { CohortPart } from '../../../../shared/language/cohort';
import * as cohort from '../../../support/independent-insight/cohort';
import { equality } from '../../../support/independent-insight/equality';
import { type Tables, tablesOf } from '../../../support/independent-insight/export';
import { lastDay, randomScheme } from '../../../support/independent-insight/random-scheme';
import * as work from '../../../support/independent-insight/work';

const numbers = { top: 10, burst: 10, arrests: 8, ogrs: 75, matrix: 40 };

/** Each picture counted anew from the exported tables, by code that has nothing of the program's. */
const independent: Readonly<Record<PictureId, (tables: Tables, asked: cohort.Asked) => cohort.Counts>> = {
  colours: cohort.colours,
  'colour-changes': cohort.colourChanges,
  'time-in-colour': cohort.timeInColour,
  needs: cohort.needs,
  positions: cohort.positions,
  risk: cohort.risk,
  actions: work.actions,
  reviews: cohort.reviews,
  releases: work.releases,
  'time-on-scheme': cohort.timeOnScheme,
  workload: cohort.workload,
  'meeting-cost': work.meetingCost,
  'before-after': (tables, asked) => work.beforeAfter(tables, asked, 'conviction', 365),
  community: work.community,
  equality,
  definitions: (tables, asked) => work.definitions(tables, asked, numbers),
};

type Chosen = Omit<cohort.Asked, 'cohortPart'> & { readonly cohortPart: CohortPart | null };

function compare(session: Session, tables: Tables, picture: PictureId, asked: Chosen) {
  const shown = insightPicture(session, { picture, ...asked });
  const counted = independent[picture](tables, asked);
  const where = `${picture} ${JSON.stringify(asked)}`;
  expect(Object.fromEntries(shown.rows.map(({ id, values }) => [id, values])), where).toEqual(Object.fromEntries(counted));
  return shown.rows.length;
}

const openExport = async (session: Session) => tablesOf((await exportScheme(session, { passphrase: null })).bytes);

describe('Each figure of Insight is the one that an independent count of the exported CSV files gives', () => {
  let session: Session;
  let tables: Tables;
  beforeAll(async () => {
    session = await buildDemonstration(openInMemory(), { path: ':memory:', today: lastDay, seed: usualSeed, computer: 'HARROW-LT-0217' });
    tables = await openExport(session);
  }, 120_000);

  test.each(pictureIds)('%s, on the demonstration scheme, over a year, a quarter and one area.', (picture) => {
    const area = session.read.query.cases.findFirst().sync()?.area ?? null;
    for (const asked of [
      { from: '2025-03-05', to: lastDay, area: null, cohortPart: null },
      { from: '2025-10-01', to: '2025-12-31', area: null, cohortPart: null },
      { from: '2025-06-01', to: '2026-01-15', area, cohortPart: 'fixed' as const },
    ])
      compare(session, tables, picture, asked);
  });
});

describe('The same holds of schemes with whatever a table may hold', () => {
  test.each([
    [11, 0],
    [12, 1],
    [13, 30],
    [14, 60],
    [15, 120],
    [33, 90],
  ])(
    'seed %i with %i people.',
    async (seed, people) => {
      const session = randomScheme(seed, people);
      const tables = await openExport(session);
      const rows = new Map<PictureId, number>();
      for (const picture of pictureIds)
        for (const asked of [
          { from: '2024-03-01', to: lastDay, area: null, cohortPart: null },
          { from: '2025-10-01', to: '2025-12-31', area: 'Harrow Lane', cohortPart: null },
          { from: '2025-09-01', to: '2025-09-01', area: null, cohortPart: 'flex' as const },
        ])
          rows.set(picture, (rows.get(picture) ?? 0) + compare(session, tables, picture, asked));
      // What was compared was something.
      if (people >= 60) for (const picture of pictureIds) expect(rows.get(picture), picture).toBeGreaterThan(0);
    },
    60_000,
  );
});
