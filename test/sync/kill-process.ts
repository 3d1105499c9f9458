import { closeSync, openSync, writeSync } from 'node:fs';
import { checkpointsOf } from '../../db/checkpoints';
import { clearFile } from '../../db/clear-file';
import { type Connection, type GuardedDatabase, openBeside, writing } from '../../db/connection';
import { importDeviceIdentity } from '../../db/log/identity';
import type { LogMover } from '../../db/log-helper';
import { cases } from '../../db/schema';
import { openWithKey } from '../../db/scheme-file';
import type { Cipher } from '../../db/sync/cipher';
import { createExchange } from '../../db/sync/exchange';
import { type FileSystem, nodeFileSystem } from '../../db/sync/file-system';
import { folderTransport } from '../../db/sync/folder-transport';
import { writeInSlices } from '../../db/turns';
import { eraseCase } from '../support/sync/erasing';
import { steadyPace } from '../support/sync/exchanging';
import { stationOn } from '../support/sync/network';
import { plainCipher } from '../support/sync/shared-folder';
import type { KillPoint, Place } from './kill-points';

/** All that a process needs to work as one workstation on files of its own and a shared folder. Text, to be handed over. */
export interface KillOrder {
  readonly path: string;
  /** Hex digits. */
  readonly key: string;
  readonly device: string;
  readonly personId: string;
  readonly shared: string;
  readonly anchor: string;
  /** Where the ids of acknowledged rows are written, a line each. */
  readonly acknowledged: string;
  /** Another device, for which a snapshot is written. */
  readonly newcomer: string;
  readonly now: number;
  /** Null: it works to its end. */
  readonly kill: { readonly point: KillPoint; readonly nth: number } | null;
}

/** Opens a file as the app does, with every page checked. Throws where it is not whole. */
export function openChecked(path: string, key: string): Connection {
  const opened = openWithKey(path, Buffer.from(key, 'hex'));
  if (!opened.ok) throw new Error(`The scheme file cannot be opened: ${opened.problem}.`);
  return opened.connection;
}

/** Opens the file, does what the point names, and ends itself with SIGKILL where it is reached. */
export async function workUntilKilled(order: KillOrder): Promise<void> {
  const connection = openChecked(order.path, order.key);
  const raw: GuardedDatabase = connection.raw;
  const { point, nth } = order.kill ?? { point: null, nth: 0 };
  let isArmed = false;
  let left = nth;
  const reach = (place: Place, name = '') => {
    if (!isArmed || !point || point.at !== place || (point.ending && !name.endsWith(point.ending))) return;
    left -= 1;
    // Nothing runs after this: no transaction is rolled back, no file is closed by the program.
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  };
  raw.function('roundtable_writing', { deterministic: false }, () => {
    reach('row-written');
    return raw.roundtableWriting ?? writing.nothing;
  });
  const transaction = raw.transaction.bind(raw);
  raw.transaction = ((work: () => unknown) => {
    const run = transaction(work);
    const immediate = () => {
      const result = run.immediate();
      reach('transaction-done');
      return result;
    };
    return Object.assign(() => run(), { immediate });
  }) as unknown as typeof raw.transaction;

  const device = importDeviceIdentity(order.device);
  const station = stationOn(connection, { device, personId: order.personId, role: 'coordinator', agencyId: 'agency-probation' }, order.now);
  const plain = plainCipher(`fake-${device.id}`);
  const cipher: Cipher = {
    async seal(bytes, recipients) {
      const sealed = await plain.seal(bytes, recipients);
      reach('sealed');
      return sealed;
    },
    async open(sealed) {
      const opened = await plain.open(sealed);
      reach('opened');
      return opened;
    },
  };
  let count = 0;
  const token = () => `p${process.pid}x${++count}`;
  const transport = folderTransport({
    files: watched(nodeFileSystem, reach),
    root: order.shared,
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    token,
  });
  const pace = steadyPace(() => reach('rested'), 60);
  const exchange = createExchange({ connection, device, cipher, transport, clock: station.clock, anchor: order.anchor, token, pace });
  const acknowledged = openSync(order.acknowledged, 'a');
  const addCase = () => {
    const id = station.session.record('case added', (operation) => {
      const row = operation.newId();
      operation.put(cases, row, { surname: 'CARTERWICK', forenames: 'Dean', pnc: row });
      return row;
    });
    writeSync(acknowledged, `${id}\n`);
  };

  isArmed = true;
  const act = point?.act ?? 'hand-over';
  if (act === 'record' || act === 'hand-over') for (let each = 0; each < 3; each += 1) addCase();
  if (act === 'erase') {
    const erasable = raw.prepare<[], string>("select id from cases where surname = 'THISTLEMOOR' limit 1").pluck().get();
    if (erasable !== undefined) eraseCase(order, station, erasable);
    clearFile(connection, new Date(order.now).toISOString());
  }
  if (act === 'large') {
    checkpointsOf(raw).moveBy(async () => moverBeside(order, reach));
    await writeInSlices(raw, Array(slicesOfLargeWork).fill(null), addCase, { pace, first: 1 });
  } else if (act === 'snapshot') await exchange.writeSnapshot(order.newcomer);
  else if (act !== 'record') await exchange.poll();
  closeSync(acknowledged);
  connection.close();
}

const slicesOfLargeWork = 36;

/** Moves the log over a second connection, as the program's other thread does. */
function moverBeside({ path, key }: KillOrder, reach: (place: Place) => void): LogMover {
  const beside = openBeside(path, Buffer.from(key, 'hex'));
  return {
    async move() {
      const [moved] = beside.pragma('wal_checkpoint(PASSIVE)') as { log: number }[];
      reach('log-moved');
      return moved?.log ?? 0;
    },
    async end() {
      beside.close();
      reach('mover-gone');
    },
  };
}

/** The same file system, that says where it is. A file is half written at one place: two writes stand for one. */
function watched(files: FileSystem, reach: (place: Place, name?: string) => void): FileSystem {
  return {
    ...files,
    async list(path) {
      const names = await files.list(path);
      reach('listed');
      return names;
    },
    async read(path, most) {
      const bytes = await files.read(path, most);
      reach('read', path);
      return bytes;
    },
    async create(path) {
      const file = await files.create(path);
      reach('created');
      return {
        async write(bytes, offset) {
          const half = bytes.subarray(0, offset + Math.ceil((bytes.length - offset) / 2));
          const taken = await file.write(half, offset);
          reach('half-written');
          if (taken < half.length - offset || half.length === bytes.length) return taken;
          const rest = await file.write(bytes, offset + taken);
          reach('written');
          return taken + rest;
        },
        async flush() {
          await file.flush();
          reach('flushed');
        },
        close: () => file.close(),
      };
    },
    async rename(from, to) {
      reach('rename-due', to);
      await files.rename(from, to);
      reach('renamed', to);
    },
    async remove(path) {
      reach('removal-due', path);
      await files.remove(path);
      reach('removed', path);
    },
    async flushFolder(path) {
      await files.flushFolder(path);
      reach('folder-flushed');
    },
  };
}
