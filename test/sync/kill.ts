import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '../../db/connection';
import { wrapKey } from '../../db/keys/key-file';
import { tablesAgreeWithLog } from '../../db/log/compare';
import { exportDeviceIdentity } from '../../db/log/identity';
import { fingerprintTables } from '../../db/log/rebuild';
import { caseSpace } from '../../db/log/synced-tables';
import { verifyLog } from '../../db/log/verify';
import { cases } from '../../db/schema';
import { createSchemeFile } from '../../db/scheme-file';
import { createExchange, type Exchange } from '../../db/sync/exchange';
import { contentHash, readFileName } from '../../db/sync/file-names';
import { nodeFileSystem } from '../../db/sync/file-system';
import { folderTransport } from '../../db/sync/folder-transport';
import { openPart, readSegmentFile } from '../../db/sync/segment';
import { cheap } from '../support/scheme-on-disk';
import { steadyPace } from '../support/sync/exchanging';
import { type Network, openNetwork, ownCommits, receive, stationOn, type Workstation } from '../support/sync/network';
import { plainCipher } from '../support/sync/shared-folder';
import { type KillPoint, killPoints, nameOf } from './kill-points';
import { type KillOrder, openChecked } from './kill-process';

/**
 * kill -9 of a real process, with an encrypted file and a folder on disk. After each kill the file opens with every page
 * and entry checked, the folder holds only whole files, what was acknowledged is there, and once the workstation starts
 * again it and its peer come to the same tables with nothing to be told of. A seed draws the same kills again.
 */
const members = [{ role: 'coordinator', agency: 'probation' }] as const;
const stepMs = 60_000;
/** So many kills of one scheme, then a new one: a scheme that was killed often is a case of its own. */
const killsAScheme = 30;

export interface KillRun {
  readonly kills: number;
  readonly byPoint: ReadonlyMap<string, number>;
  /** Null, or what does not hold, with the seed. */
  readonly failure: string | null;
}

interface Scene {
  readonly network: Network;
  readonly root: string;
  readonly order: Omit<KillOrder, 'kill' | 'now'>;
  readonly peer: Workstation;
  readonly peerExchange: Exchange;
  now: number;
}

/** @param program the compiled process that takes an order. */
export async function killOften(times: number, seed: number, program: string): Promise<KillRun> {
  const byPoint = new Map<string, number>();
  let kills = 0;
  let scene: Scene | null = null;
  try {
    while (kills < times) {
      if (kills % killsAScheme === 0) {
        if (scene) rmSync(scene.root, { recursive: true, force: true });
        scene = await openScene();
      }
      const point = killPoints[(seed + kills) % killPoints.length] as KillPoint;
      const problem = await killOnce(scene as Scene, point, 1 + (drawn(seed, kills) % point.most), program).catch(String);
      if (problem !== null) return { kills, byPoint, failure: `Seed ${seed}, kill ${kills + 1}, ${nameOf(point)}: ${problem}` };
      kills += 1;
      byPoint.set(nameOf(point), (byPoint.get(nameOf(point)) ?? 0) + 1);
    }
    return { kills, byPoint, failure: null };
  } finally {
    if (scene) rmSync(scene.root, { recursive: true, force: true });
  }
}

const drawn = (seed: number, index: number) => (Math.imul(seed * 31 + index + 1, 2654435761) >>> 0) >>> 8;

async function openScene(): Promise<Scene> {
  const network = openNetwork(members);
  const [peer, victim] = network.stations as [Workstation, Workstation];
  const root = mkdtempSync(join(tmpdir(), 'roundtable-kill-'));
  const shared = join(root, 'shared');
  mkdirSync(shared);
  const key = randomBytes(32);
  const path = join(root, 'scheme.roundtable');
  const connection = createSchemeFile(path, key, await wrapKey(key, 'larch kettle ninety sparrow', cheap));
  receive(network, { ...victim, connection }, ownCommits(peer));
  connection.close();
  const order = {
    path,
    key: key.toString('hex'),
    device: exportDeviceIdentity(victim.device),
    personId: victim.personId,
    shared,
    anchor: network.anchor,
    acknowledged: join(root, 'acknowledged'),
    newcomer: peer.device.id,
  };
  appendFileSync(order.acknowledged, '');
  const scene = { network, root, order, peer, peerExchange: exchangeOn(network, peer, shared), now: peer.clock() };
  await scene.peerExchange.setUp();
  await withVictim(scene, async ({ exchange }) => void (await exchange.setUp()));
  return scene;
}

let tokens = 0;
function exchangeOn(network: Network, station: Workstation, shared: string): Exchange {
  const token = () => `t${++tokens}`;
  const transport = folderTransport({ files: nodeFileSystem, root: shared, wait: async () => {}, token });
  const cipher = plainCipher(`fake-${station.device.id}`);
  const { connection, device, clock } = station;
  return createExchange({ connection, device, cipher, transport, clock, anchor: network.anchor, token, pace: steadyPace() });
}

/** The workstation that is killed, started again in this process. */
async function withVictim<T>(
  scene: Scene,
  work: (victim: { station: Workstation; connection: Connection; exchange: Exchange }) => Promise<T>,
): Promise<T> {
  const connection = openChecked(scene.order.path, scene.order.key);
  try {
    const station = stationOn(connection, scene.network.stations[1] as Workstation, scene.now);
    return await work({ station, connection, exchange: exchangeOn(scene.network, station, scene.order.shared) });
  } finally {
    connection.close();
  }
}

const addCase = ({ session }: Workstation, surname = 'OAKENFELL') =>
  session.record('case added', (operation) => operation.put(cases, operation.newId(), { surname }));

