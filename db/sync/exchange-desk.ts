import type { Authority } from '../../shared/merge/authority';
import type { Connection } from '../connection';
import { readLocalSetting, writeLocalSetting } from '../local-settings';
import type { DeviceIdentity } from '../log/identity';
import type { Clock } from '../log/stamp';
import type { Pace } from '../pace';
import type { Alarm } from './alarms';
import { readAuthority } from './authority';
import type { Cipher } from './cipher';
import { createExchangeStore, type ExchangeStore } from './exchange-store';
import { deviceFolder } from './file-names';
import type { FileMaking, OwedPart } from './hand-over';
import { createReaders, type Readers } from './readers';
import { runsOf } from './runs';
import { placeOf } from './take-in';
import type { Transport } from './transport';

export interface ExchangeParts {
  readonly connection: Connection;
  readonly device: DeviceIdentity;
  readonly cipher: Cipher;
  readonly transport: Transport;
  readonly clock: Clock;
  /** Hash of the scheme's founding commit. */
  readonly anchor: string;
  /** Letters and digits for a new folder's name for itself. */
  readonly token: () => string;
  /** Called with the tables that a merge changed, as a recorder's listener is. */
  readonly onMerged?: (tables: readonly string[]) => void;
  /** How long it may keep others waiting at a time; the usual where left out. */
  readonly pace?: Pace;
}

/** What this device remembers of the folder from one poll to the next, and over a restart. */
export interface Remembered {
  readonly folder: string | null;
  readonly stopped: Alarm | null;
  readonly acked: string;
  readonly ackedAt: number;
  /** Since when it is known that another copy of this device's file is at work, ISO 8601 UTC. Until one of the two has a new identity. */
  readonly copiedAt: string | null;
}
const setting = 'sync';

/** What one device remembers of the folder is not for the next one that uses the file. */
export function forgetExchange({ local }: Connection): void {
  writeLocalSetting(local, setting, '{}');
}

/** What the parts of one exchange share. */
export interface ExchangeDesk extends ExchangeParts {
  readonly store: ExchangeStore;
  readonly ownFolder: string;
  /** Files that were dealt with, by folder and name. */
  readonly known: Set<string>;
  authorityNow(): Authority;
  readersNow(): Readers;
  /** Devices by the folder that is theirs. */
  foldersOf(): ReadonlyMap<string, string>;
  remembered(): Remembered;
  keep(change: Partial<Remembered>): void;
  making(): FileMaking;
  raise(alarm: Alarm): void;
  passing(): readonly Alarm[];
  dropPassing(kind: Alarm['kind']): void;
  /** Spaces in which something may be owed. */
  readonly due: DueSpaces;
}

export interface DueSpaces {
  /** Own commits since the last look make their spaces due; a changed membership makes all of them. */
  look(): void;
  all(): void;
  settle(space: string): void;
  /** Whether just this was not sealed before. Where an entry in the middle has never come, it stays owed, and is not to be sealed at every look. */
  isNews(part: OwedPart): boolean;
  readonly spaces: ReadonlySet<string>;
}

export function createExchangeDesk(parts: ExchangeParts): ExchangeDesk {
  const { connection, device, clock, anchor, cipher } = parts;
  const { raw } = connection;
  const store = createExchangeStore(raw);
  const passing = new Map<string, Alarm>();
  const changesSoFar = raw.prepare<[], number>('select total_changes()').pluck();
  let authority = { at: -1, is: readAuthority(raw) };
  /** Read again only where anything was written at all since: an idle poll costs little more than its listing. */
  const authorityNow = (): Authority => {
    const at = changesSoFar.get() ?? 0;
    if (at !== authority.at) authority = { at, is: readAuthority(raw) };
    return authority.is;
  };
  const readersNow = () => createReaders(raw, authorityNow());
  const remembered = (): Remembered => ({
    folder: null,
    stopped: null,
    acked: '{}',
    ackedAt: 0,
    copiedAt: null,
    ...(JSON.parse(readLocalSetting(connection.read, setting) ?? '{}') as Partial<Remembered>),
  });
  const keep = (change: Partial<Remembered>) =>
    writeLocalSetting(connection.local, setting, JSON.stringify({ ...remembered(), ...change }));
  return {
    ...parts,
    store,
    ownFolder: deviceFolder(device.id),
    known: new Set(store.files().map(({ folder, name }) => placeOf(folder, name))),
    authorityNow,
    readersNow,
    foldersOf: () => new Map(authorityNow().devices.map(({ id }) => [deviceFolder(id), id])),
    remembered,
    keep,
    making: () => ({ scheme: anchor, device, cipher, store, readers: readersNow(), now: clock(), pace: parts.pace }),
    raise(alarm) {
      // It does not pass with a restart: the file is known by then, and the copy still at work.
      if (alarm.kind === 'copied-device' && alarm.isOwn) keep({ copiedAt: remembered().copiedAt ?? new Date(clock()).toISOString() });
      else passing.set(JSON.stringify({ ...alarm, since: undefined, count: undefined }), alarm);
    },
    passing: () => [...passing.values()],
    dropPassing(kind) {
      for (const [key, alarm] of passing) if (alarm.kind === kind) passing.delete(key);
    },
    due: dueSpaces(store, readersNow),
  };
}

function dueSpaces(store: ExchangeStore, readersNow: () => Readers): DueSpaces {
  let spaces = new Set<string>(store.spaces());
  let lastSequence = store.lastSequence();
  let readerMark = '';
  const sealed = new Map<string, string>();
  const all = () => {
    spaces = new Set(store.spaces());
    sealed.clear();
  };
  return {
    look() {
      for (const space of store.spacesSince(lastSequence)) spaces.add(space);
      lastSequence = store.lastSequence();
      const mark = readersNow()
        .all.map(({ id, recipient }) => `${id}${recipient}`)
        .join();
      if (mark !== readerMark && readerMark !== '') all();
      readerMark = mark;
    },
    all,
    settle: (space) => void spaces.delete(space),
    isNews({ space, readers, commits }) {
      const what = JSON.stringify([readers, runsOf(commits)]);
      const isNew = sealed.get(space) !== what;
      sealed.set(space, what);
      return isNew;
    },
    get spaces() {
      return spaces;
    },
  };
}
