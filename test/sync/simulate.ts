import { fingerprintTables, rebuild } from '../../db/log/rebuild';
import { caseSpace } from '../../db/log/synced-tables';
import { actions, agendaItems, cases, contributions, meetings } from '../../db/schema';
import type { Exchange } from '../../db/sync/exchange';
import { openPart, readSegmentFile } from '../../db/sync/segment';
import { eraseCase } from '../support/sync/erasing';
import { exchangeAll, exchangeOf } from '../support/sync/exchanging';
import { type Network, openCase, type Workstation } from '../support/sync/network';
import { letGo, reuseNetwork } from '../support/sync/reused-network';
import { createSharedFolder, plainCipher, type SharedFolder } from '../support/sync/shared-folder';

/**
 * Five workstations work on one scheme through a shared folder in memory that fails in every way a share fails. Whatever
 * it did, once it is well again everyone comes to the same state and nothing that was recorded is lost. Sealing is by
 * name only, since secrecy is tested elsewhere; signatures are real. A seed plays the same story again.
 */
const members = [
  { role: 'coordinator', agency: 'probation' },
  { role: 'manager', agency: 'police' },
  { role: 'partner', agency: 'housing' },
  { role: 'partner', agency: 'drugs' },
] as const;

/** So many sets of keys. */
const casts = 4;

/** A row that must be there at the end, unless its case was erased. */
interface Recorded {
  readonly relation: string;
  readonly id: string;
  readonly caseId: string;
}

interface Machine {
  readonly station: Workstation;
  exchange: Exchange;
}

const codes = ['ENOSPC', 'EPERM', 'EBUSY', 'EROFS', 'EIO', 'ESTALE', 'EACCES'] as const;

function chanceOf(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2246822519) + 3266489917) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

export interface Simulation {
  /** Changes something of the world before the story begins: a seeded bug, which must be noticed. */
  readonly spoil?: (shared: SharedFolder) => void;
  readonly steps?: number;
}

/** Plays one seed; gives null, or what does not hold. */
export async function simulate(seed: number, options: Simulation = {}): Promise<string | null> {
  const { network, giveBack } = reuseNetwork(members, seed % casts);
  const problem = await tell(network, seed, options);
  giveBack();
  await letGo();
  return problem;
}

/** Plays one seed after another; gives what did not hold, with the seed that shows it again. */
export async function simulateSeeds(from: number, to: number, options: Simulation = {}): Promise<readonly string[]> {
  const failed: string[] = [];
  for (let seed = from; seed <= to; seed += 1) {
    const problem = await simulate(seed, options).catch(String);
    if (problem !== null) failed.push(`Seed ${seed}: ${problem}`);
  }
  return failed;
}

async function tell(network: Network, seed: number, { spoil, steps = 40 }: Simulation): Promise<string | null> {
  const chance = chanceOf(seed);
  const upTo = (most: number) => Math.floor(chance() * most);
  const shared = createSharedFolder();
  spoil?.(shared);
  const machines: Machine[] = network.stations.map((station) => ({ station, exchange: exchangeOf(network, station, shared) }));
  for (const { exchange } of machines) await exchange.setUp();
  const recorded: Recorded[] = [];
  const caseIds = begin(machines[0] as Machine, recorded);
  const faults = shared.fault;
  let trouble = 0;
  let kept: Map<string, Uint8Array> | null = null;
  for (let step = 0; step < steps; step += 1) {
    const machine = machines[upTo(machines.length)] as Machine;
    machine.station.setClock(machine.station.clock() + upTo(60_000));
    trouble = chance() < 0.5 ? 0.02 + chance() * 0.3 : 0;
    shared.fault = (call, what, path) => {
      if (chance() >= trouble) return faults(call, what, path);
      return what === 'write' && chance() < 0.5 ? 'SHORT' : (codes[upTo(codes.length)] as string);
    };
    shared.stale = kept && chance() < 0.2 ? new Set(kept.keys()) : null;
    const what = chance();
    if (what < 0.02) erase(network, machine, caseIds);
    else if (what < 0.5) work(machine, caseIds[upTo(caseIds.length)] as string, recorded, step);
    else if (what < 0.92) await machine.exchange.poll();
    else if (what < 0.95) machine.exchange = exchangeOf(network, machine.station, shared, { token: () => `r${seed}x${step}x${upTo(1e9)}` });
    else if (what < 0.98) halve(shared, upTo);
    else kept = new Map(shared.files);
  }
  shared.fault = faults;
  shared.stale = null;
  mend(shared);
  await exchangeAll(machines, 12);
  for (const { exchange } of machines) if (exchange.status().isStopped) await exchange.continueHere();
  // A coordinator steps in for debts of others after a quarter of an hour.
  for (const { station } of machines) station.setClock(station.clock() + 3_600_000);
  await exchangeAll(machines, 12);
  for (const caseId of caseIds.filter((each) => isErased((machines[0] as Machine).station, each))) {
    const remains = await remainsOf(caseId, machines, shared);
    if (remains) return remains;
  }
  return verdictOn(machines, recorded, caseIds, seed);
}

function begin({ station }: Machine, recorded: Recorded[]): readonly string[] {
  const ids = station.session.record('cases added', (o) => {
    const meetingId = o.newId();
    o.put(meetings, meetingId, { title: 'Weekly' });
    return ['CARTERWICK', 'OAKENFELL', 'THISTLEMOOR'].map((surname) => {
      const id = o.newId();
      o.put(cases, id, { surname });
      o.put(actions, o.newId(), { caseId: id, agencyId: 'agency-housing', text: 'Find a room' });
      o.put(agendaItems, o.newId(), { meetingId, caseId: id });
      recorded.push({ relation: 'cases', id, caseId: id });
      return id;
    });
  });
  openCase(station, ids[0] as string, 'agency-housing');
  openCase(station, ids[1] as string, 'agency-drugs');
  return ids;
}

