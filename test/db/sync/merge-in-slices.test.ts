import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprintTables } from '../../../db/log/rebuild';
import { needs } from '../../../db/schema';
import { createMerge } from '../../../db/sync/apply';
import { steadyPace } from '../../support/sync/exchanging';
import {
  addCase,
  asideOf,
  type Network,
  openNetwork,
  ownCommits,
  receive,
  type StoredCommit,
  type Workstation,
} from '../../support/sync/network';
import { reuseNetwork } from '../../support/sync/reused-network';
import { members, scenario, shuffle, tell } from '../../sync/converge';

const now = Date.UTC(2026, 2, 3, 12);

async function expectSameWhileRecording(network: Network, all: readonly StoredCommit[]): Promise<void> {
  const [first, busy] = network.stations as [Workstation, Workstation];
  const merge = createMerge(busy.connection, { anchor: network.anchor, now });
  const record = () => busy.session.record('need added', (o) => o.put(needs, o.newId(), { caseId: 'case-1', pathway: 'alcohol' }));
  let rests = 0;
  const pace = steadyPace(() => {
    rests += 1;
    if (rests % 3 === 0) record();
  }, 60);
  await merge.takeInSlices(
    all.filter(({ device }) => device !== busy.device.id),
    pace,
  );
  receive(network, first, [...all.filter(({ device }) => device !== first.device.id), ...ownCommits(busy)]);
  receive(network, busy, ownCommits(first));
  expect(fingerprintTables(busy.connection)).toBe(fingerprintTables(first.connection));
  expect(asideOf(busy)).toEqual(asideOf(first));
}

test('A merge in slices ends where one in a single transaction does, with the same report, though somebody records between its slices.', async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (told) => {
      const { network, openFresh, giveBack } = reuseNetwork(members, told.cast);
      const all = shuffle(tell(network, told), told.order[0] ?? 0);
      const [whole, sliced] = [openFresh(), openFresh()];
      const reports = [];
      for (const station of [whole, sliced]) {
        const merge = createMerge(station.connection, { anchor: network.anchor, now });
        if (station === whole) merge.take(all);
        else await merge.takeInSlices(all, steadyPace(undefined, 60));
        const { applied, aside, forks, suspicions, changes } = merge.report();
        // What came too late for an erasure is told of where it arrives after it; kept it is in no case.
        const kept = aside.flatMap(({ hash, reason }) => (reason === 'erased-case' ? [] : [`${hash} ${reason}`])).sort();
        reports.push({ applied, kept, forks, suspicions: suspicions.length, conflicts: changes.conflicts, lines: changes.lines });
      }
      expect(fingerprintTables(sliced.connection)).toBe(fingerprintTables(whole.connection));
      expect(asideOf(sliced)).toEqual(asideOf(whole));
      expect(reports[1]).toEqual(reports[0]);

      // What is erased cannot be recorded on, and its entries are not handed over again.
      if (!told.steps.some((step) => step.do === 'erase')) await expectSameWhileRecording(network, all);
      giveBack();
    }),
    { numRuns: 25, seed: 20260303, endOnFailure: true },
  );
});

test('Between the slices of a merge foreign keys are held to, and the tables are settled as far as they go.', async () => {
  const network = openNetwork([{ role: 'coordinator', agency: 'probation' }]);
  const [first, second] = network.stations as [Workstation, Workstation];
  for (let each = 0; each < 60; each += 1) addCase(first, `TESTWICK${each}`);
  const merge = createMerge(second.connection, { anchor: network.anchor, now });
  const seen: number[] = [];
  const pace = steadyPace(() => {
    expect(second.connection.raw.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(second.connection.raw.inTransaction).toBe(false);
    seen.push(second.connection.raw.prepare<[], number>('select count(*) from cases').pluck().get() ?? 0);
  }, 60);
  await merge.takeInSlices(ownCommits(first), pace);
  expect(new Set(seen).size).toBeGreaterThan(20);
  expect(seen).toEqual(seen.toSorted((one, other) => one - other));
  expect(merge.report()).toMatchObject({ applied: 60 });
  expect(fingerprintTables(second.connection)).toBe(fingerprintTables(first.connection));
});
