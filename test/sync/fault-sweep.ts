import { fingerprintTables } from '../../db/log/rebuild';
import { cases } from '../../db/schema';
import type { Alarm } from '../../db/sync/alarms';
import type { Exchange } from '../../db/sync/exchange';
import { manifestName } from '../../db/sync/file-names';
import type { TransportProblem } from '../../db/sync/transport';
import { exchangeOf } from '../support/sync/exchanging';
import { addCase, drawnFrom, type Network, openNetwork, type Workstation } from '../support/sync/network';
import { keepStart } from '../support/sync/reused-network';
import { createSharedFolder, type FileCall, type SharedFolder } from '../support/sync/shared-folder';

/**
 * A whole exchange of two workstations, played again and again: each time another one of its calls of the file system
 * fails, in each way in which such a call can fail, alone or with every call after it. Then the share is well again.
 * What has to hold: nothing that was recorded is lost, both come to the same tables, nothing stopped for good, the alarm
 * named what was wrong while it was, and none stays.
 */
const members = [{ role: 'coordinator', agency: 'probation' }] as const;

/** How a call of each kind fails, on shares and in folders that a client keeps in step. */
const faults: Readonly<Record<FileCall, readonly string[]>> = {
  list: ['EIO', 'EPERM', 'EBUSY', 'STALE'],
  makeFolder: ['ENOSPC', 'EPERM', 'EROFS', 'EIO'],
  read: ['EIO', 'EPERM', 'EBUSY', 'HALF', 'EMPTY'],
  create: ['ENOSPC', 'EPERM', 'EBUSY', 'EROFS', 'EIO'],
  write: ['ENOSPC', 'SHORT', 'EIO'],
  flush: ['ENOSPC', 'EIO'],
  close: ['ENOSPC', 'EIO'],
  rename: ['EPERM', 'EBUSY', 'EROFS', 'EIO'],
  remove: ['EPERM', 'EBUSY', 'EROFS', 'EIO'],
  flushFolder: ['EPERM', 'EIO'],
};
/** Of a file that is there. */
const ofContent: ReadonlySet<string> = new Set(['HALF', 'EMPTY']);
const problemOf: Readonly<Record<string, TransportProblem>> = {
  ENOSPC: 'full',
  EPERM: 'denied',
  EBUSY: 'busy',
  EROFS: 'read-only',
  EIO: 'unreachable',
  HALF: 'not-whole',
  EMPTY: 'not-whole',
};

export interface Machine {
  readonly station: Workstation;
  exchange: Exchange;
  /** Whether it has recognised the folder: nobody exchanges with one that could not be set up. */
  isSetUp: boolean;
}

/** One exchange, from a state that is prepared once. */
export interface Story {
  prepare(world: World): Promise<void>;
  play(world: World): Promise<void>;
  /** What is told of in it where nothing fails. */
  readonly tells?: Alarm['kind'];
}

export interface World {
  readonly first: Machine;
  readonly second: Machine;
  readonly shared: SharedFolder;
  /** Alarms told since the story began, each once. */
  readonly told: Map<string, Alarm>;
}

export async function setUp(world: World, machine: Machine): Promise<void> {
  const made = await machine.exchange.setUp();
  machine.isSetUp = made.ok;
  if (!made.ok) world.told.set(JSON.stringify(made.alarm), made.alarm);
}

export async function poll(world: World, machine: Machine): Promise<void> {
  machine.station.setClock(machine.station.clock() + 30_000);
  // A person tries once more where the folder could not be set up.
  if (!machine.isSetUp) await setUp(world, machine);
  if (!machine.isSetUp) return;
  for (const alarm of (await machine.exchange.poll()).alarms) world.told.set(JSON.stringify(alarm), alarm);
}

/** From an empty folder: set up, hand over, take in, both ways, all that a newcomer needs, and its removal once it was read. */
export const firstExchange: Story = {
  prepare: async () => {},
  async play(world) {
    const { first, second } = world;
    await setUp(world, first);
    addCase(first.station, 'CARTERWICK');
    await poll(world, first);
    await setUp(world, second);
    await poll(world, second);
    addCase(second.station, 'OAKENFELL');
    await poll(world, second);
    await poll(world, first);
    await first.exchange.writeSnapshot(second.station.device.id);
    await poll(world, second);
    await poll(world, first);
  },
};

