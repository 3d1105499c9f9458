import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { connect, openDatabase } from '../db/connection';
import { migrate } from '../db/migrate';
import { actions, cases } from '../db/schema';
import { openInMemory } from '../db/scheme-file';
import { applyCommits, createMerge } from '../db/sync/apply';
import { ageCipher } from '../db/sync/cipher';
import type { ForeignCommit } from '../db/sync/foreign-commit';
import { testNow } from '../test/support/session';
import { exchangeAll, exchangeOf } from '../test/support/sync/exchanging';
import { openNetwork, openStart, ownCommits, stationOn, type Workstation } from '../test/support/sync/network';
import { createSharedFolder } from '../test/support/sync/shared-folder';
import { openNetworkWithKeys } from '../test/support/sync/with-keys';
import { costOfJoining } from './bench/sync-joining';
import { mostFilesOfYear } from './bench/sync-year';

/**
 * `npm run bench:sync`: what exchange costs, in time of the processor. Figures of one machine on one day; the bounds of the
 * design are held all the same.
 */
const members = [{ role: 'coordinator', agency: 'probation' }] as const;
const wrong: string[] = [];
const hold = (what: string, value: number, most: number, unit: string) => {
  console.log(`${what}: ${value.toFixed(1)} ${unit} (at most ${most} ${unit})`);
  if (value > most) wrong.push(what);
};

/** Of the processor, so that whatever else the machine does is not counted. */
const millisecondsSince = (before: NodeJS.CpuUsage) => {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** A log of so many puts, five to a commit, over so many cases. */
function write(station: Workstation, puts: number): void {
  let caseId = '';
  for (let written = 0; written < puts; written += 5) {
    station.session.record('case changed', (o) => {
      if (written % 100 === 0) {
        caseId = o.newId();
        o.put(cases, caseId, { surname: `NAME${written}`, forenames: 'Dean', pnc: `${written}`, crn: `X${written}`, area: 'Lowgate' });
      } else
        o.put(actions, o.newId(), {
          caseId,
          text: 'Find a room',
          reference: `${written}`,
          agencyId: 'agency-housing',
          dueOn: '2026-03-03',
        });
    });
  }
}

function merge(puts: number): number {
  const network = openNetwork(members);
  const [first] = network.stations as [Workstation];
  first.connection.raw.pragma('synchronous = OFF');
  write(first, puts);
  const commits = ownCommits(first);
  const fresh = stationOn(openStart(members).connection, network.stations[1] as Workstation, testNow);
  const before = process.cpuUsage();
  const { applied } = applyCommits(fresh.connection, commits, { anchor: network.anchor, now: testNow });
  const took = millisecondsSince(before);
  if (applied < puts / 5) throw new Error('Not everything was merged.');
  return took;
}

/** The same in slices into an encrypted file, as the app does, and how long the process was deaf to others meanwhile. */
async function mergeInSlices(puts: number): Promise<{ readonly took: number; readonly longest: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'roundtable-sync-bench-'));
  const network = openNetwork(members);
  const [first] = network.stations as [Workstation];
  first.connection.raw.pragma('synchronous = OFF');
  write(first, puts);
  const raw = openDatabase(join(folder, 'Measured.roundtable'), new Uint8Array(32).fill(7));
  try {
    migrate(raw, null);
    const merging = createMerge(connect(raw), { anchor: network.anchor, now: testNow });
    merging.take(firstCommits(first));
    const deaf = monitorEventLoopDelay({ resolution: 5 });
    deaf.enable();
    const started = performance.now();
    await merging.takeInSlices(ownCommits(first));
    const took = performance.now() - started;
    deaf.disable();
    if (merging.report().applied < puts / 5) throw new Error('Not everything was merged.');
    return { took, longest: deaf.max / 1e6 - 5 };
  } finally {
    raw.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Who the members are, as everybody has it before anything else comes. */
const firstCommits = ({ connection }: Workstation) =>
  connection.raw.prepare<[], ForeignCommit>('select body, signature from commits order by sequence limit 2').all();

openInMemory().close();
merge(1000);
const small = merge(10_000);
const large = merge(100_000);
hold('merge of 100,000 puts', large / 1000, 10, 's');
hold('cost of ten times the puts', large / small, 14, 'times');
const sliced = await mergeInSlices(100_000);
hold('merge of 100,000 puts in slices into a file', sliced.took / 1000, 10, 's');
hold('longest silence of the process meanwhile', sliced.longest, 50, 'ms');

const { network, identities } = await openNetworkWithKeys([
  ...members,
  ...Array.from({ length: 38 }, () => ({ role: 'partner', agency: 'housing' }) as const),
]);
const shared = createSharedFolder();
const all = network.stations.map((station) => ({
  station,
  exchange: exchangeOf(network, station, shared, { cipher: ageCipher(identities.get(station) as string) }),
}));
for (const { exchange } of all) await exchange.setUp();
await exchangeAll(all, 4);
const [one] = all as [(typeof all)[number]];
const handOvers: number[] = [];
for (let run = 0; run < 9; run += 1) {
  write(one.station, 5);
  const before = process.cpuUsage();
  await one.exchange.poll();
  handOvers.push(millisecondsSince(before));
}
hold('hand-over of one change among 40 devices', handOvers.sort((a, b) => a - b)[4] as number, 100, 'ms');
await exchangeAll(all, 4);
const calls = async (work: () => Promise<unknown>) => {
  const start = shared.calls;
  await work();
  return shared.calls - start;
};
const bare = await calls(async () => {
  for (const folder of await shared.system.list('/share')) if (!folder.includes('.')) await shared.system.list(`/share/${folder}`);
});
const idle = await calls(() => one.exchange.poll());
hold('calls of an idle poll against a bare listing', idle / bare, 2, 'times');
const time = async (work: () => Promise<unknown>) => {
  const runs: number[] = [];
  for (let run = 0; run < 9; run += 1) {
    const start = performance.now();
    await work();
    runs.push(performance.now() - start);
  }
  return runs.sort((a, b) => a - b)[4] as number;
};
console.log(`idle poll of 40 devices, in memory: ${(await time(() => one.exchange.poll())).toFixed(1)} ms`);
hold('files of 20 devices in a year of 250 working days, one of them away', await mostFilesOfYear(20, 250), 4999, 'files');
const joins = [await costOfJoining(500, 10_000), await costOfJoining(500, 100_000)] as const;
hold('joining at 500 cases and 100,000 changes', joins[1], 60, 's');
hold('cost of joining at ten times the changes', joins[1] / joins[0], 14, 'times');
console.log(wrong.length === 0 ? 'All bounds hold.' : `Out of bounds: ${wrong.join(', ')}.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
