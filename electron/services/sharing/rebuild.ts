import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { eq } from 'drizzle-orm';
import type { Connection } from '../../../db/connection';
import { type KeyFile, wrapKey } from '../../../db/keys/key-file';
import { keyFromRecoveryWords } from '../../../db/keys/recovery-words';
import { writeLocalSetting } from '../../../db/local-settings';
import { createDeviceIdentity, exportDeviceIdentity } from '../../../db/log/identity';
import { devices, people, schemes } from '../../../db/schema';
import { makeSchemeFile } from '../../../db/scheme-file';
import { ageCipher } from '../../../db/sync/cipher';
import { createExchange } from '../../../db/sync/exchange';
import { forgetExchange } from '../../../db/sync/exchange-desk';
import { readManifest } from '../../../db/sync/manifest';
import { keepAnchor, retireDevice, succeedDevice } from '../../../db/sync/membership';
import { provesSheet, type Sheet, sheetFrom } from '../../../db/sync/sheet';
import { Refusal } from '../../../shared/language/refusal';
import { deviceSetting, openSession, type StoredDevice } from '../open-session';
import type { Session } from '../session';
import { freePath, type SetupPlace } from '../setup/setup';
import { writePlace } from './place';
import { newToken, shareAt } from './transport';
import { unreadableFolder } from './unreadable-folder';

export interface RebuildChoices {
  readonly folder: string;
  readonly words: readonly string[];
  readonly newPassphrase: string;
}

/**
 * Brings a lost workstation back from the shared folder and the words of its sheet alone: a new file with all that its owner
 * may read, and a new device whose admission the sheet signs. A coordinator's lost device is retired with it. What was never
 * handed over is not in the folder and is lost with the computer. Nothing is left behind where it refuses.
 */
export async function rebuildFromShare(
  { folder, words, newPassphrase }: RebuildChoices,
  place: SetupPlace,
): Promise<{ readonly session: Session; readonly key: Uint8Array }> {
  const sheet = sheetFrom(words);
  const key = keyFromRecoveryWords(words);
  if (!sheet || !key) throw new Refusal('These are not the words of a recovery sheet. Nothing was made. Look for a slip in one of them.');
  const manifest = await readManifest(shareAt(folder));
  if (!manifest.ok) throw new Refusal(unreadableFolder(manifest.problem));
  if (!manifest.value) throw new Refusal('This folder holds no shared scheme. Nothing was made. Look for the file roundtable.scheme.');
  const anchor = manifest.value.scheme;
  const keys: KeyFile = { ...(await wrapKey(key, newPassphrase, place.cost)), keychain: null };
  const path = freePath(place.folder, `Rebuilt ${new Date(place.clock()).toISOString().slice(0, 10)}`);
  return makeSchemeFile(path, key, keys, async (connection) => {
    keepAnchor(connection, anchor);
    const session = await takeOver({ connection, sheet, anchor, folder, path, place });
    return { session, key };
  });
}

interface TakingOver {
  readonly connection: Connection;
  readonly sheet: Sheet;
  readonly anchor: string;
  readonly folder: string;
  readonly path: string;
  readonly place: SetupPlace;
}

async function takeOver({ connection, sheet, anchor, folder, path, place }: TakingOver): Promise<Session> {
  const exchange = createExchange({
    connection,
    device: sheet.device,
    cipher: ageCipher(sheet.ageIdentity),
    transport: shareAt(folder),
    clock: place.clock,
    anchor,
    token: newToken,
  });
  if (!(await exchange.readAll())) throw new Refusal('The folder cannot be read. Nothing was made. Connect the drive and try again.');
  const personId = ownerOf(connection, sheet, anchor);
  const openAs = (stored: StoredDevice) => {
    writeLocalSetting(connection.local, deviceSetting, JSON.stringify(stored));
    return openSession(connection, path, place.clock);
  };
  const device = createDeviceIdentity();
  const ageIdentity = await generateX25519Identity();
  const recipient = await identityToRecipient(ageIdentity);
  const lost = lostDevices(connection, sheet);
  const bySheet = openAs({ personId, signingKey: exportDeviceIdentity(sheet.device), ageIdentity: sheet.ageIdentity });
  bySheet.record('workstation rebuilt from the shared folder', (operation) =>
    succeedDevice(operation, sheet.device.id, personId, device, place.computer, recipient),
  );
  if (bySheet.me.role === 'coordinator') {
    for (const id of lost) bySheet.record('lost workstation retired', (operation) => retireDevice(operation, connection, id));
  }
  const told = await exchange.poll();
  if (told.state !== 'exchanged')
    throw new Refusal(
      'The folder can be read, but nothing can be written into it, so the others would not know this computer. Nothing was made. Ask for the right to write there, then try again.',
    );
  forgetExchange(connection);
  const session = openAs({ personId, signingKey: exportDeviceIdentity(device), ageIdentity });
  writePlace(session, { folder });
  return session;
}

/** Whose sheet it is, by a scheme that the sheet itself has vouched for. */
function ownerOf({ read, raw }: Connection, sheet: Sheet, anchor: string): string {
  const row = read.select().from(devices).where(eq(devices.id, sheet.device.id)).get();
  if (!row || row.personId === null || !provesSheet(row.sheetProof, sheet.device.publicKey, anchor))
    throw new Refusal(
      'These words open nothing in this folder. Nothing was made. Look whether it is the right folder and the right sheet; otherwise join anew and let a coordinator admit you.',
    );
  const person = read.select().from(people).where(eq(people.id, row.personId)).get();
  if (row.retiredAt !== null || !person || person.withdrawnOn !== null || isShutOut(raw))
    throw new Refusal('This sheet was retired by a coordinator and brings nothing back. Nothing was made. Ask a coordinator to admit you.');
  if (!read.select({ id: schemes.id }).from(schemes).get())
    throw new Refusal('The folder is not whole yet. Nothing was made. Try again later.');
  return row.personId;
}

/**
 * Whether somebody who once sealed to the sheet has ceased to. Its own retirement is the first thing that a sheet cannot open,
 * so this is all it sees of it. What such a sheet signed would be kept aside by everyone.
 */
function isShutOut(raw: Connection['raw']): boolean {
  return (
    raw
      .prepare(
        `select 1 from sync_files later join sync_files earlier on earlier.device = later.device and earlier.kind = later.kind
         where later.kind = 'segment' and later.state = 'sealed' and earlier.state = 'read' and earlier.number < later.number limit 1`,
      )
      .get() !== undefined
  );
}

/** The workstation whose sheet it was, and those brought back with it before. */
function lostDevices({ read }: Connection, sheet: Sheet): readonly string[] {
  const owner = read.select({ of: devices.succeeds }).from(devices).where(eq(devices.id, sheet.device.id)).get()?.of ?? '';
  const known = read.select().from(devices).where(eq(devices.sheetProof, '')).all();
  const lost = new Set(owner === '' ? [] : [owner]);
  // And under whatever identity it went on after a copy of its file was noticed.
  for (let grew = -1; grew < lost.size; ) {
    grew = lost.size;
    for (const { id, succeeds } of known) if (succeeds === sheet.device.id || lost.has(succeeds)) lost.add(id);
  }
  return known.filter(({ id, retiredAt }) => lost.has(id) && retiredAt === null).map(({ id }) => id);
}