/** Twenty-four segments become one pack, and go. */
export const packing: Story = {
  async prepare(world) {
    for (const machine of [world.first, world.second]) await setUp(world, machine);
    for (let each = 0; each < 24; each += 1) {
      addCase(world.first.station, `NAME${each}`);
      await poll(world, world.first);
    }
    await poll(world, world.second);
  },
  async play(world) {
    await poll(world, world.first);
    addCase(world.first.station, 'THISTLEMOOR');
    await poll(world, world.first);
    await poll(world, world.second);
  },
};

/** The folder was emptied, and both put back what it has lost. */
export const puttingBack: Story = {
  tells: 'emptied-folder',
  async prepare(world) {
    const { first, second, shared } = world;
    for (const machine of [first, second]) await setUp(world, machine);
    for (const machine of [first, second, first]) {
      addCase(machine.station);
      await poll(world, machine);
    }
    shared.files.clear();
    for (const machine of [first, second]) while (!machine.exchange.status().isStopped) await poll(world, machine);
  },
  async play(world) {
    for (const machine of [world.first, world.second]) await goOn(world, machine);
    for (const machine of [world.first, world.second]) await poll(world, machine);
  },
};

async function goOn(world: World, { exchange }: Machine): Promise<void> {
  if (!exchange.status().isStopped) return;
  for (const alarm of (await exchange.continueHere()).alarms) world.told.set(JSON.stringify(alarm), alarm);
}

export interface Sweep {
  /** Calls of the file system in one exchange where nothing fails. */
  readonly calls: number;
  readonly runs: number;
  /** What did not hold, with the call and the fault. */
  readonly problems: readonly string[];
}

/** @param lasting the fault stays from that call on until the share is well again, instead of passing at once. */
export async function sweepFaults(story: Story, lasting: boolean): Promise<Sweep> {
  const scene = await openScene(story);
  const kinds: { readonly what: FileCall; readonly path: string; readonly isThere: boolean }[] = [];
  const without = scene.world();
  without.shared.fault = (_, what, path) => {
    kinds.push({ what, path, isThere: without.shared.files.has(path) });
    return null;
  };
  await story.play(without);
  const problems: string[] = [];
  let runs = 0;
  for (const [index, { what, path, isThere }] of kinds.entries()) {
    const possible = faults[what].filter((code) => isThere || !ofContent.has(code));
    // In a row of calls that do the same to one file after another, those in the middle take turns with the faults.
    const isInRow = [index - 2, index - 1, index + 1].every(
      (near) => kinds[near]?.what === what && endingOf(kinds[near].path) === endingOf(path),
    );
    const codes = lasting || isInRow ? [possible[index % possible.length] as string] : possible;
    for (const code of codes) {
      const problem = await playWith(scene, story, { at: index + 1, code, lasting, what, path }).catch(String);
      runs += 1;
      if (problem !== null) problems.push(`${code} at call ${index + 1}, ${what} of ${path}: ${problem}`);
    }
  }
  return { calls: kinds.length, runs, problems };
}

const endingOf = (path: string) => path.slice(path.lastIndexOf('.'));

interface Fault {
  readonly at: number;
  readonly code: string;
  readonly lasting: boolean;
  readonly what: FileCall;
  readonly path: string;
}

interface Scene {
  readonly network: Network;
  /** The prepared state, made anew. */
  world(): World;
}

async function openScene(story: Story): Promise<Scene> {
  const network = openNetwork(members);
  const [one, two] = network.stations as [Workstation, Workstation];
  // As in a merge: to turn them off and on makes SQLite prepare each statement anew.
  for (const { connection } of [one, two]) connection.raw.pragma('foreign_keys = OFF');
  const worldOn = (shared: SharedFolder, isSetUp: boolean): World => {
    const token = drawnFrom('token');
    const machine = (station: Workstation): Machine => ({ station, exchange: exchangeFor(network, station, shared, token), isSetUp });
    return { first: machine(one), second: machine(two), shared, told: new Map() };
  };
  const prepared = worldOn(createSharedFolder(), false);
  await story.prepare(prepared);
  const { files, folders } = prepared.shared;
  const putBack = [one, two].map(({ connection, clock }) => ({ at: clock(), reset: keepStart(connection.raw) }));
  return {
    network,
    world() {
      for (const [index, { at, reset }] of putBack.entries()) {
        reset();
        (network.stations[index] as Workstation).setClock(at);
      }
      const shared = createSharedFolder();
      for (const folder of folders) shared.folders.add(folder);
      for (const [path, bytes] of files) shared.files.set(path, bytes);
      return worldOn(shared, prepared.first.isSetUp);
    },
  };
}