async function killOnce(scene: Scene, point: KillPoint, nth: number, program: string): Promise<string | null> {
  await prepare(scene, point);
  scene.now += stepMs;
  const order: KillOrder = { ...scene.order, now: scene.now, kill: { point, nth } };
  let ended = await runToItsEnd(program, order);
  // The place is not reached so often in this state: then it is the first time.
  if (ended === 'SIGKILL' ? false : nth > 1) {
    await prepare(scene, point);
    scene.now += stepMs;
    ended = await runToItsEnd(program, { ...order, now: scene.now, kill: { point, nth: 1 } });
  }
  if (ended !== 'SIGKILL') return `the process was not killed but ended with ${ended}.`;
  return verdict(scene);
}

/** Brings about what the act needs: something of the peer's to take in, a snapshot that it has taken in, or enough segments that everyone has read. */
async function prepare(scene: Scene, { act }: KillPoint): Promise<void> {
  if (act === 'take-in') {
    for (let each = 0; each < 3; each += 1) addCase(scene.peer);
    scene.now += stepMs;
    scene.peer.setClock(scene.now);
    await scene.peerExchange.poll();
  }
  if (act === 'joined') {
    await withVictim(scene, async ({ exchange }) => void (await exchange.writeSnapshot(scene.order.newcomer)));
    scene.now += stepMs;
    scene.peer.setClock(scene.now);
    await scene.peerExchange.poll();
  }
  if (act === 'erase') {
    await withVictim(scene, async ({ station, exchange }) => {
      addCase(station, 'THISTLEMOOR');
      await exchange.poll();
    });
  }
  if (act !== 'pack') return;
  await withVictim(scene, async ({ station, exchange }) => {
    for (let each = 0; each < 24; each += 1) {
      addCase(station);
      await exchange.poll();
    }
  });
  scene.now += stepMs;
  scene.peer.setClock(scene.now);
  await scene.peerExchange.poll();
}

function runToItsEnd(program: string, order: KillOrder): Promise<string> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [program, JSON.stringify(order)], { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.once('close', (code, signal) => done(signal ?? `${code} ${said}`.trim()));
  });
}

async function verdict(scene: Scene): Promise<string | null> {
  const acknowledged = readFileSync(scene.order.acknowledged, 'utf8').split('\n').filter(Boolean);
  const lost = (connection: Connection) => {
    const has = connection.raw.prepare('select 1 from cases where id = ?');
    return acknowledged.filter((id) => !has.get(id)).length;
  };
  const broken = brokenFiles(scene.order.shared);
  if (broken.length > 0) return `the folder holds ${broken.join(', ')}, which is not whole.`;
  return withVictim(scene, async ({ station, connection, exchange }) => {
    if (lost(connection) > 0) return 'something acknowledged is not in the file.';
    const { problems } = verifyLog(connection);
    if (problems.length > 0) return `the log is not whole: ${problems[0]}`;
    if (!tablesAgreeWithLog(connection)) return 'the tables are not what the log says.';
    for (let round = 0; round < 3; round += 1) {
      scene.now += stepMs;
      for (const [{ setClock }, each] of [[station, exchange] as const, [scene.peer, scene.peerExchange] as const]) {
        setClock(scene.now);
        const { state, alarms } = await each.poll();
        if (state !== 'exchanged' || alarms.length > 0) return `after it the exchange says ${state} ${JSON.stringify(alarms)}.`;
      }
    }
    if (lost(scene.peer.connection) > 0) return 'something acknowledged did not reach the peer.';
    if (exchange.status().waiting > 0) return 'something recorded was not handed over.';
    if (fingerprintTables(connection) !== fingerprintTables(scene.peer.connection)) return 'the two do not come to the same tables.';
    const remains = await erasedRemains(connection, scene);
    if (remains !== null) return remains;
    const left = filesIn(scene.order.shared).filter((name) => name.endsWith('.tmp') || name.endsWith('.snap'));
    return left.length > 0 ? `${left.length} files stay in the folder that are unfinished or no longer needed.` : null;
  });
}

/** What was to be erased is in no row, no entry and no file, whenever the process was killed. */
async function erasedRemains({ raw }: Connection, { order, peer }: Scene): Promise<string | null> {
  const erased = raw.prepare<[], string>('select erased_case from case_erasures').pluck().all();
  for (const each of [raw, peer.connection.raw]) {
    for (const id of erased) {
      if (each.prepare('select 1 from cases where id = ?').get(id)) return 'an erased case is still there.';
    }
  }
  const bodies = raw.prepare<[], string>("select body from commits where body like '%THISTLEMOOR%'").pluck().all();
  if (bodies.some((body) => erased.some((id) => body.includes(id)))) return 'an erased case is still in the log.';
  const spaces = new Set(erased.map(caseSpace));
  const cipher = plainCipher(`fake-${peer.device.id}`);
  for (const name of filesIn(order.shared)) {
    const named = readFileName(name.slice(-54).replace(/^.*\//, ''));
    for (const part of named ? (readSegmentFile(readFileSync(join(order.shared, name)))?.parts ?? []) : []) {
      const opened = await openPart(part, cipher);
      if (opened && spaces.has(opened.value.space)) return 'an erased case is still in the folder.';
    }
  }
  return null;
}

const filesIn = (shared: string) => readdirSync(shared, { recursive: true, encoding: 'utf8' });

function brokenFiles(shared: string): readonly string[] {
  return filesIn(shared).filter((name) => {
    const named = readFileName(name.slice(-54).replace(/^.*\//, ''));
    if (!named) return false;
    const bytes = readFileSync(join(shared, name));
    return named.hash !== contentHash(bytes) || readSegmentFile(bytes) === null;
  });
}
