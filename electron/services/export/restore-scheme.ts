import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { eq } from 'drizzle-orm';
import type { Connection } from '../../../db/connection';
import { wrapKey } from '../../../db/keys/key-file';
import { createRecoveryWords, keyFromRecoveryWords } from '../../../db/keys/recovery-words';
import { writeLocalSetting } from '../../../db/local-settings';
import { createDeviceIdentity, exportDeviceIdentity } from '../../../db/log/identity';
import { devices, people } from '../../../db/schema';
import { makeSchemeFile } from '../../../db/scheme-file';
import { Refusal } from '../../../shared/language/refusal';
import type { RestoredScheme } from '../../../shared/views/exporting';
import { decryptWithPassphrase, isAgeFile } from '../../exchange/age-file';
import { type Archive, readArchive, restoreArchive } from '../../exchange/scheme-archive/read-archive';
import { deviceSetting, type StoredDevice } from '../open-session';
import { startSession } from '../session';
import { freePath, type SetupPlace } from '../setup/setup';

export interface RestoreChoices {
  readonly bytes: Uint8Array;
  /** What the export was encrypted with; null where it was not. */
  readonly exportPassphrase: string | null;
  /** Opens the new scheme file. */
  readonly passphrase: string;
}

/**
 * Makes a new scheme file from an export, with recovery words of its own, and joins this computer to it as the member who
 * exported it. Where anything does not hold, no file is left behind.
 */
export async function restoreScheme(choices: RestoreChoices, place: SetupPlace): Promise<RestoredScheme> {
  const archive = readArchive(await plainBytes(choices));
  if ('problem' in archive) throw new Refusal(archive.message);
  const words = createRecoveryWords();
  const key = keyFromRecoveryWords(words);
  if (!key) throw new Error('The recovery words made for a scheme do not hold together.');
  const path = freePath(place.folder, archive.manifest.scheme.brand);
  await makeSchemeFile(path, key, await wrapKey(key, choices.passphrase, place.cost), async (connection) => {
    const wrong = restoreArchive(connection, archive);
    if (wrong) throw new Refusal(wrong.message);
    await joinComputer(connection, archive, path, place);
    connection.close();
  });
  return {
    path,
    brand: archive.manifest.scheme.brand,
    area: archive.manifest.scheme.area,
    exportedAt: archive.manifest.exportedAt,
    exportedBy: archive.manifest.exportedBy.name,
    commits: archive.manifest.commits,
    sheet: {
      words,
      askFor: 1,
      madeAt: new Date(place.clock()).toISOString(),
      forName: archive.manifest.exportedBy.name,
      computer: place.computer,
    },
  };
}

async function plainBytes({ bytes, exportPassphrase }: RestoreChoices): Promise<Uint8Array> {
  if (!isAgeFile(bytes)) return bytes;
  if (exportPassphrase === null) throw new Refusal('This export is encrypted. Type the passphrase that it was encrypted with.');
  const plain = await decryptWithPassphrase(bytes, exportPassphrase);
  if (!plain) throw new Refusal('The passphrase of this export is wrong, or the file is damaged. Nothing was changed.');
  return plain;
}

/** The exporting computer’s key stayed there, so this one signs with its own from now on. */
async function joinComputer(connection: Connection, { manifest }: Archive, path: string, { clock, computer }: SetupPlace): Promise<void> {
  const person = connection.read.select().from(people).where(eq(people.id, manifest.exportedBy.id)).get();
  if (!person) throw new Refusal('The member who made this export is not in it, so nobody could open the scheme. Nothing was kept.');
  const device = createDeviceIdentity();
  const ageIdentity = await generateX25519Identity();
  const recipient = await identityToRecipient(ageIdentity);
  const stored: StoredDevice = { personId: person.id, signingKey: exportDeviceIdentity(device), ageIdentity };
  writeLocalSetting(connection.local, deviceSetting, JSON.stringify(stored));
  const me = { personId: person.id, name: person.name, role: person.role, agencyId: person.agencyId };
  startSession({ path, connection, device, me, clock }).record('scheme brought back from an export', (operation) =>
    operation.put(devices, device.id, {
      personId: person.id,
      name: computer,
      signingKey: device.publicKey,
      recipient,
      joinedAt: operation.at,
    }),
  );
}