function exchangeFor(network: Network, station: Workstation, shared: SharedFolder, token: () => Uint8Array): Exchange {
  return exchangeOf(network, station, shared, { token: () => Buffer.from(token()).toString('hex').slice(0, 12) });
}

async function playWith(scene: Scene, story: Story, fault: Fault): Promise<string | null> {
  const world = scene.world();
  const { first, second, shared, told } = world;
  const earlier = new Set(shared.files.keys());
  shared.fault = (call, what) => {
    const isDue = call === fault.at || (fault.lasting && call > fault.at && what === fault.what);
    shared.stale = isDue && fault.code === 'STALE' ? earlier : null;
    return isDue && fault.code !== 'STALE' ? fault.code : null;
  };
  await story.play(world);
  // What could not be said at the end of a poll is told by the next one, where it is so still.
  if (fault.lasting) for (const machine of [first, second]) await poll(world, machine);
  const wrong = wrongAlarm([...told.values()], fault, story.tells);
  if (wrong !== null) return wrong;
  shared.fault = () => null;
  shared.stale = null;
  const token = drawnFrom('token after it');
  for (const machine of [first, second]) {
    // Every other time the program is started again before the share is well.
    if (fault.at % 2 === 0) machine.exchange = exchangeFor(scene.network, machine.station, shared, token);
    if (story === puttingBack) await goOn(world, machine);
  }
  // The second round hears that the first was heard; after the third nothing is left to say.
  for (let round = 0; round < 3; round += 1) for (const machine of [first, second]) await poll(world, machine);
  return verdict(world);
}

/** While something is wrong the alarm names it, and nothing else is told. */
function wrongAlarm(told: readonly Alarm[], { code, what, path, lasting }: Fault, tells?: Alarm['kind']): string | null {
  const problem = problemOf[code];
  const fits = ({ problem: is }: Alarm & { readonly kind: 'unreachable' }) => is === problem || (what === 'read' && is === 'damaged-write');
  const other = told.find((alarm) => (alarm.kind === 'unreachable' ? !fits(alarm) : alarm.kind !== tells));
  if (other) return `it told of ${JSON.stringify(other)}.`;
  const isHeard =
    (what === 'list' && code !== 'STALE' && !path.endsWith('.tmp')) ||
    (path.endsWith(manifestName) && problem !== undefined) ||
    (lasting && problem !== undefined && ['makeFolder', 'create', 'write', 'flush', 'close', 'flushFolder'].includes(what));
  return isHeard && !told.some(({ kind }) => kind === 'unreachable') ? 'nobody was told.' : null;
}

function verdict({ first, second, shared }: World): string | null {
  for (const { exchange } of [first, second]) {
    const { alarms, waiting, isStopped } = exchange.status();
    if (isStopped) return `the exchange has stopped: ${JSON.stringify(alarms)}.`;
    if (alarms.length > 0) return `it still tells of ${JSON.stringify(alarms)}.`;
    if (waiting > 0) return 'something recorded was not handed over.';
  }
  const [one, two] = [first, second].map(({ station }) => station.session.read.select({ id: cases.id }).from(cases).all().length);
  if (one !== two || one === 0) return `one has ${one} cases, the other ${two}.`;
  if (fingerprintTables(first.station.connection) !== fingerprintTables(second.station.connection)) return 'they have not the same tables.';
  const left = [...shared.files.keys()].filter((path) => path.endsWith('.tmp') || path.endsWith('.snap'));
  return left.length > 0 ? `${left.length} files stay in the folder that are unfinished or no longer needed.` : null;
}