function work({ station }: Machine, caseId: string, recorded: Recorded[], step: number): void {
  const { role, agencyId, session } = station;
  if (role === 'manager' || isErased(station, caseId)) return;
  if (role === 'coordinator') {
    session.record('case changed', (o) => {
      o.put(cases, caseId, { area: `Area ${step}` });
      const id = o.newId();
      o.put(actions, id, { caseId, text: `Step ${step}`, agencyId: 'agency-housing' });
      recorded.push({ relation: 'actions', id, caseId });
    });
    return;
  }
  if (
    !session.read
      .select({ id: cases.id })
      .from(cases)
      .all()
      .some(({ id }) => id === caseId)
  )
    return;
  session.record('update written', (o) => {
    const id = o.newId();
    o.put(contributions, id, { caseId, agencyId, personId: station.personId, text: `Step ${step}` });
    recorded.push({ relation: 'contributions', id, caseId });
  });
}

const isErased = ({ connection }: Workstation, caseId: string) =>
  connection.raw.prepare('select 1 from erasure_work where case_id = ?').get(caseId) !== undefined;

/** A coordinator erases the last of the cases, on which others may be at work. */
function erase(network: Network, { station }: Machine, caseIds: readonly string[]): void {
  const caseId = caseIds.at(-1) as string;
  const isHere = station.connection.raw.prepare('select 1 from cases where id = ?').get(caseId) !== undefined;
  if (station.role === 'coordinator' && isHere) eraseCase(network, station, caseId);
}

/** Whether anything of an erased case is left: in a log, an index, an outbox or a file of the folder. */
async function remainsOf(caseId: string, machines: readonly Machine[], shared: SharedFolder): Promise<string | null> {
  const space = caseSpace(caseId);
  const files = [...shared.files.values()];
  for (const { station } of machines) {
    const { raw } = station.connection;
    const bodies = raw.prepare<[string, string], string>(
      `select body from commits where space = ? union all select body from commits_aside where space = ?`,
    );
    if (
      bodies
        .pluck()
        .all(space, space)
        .some((body) => body.includes('[['))
    )
      return 'An erased case is still in a log.';
    if (raw.prepare('select 1 from puts where row = ? or instr(value, ?) > 0 and field = ?').get(caseId, caseId, 'case_id'))
      return 'An erased case is still in an index.';
    files.push(...raw.prepare<[], Buffer>('select bytes from sync_outbox').pluck().all());
  }
  for (const bytes of files) {
    for (const part of readSegmentFile(bytes)?.parts ?? []) {
      for (const { station } of machines) {
        const opened = await openPart(part, plainCipher(`fake-${station.device.id}`));
        if (opened?.value.space === space) return 'An erased case is still in a file of the folder.';
      }
    }
  }
  return null;
}

/** A sync client that is half-way: a file is cut short or empty for now. The whole of it comes later. */
const halved = new WeakMap<SharedFolder, Map<string, Uint8Array>>();
function halve(shared: SharedFolder, upTo: (most: number) => number): void {
  const paths = [...shared.files.keys()].filter((path) => path.endsWith('.seg'));
  const path = paths[upTo(paths.length)];
  const whole = path === undefined ? undefined : shared.files.get(path);
  if (path === undefined || !whole) return;
  const before = halved.get(shared) ?? new Map<string, Uint8Array>();
  halved.set(shared, before);
  if (!before.has(path)) before.set(path, whole);
  shared.files.set(path, whole.slice(0, upTo(whole.length)));
}

function mend(shared: SharedFolder): void {
  for (const [path, bytes] of halved.get(shared) ?? []) if (shared.files.has(path)) shared.files.set(path, bytes);
}

function verdictOn(machines: readonly Machine[], recorded: readonly Recorded[], caseIds: readonly string[], seed: number): string | null {
  const [first, second, manager, housing, drugs] = machines.map(({ station }) => station) as [
    Workstation,
    Workstation,
    Workstation,
    Workstation,
    Workstation,
  ];
  const prints = [first, second, manager].map(({ connection }) => fingerprintTables(connection));
  if (new Set(prints).size !== 1) return 'Those who read everything do not have the same tables.';
  const erased = new Set(caseIds.filter((caseId) => isErased(first, caseId)));
  for (const { relation, id, caseId } of recorded) {
    if (!erased.has(caseId) && !first.connection.raw.prepare(`select 1 from "${relation}" where id = ?`).get(id))
      return `A row of ${relation} that was recorded is lost.`;
  }
  for (const [partner, caseId] of [
    [housing, caseIds[0]],
    [drugs, caseIds[1]],
  ] as const) {
    for (const relation of ['actions', 'contributions', 'agenda_items']) {
      const rows = [first, partner].map(({ connection }) =>
        JSON.stringify(connection.raw.prepare(`select * from "${relation}" where case_id = ? order by id`).all(caseId)),
      );
      if (rows[0] !== rows[1]) return `A partner’s ${relation} of its own case are not those of the coordinators.`;
    }
    const others = partner.connection.raw
      .prepare<[string], number>('select count(*) from cases where id <> ?')
      .pluck()
      .get(caseId ?? '');
    if (others !== 0) return 'A partner holds a case that is not its own.';
  }
  for (const { exchange } of machines) {
    if (exchange.status().waiting > 0) return 'Something recorded was never handed over.';
  }
  const { connection } = (machines[seed % machines.length] as Machine).station;
  const before = fingerprintTables(connection);
  rebuild(connection);
  if (fingerprintTables(connection) !== before) return 'A rebuild gives other tables.';
  return null;
}
